// How soon a sheet that is saved counts, and whether anything of it holds up answering:
//   npm run bench:sheets -- [--sheets 10000] [--megabytes 4] [--saves 5] [--json]
// It runs the watch and the thread that the bot runs. Pauses are those of the thread that answers, in milliseconds,
// beside those of the same thread at rest, which are what else the machine does.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { openFactDesk, type ReloadableFactDesk } from '../src/answer/index.ts';
import { followCorpus } from '../src/cli/follow-corpus.ts';
import { openCorpusWatch } from '../src/corpus/index.ts';
import { createBlockReader } from '../src/corpus/sheets/markdown-blocks.ts';
import { parseSheet } from '../src/corpus/sheets/parse-sheet.ts';
import { startIndexThread } from '../src/corpus-index/index.ts';
import { filledWith, HOSTILE } from './hostile-sheets.ts';

const { values } = parseArgs({
  options: {
    sheets: { type: 'string', default: '10000' },
    megabytes: { type: 'string', default: '4' },
    saves: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const HOSTILE_UNITS = 80_000;
/** Asking takes time from the thread that reads where there are few processors. */
const POLL_MS = 25;

const folder = await mkdtemp(join(tmpdir(), 'factdesk-bench-'));
const sheets = Number(values.sheets);
for (let number = 0; number < sheets; number++) await writeFile(fileOf(number), sheetOf(number, 40));
const place = { sheets: folder, archive: [] };
const start = performance.now();
const thread = startIndexThread({
  place,
  indexFile: join(folder, '.index'),
  report: (reason) => console.error(reason),
});
const watch = await openCorpusWatch(place, () => thread.look());
const desk = await openFactDesk({ indexProvider: thread, now: () => new Date() });
show('read and indexed at the start', {
  seconds: seconds(start),
  sheets,
  ...(await desk.onFile()),
  examples: undefined,
  topics: undefined,
});
const nobody = { ofSheets: async () => {}, ofArchive: async () => {} };
const stop = followCorpus({
  watch,
  factDesk: desk,
  logger: pino({ level: 'silent' }),
  app: { tellDesk: nobody, corpusChanged: async () => {} },
});
try {
  await desk.ask('How long is pier 1 of Exampleton?');
  show('at rest', { longestPauseMs: await longestPause(() => sleep(2000)) });
  for (let save = 1; save <= Number(values.saves); save++) {
    await measureSave(`a sheet of ${sheets} is saved`, fileOf(save), sheetOf(save, 100 + save), {
      question: `How long is pier ${save} of Exampleton?`,
      holds: `${100 + save} metres`,
    });
  }
  await measureLargeSheet(Number(values.megabytes));
  measureHostile();
} finally {
  await stop();
  await thread.close();
  await rm(folder, { recursive: true, force: true });
}

async function measureLargeSheet(megabytes: number): Promise<void> {
  const parts = ['---\ntitle: A long report\npublished: 2025\n---\n'];
  let units = 0;
  for (let number = 0; units < megabytes * 1024 * 1024 - 1000; number++) {
    const filler = 'as the harbour master said '.repeat(8);
    const words = `Berth ${number} of Halmstead is ${number} metres long, ${filler}then.`;
    const part = `\n## berth-${number}\n> ${words}\n\n- kind: statement\n- asked as: How long is berth ${number}?\n`;
    units += part.length;
    parts.push(part);
  }
  for (const year of ['2025', '2026']) {
    const text = parts.join('').replace('2025', year);
    await measureSave(`a sheet of ${megabytes} MB is saved`, join(folder, 'large.md'), text, {
      question: 'How long is berth 77 of Halmstead?',
      holds: '77 metres',
      published: year,
    });
  }
}

interface Expected {
  readonly question: string;
  readonly holds: string;
  readonly published?: string;
}

async function measureSave(what: string, file: string, text: string, expected: Expected): Promise<void> {
  let counts = 0;
  const longestPauseMs = await longestPause(async () => {
    await writeFile(file, text);
    const saved = performance.now();
    while (!(await isAnswered(desk, expected))) await sleep(POLL_MS);
    counts = seconds(saved);
  });
  show(what, { countsAfterSeconds: counts, longestPauseMs });
}

async function isAnswered(
  asked: ReloadableFactDesk,
  { question, holds, published }: Expected,
): Promise<boolean> {
  const [quote] = (await asked.ask(question)).quotes;
  return quote?.text.includes(holds) === true && (published === undefined || quote.published === published);
}

function measureHostile(): void {
  const readBlocks = createBlockReader();
  const slowest = { what: '', milliseconds: 0 };
  for (const [what, part] of Object.entries(HOSTILE)) {
    const text = `---\ntitle: A\npublished: 2025\n---\n${filledWith(part, HOSTILE_UNITS)}`;
    const begun = performance.now();
    parseSheet(text, { id: 'hostile', file: 'hostile.md', readBlocks });
    const milliseconds = Math.round(performance.now() - begun);
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { what, milliseconds });
  }
  show(`the slowest of ${Object.keys(HOSTILE).length} hostile sheets of ${HOSTILE_UNITS / 1000} kB`, slowest);
}

async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return Math.round(delay.max / 1e5) / 10;
}

function fileOf(number: number): string {
  return join(folder, `sheet-${number}.md`);
}

function sheetOf(number: number, metres: number): string {
  const facts = ['pier', 'quay'].map(
    (kind) =>
      `\n## ${kind}-${number}\n> The ${kind} ${number} of Exampleton is ${metres} metres long.\n\n- kind: statement\n` +
      `- asked as: How long is ${kind} ${number} of Exampleton?\n`,
  );
  return `---\ntitle: Harbour report ${number}\npublished: 2025\ntopics: [harbour]\n---\n${facts.join('')}`;
}

function seconds(since: number): number {
  return Math.round(performance.now() - since) / 1000;
}

function show(what: string, figures: object): void {
  const plain = Object.entries(figures).filter(([, value]) => value !== undefined);
  console.log(
    values.json
      ? JSON.stringify({ what, ...Object.fromEntries(plain) })
      : `${what}: ${plain.map(([name, value]) => `${name} ${value}`).join(', ')}`,
  );
}
