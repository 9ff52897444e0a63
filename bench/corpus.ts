/**
 * A newsroom's archive from its files to the bot's answers, through the command line alone:
 *
 *   npm run bench:corpus -- [--articles 50000] [--json]
 *
 * Prints how fast the articles are imported and with how much memory; how soon a bot answers that finds no index of
 * the archive and has to build one; how soon one answers that finds what the first has left; and what each takes in
 * memory. Beside each figure stands what it should be at 50,000 articles on two cores. Ends by itself.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { loadCorpus } from '../src/corpus/index.ts';
import { readManifest, startStandIn } from '../src/playground/index.ts';
import { runShell } from '../test/scenarios/running-process.ts';
import { type BotRun, runBot } from './bot-run.ts';
import { groupMemory } from './group-memory.ts';
import { PLANTED, SENTENCES, writeWire } from './wire-file.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '50000' }, json: { type: 'boolean', default: false } },
});
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < 1) {
  process.stderr.write('--articles needs a whole number above 0.\n');
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), 'factdesk-bench-'));
const wire = join(folder, 'wire.jsonl');
const archive = join(folder, 'archive');
const data = join(folder, 'data');

/** Runs a line of shell to its end; gives seconds and the most memory in MB. */
async function runToEnd(line: string, expected: RegExp) {
  const start = performance.now();
  const running = runShell(line);
  let isRunning = true;
  let peakMb = 0;
  const watching = (async () => {
    for (; isRunning; await setTimeout(200)) peakMb = Math.max(peakMb, groupMemory(running.group).peak);
  })();
  const code = await running.ended;
  const seconds = (performance.now() - start) / 1000;
  isRunning = false;
  await watching;
  if (code !== 0 || !expected.test(running.printed()))
    throw new Error(`"${line}" failed:\n${running.printed()}`);
  return { seconds: Math.round(seconds * 100) / 100, peakMb };
}

interface Row {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly wanted?: string;
}

function describeBot(
  name: string,
  { connected, firstReply, firstAnswer, settled, memory }: BotRun,
): readonly Row[] {
  const unit = 's after npm start';
  const isKept = name === 'with index';
  return [
    { figure: `bot ${name}: connected`, value: connected, unit },
    { figure: `bot ${name}: first reply`, value: firstReply, unit },
    {
      figure: `bot ${name}: first answer from the archive`,
      value: firstAnswer,
      unit,
      wanted: isKept ? 'at most 5' : 'at most 65, 60 of them to build the index',
    },
    { figure: `bot ${name}: last change in FACTDESK_DATA`, value: settled, unit },
    { figure: `bot ${name}: memory`, value: memory.now, unit: 'MB', wanted: 'at most 1,536' },
    { figure: `bot ${name}: most memory`, value: memory.peak, unit: 'MB' },
  ];
}

function show(rows: readonly Row[]): void {
  for (const { figure, value, unit, wanted } of rows) {
    const beside = wanted === undefined ? '' : `  (${wanted})`;
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ figure, value, unit })}\n`
        : `${figure.padEnd(52)} ${value.toLocaleString('en').padStart(9)} ${unit}${beside}\n`,
    );
  }
}

function showLog({ log }: BotRun): void {
  if (values.json) return;
  for (const { at, message } of log) process.stdout.write(`    ${at.toFixed(2).padStart(8)} s  ${message}\n`);
}

try {
  await mkdir(data);
  const { facts } = await loadCorpus({ sheets: 'facts', archive: [] });
  await writeWire(
    wire,
    articles,
    facts.map(({ text }) => text),
  );
  show([{ figure: 'articles', value: articles, unit: `of ${SENTENCES} sentences` }]);

  const imported = await runToEnd(`node bin/factdesk.js import ${wire} --out ${archive}`, / 0 skipped/);
  show([
    {
      figure: 'import',
      value: Math.round(articles / imported.seconds),
      unit: 'articles/s',
      wanted: 'at least 300',
    },
    { figure: 'import: most memory', value: imported.peakMb, unit: 'MB', wanted: 'below 1,024' },
  ]);

  const manifest = readManifest(parse(await readFile('manifest.yml', 'utf8')));
  const standIn = await startStandIn({ manifest });
  try {
    for (const name of ['without index', 'with index']) {
      const run = await runBot(standIn, { archive, data });
      show(describeBot(name, run));
      showLog(run);
    }
  } finally {
    await standIn.close();
  }

  const asked = await runToEnd(
    `FACTDESK_DATA=${data} node bin/factdesk.js ask --archive ${archive} '${PLANTED.question}'`,
    /48,173/,
  );
  show([
    { figure: 'factdesk ask', value: asked.seconds, unit: 's' },
    { figure: 'factdesk ask: most memory', value: asked.peakMb, unit: 'MB' },
  ]);
} finally {
  await rm(folder, { recursive: true });
}
