// How fast articles are imported and read again, and with how much memory:
//   npm run bench:import -- [--articles 50000] [--others 2000] [--json]
// --articles are ninjs in JSON Lines, --others is how many of each other format, which are imported from single files.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openArchive } from '../src/corpus/archive/index.ts';
import { importArticles } from '../src/corpus/index.ts';
import { BENCH_FORMATS, type BenchFormat, writeNewsFiles } from './news-files.ts';

/** As many as an article of a wire has. */
const SENTENCES = 20;

interface Figures {
  readonly what: string;
  readonly articles: number;
  readonly passages?: number;
  readonly seconds: number;
  readonly articlesPerSecond: number;
  /** Time of the processor: unlike `seconds`, the same on a machine that has other things to do. */
  readonly cpuSeconds: number;
  /** The most memory of the process so far. */
  readonly peakMb: number;
}

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '50000' },
    others: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
  },
});
const folder = await mkdtemp(join(tmpdir(), 'factdesk-bench-'));
const now = new Date('2030-01-01T00:00:00Z');
try {
  for (const format of BENCH_FORMATS) {
    const count = Number(format === 'ninjs' ? values.articles : values.others);
    await writeNewsFiles(join(folder, format), format, count, SENTENCES);
    show(await measureImport(format, count, `import ${format}`));
    if (format !== 'ninjs') continue;
    show(await measureImport(format, count, 'import the same again'));
    show(await measureReading(count));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureImport(format: BenchFormat, articles: number, what: string): Promise<Figures> {
  const start = startClock();
  const { stdin } = process;
  const out = join(folder, `${format}-archive`);
  const { read, skipped } = await importArticles({
    sources: [join(folder, format)],
    out,
    stdin,
    now: () => now,
  });
  if (read !== articles || skipped > 0) throw new Error(`${format}: ${read} read, ${skipped} skipped`);
  return figures(what, articles, start);
}

async function measureReading(articles: number): Promise<Figures> {
  const start = startClock();
  const archive = await openArchive([join(folder, 'ninjs-archive')], { now });
  let passages = 0;
  for await (const { text } of archive.passages()) if (text) passages += 1;
  return { ...figures('read as passages', articles, start), passages };
}

interface Clock {
  readonly wall: number;
  readonly cpu: NodeJS.CpuUsage;
}

function startClock(): Clock {
  return { wall: performance.now(), cpu: process.cpuUsage() };
}

function figures(what: string, articles: number, start: Clock): Figures {
  const milliseconds = performance.now() - start.wall;
  const { user, system } = process.cpuUsage(start.cpu);
  return {
    what,
    articles,
    seconds: Math.round(milliseconds / 10) / 100,
    articlesPerSecond: Math.round((articles / milliseconds) * 1000),
    cpuSeconds: Math.round((user + system) / 10_000) / 100,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function show(measured: Figures): void {
  if (values.json) return void console.log(JSON.stringify(measured));
  const { what, articles, passages, seconds, articlesPerSecond, cpuSeconds, peakMb } = measured;
  const found = passages === undefined ? '' : `, ${passages} passages`;
  console.log(
    `${what}: ${articles} articles${found} in ${seconds} s, ${articlesPerSecond} a second, ` +
      `${cpuSeconds} s of processor time, at most ${peakMb} MB`,
  );
}
