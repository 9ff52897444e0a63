/**
 * How long factdesk takes to start, and how much memory, beside an empty Node process and a minimal Bolt app in the
 * same run: medians over several starts, in turn, so that a busy moment meets all of them. Prints one JSON object. Ends
 * by itself.
 *
 *   npm run bench:start -- [--times 10] [--questions 1000]
 *
 * `peakMb` is the most a process ever held. Bots are told to run until they are connected to a stand-in for Slack;
 * `mb` is what they hold then. The last bot is asked so many questions, twenty at a time.
 */
import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { loadCorpus } from '../src/corpus/index.ts';
import { readManifest, type StandIn, startStandIn } from '../src/playground/index.ts';
import { spawnBot } from './spawn-bot.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '10' }, questions: { type: 'string', default: '1000' } },
});
const ASKERS = 20;
const QUESTION = 'How many civilians have mines killed in Ukraine?';

type Figures = Readonly<Record<string, number>>;

/** Has a process tell what it took when it ends. */
const TELL = `data:text/javascript,process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('took ' + maxRSS / 1024 + ' ' + (userCPUTime + systemCPUTime) / 1000 + '\\n');
})`;

/** A process that ends by itself. */
function runToEnd(words: readonly string[]): Figures {
  const began = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--import', TELL, ...words], { encoding: 'utf8' });
  const ms = performance.now() - began;
  const [, peakMb, cpuMs] = /^took (\S+) (\S+)$/m.exec(stderr) ?? [];
  if (peakMb === undefined) throw new Error(`${words.join(' ')} failed:\n${stderr}`);
  return { ms, cpuMs: Number(cpuMs), peakMb: Number(peakMb) };
}

const folder = await mkdtemp(join(tmpdir(), 'factdesk-bench-'));
const manifest = readManifest(parse(await readFile('manifest.yml', 'utf8')));

/** A bot that is connected, to a workspace of its own. */
async function connect(words: readonly string[]) {
  const standIn = await startStandIn({ manifest });
  const began = performance.now();
  const bot = spawnBot(words, { standIn, folder });
  await standIn.until(() => standIn.sockets.size > 0, { withinMs: 120_000 });
  return { standIn, bot, figures: { ms: performance.now() - began, mb: megabytes(bot) } };
}

const megabytes = ({ pid }: ChildProcess) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;

async function end(bot: ChildProcess, standIn: StandIn): Promise<void> {
  bot.kill('SIGTERM');
  await new Promise((resolve) => bot.once('exit', resolve));
  await standIn.close();
}

async function connectOnce(words: readonly string[]): Promise<Figures> {
  const { standIn, bot, figures } = await connect(words);
  await end(bot, standIn);
  return figures;
}

async function askAll(standIn: StandIn, count: number): Promise<void> {
  const { facts } = await loadCorpus({ sheets: 'facts', archive: [] });
  const questions = facts.flatMap(({ askedAs }) => askedAs);
  let next = 0;
  const askInTurn = async () => {
    while (next < count) {
      const asker = standIn.person(`asker${next}`);
      await asker.reply(asker.directMessage(questions[next++ % questions.length] ?? ''));
    }
  };
  await Promise.all(Array.from({ length: ASKERS }, askInTurn));
}

const FACTDESK = 'bin/factdesk.js';
const BOLT_APP = 'bench/minimal-bolt-app.js';
const STARTS: Readonly<Record<string, () => Figures | Promise<Figures>>> = {
  emptyNode: () => runToEnd(['--eval', '0']),
  version: () => runToEnd([FACTDESK, '--version']),
  ask: () => runToEnd([FACTDESK, 'ask', QUESTION]),
  minimalBoltApp: () => connectOnce([BOLT_APP]),
  bot: () => connectOnce([FACTDESK, 'serve']),
};

/** The median of each figure, to one decimal. */
function medians(all: readonly Figures[]): Figures {
  const middle = (key: string) =>
    all.map((figures) => figures[key] ?? 0).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return Object.fromEntries(Object.keys(all[0] ?? {}).map((key) => [key, Math.round(middle(key) * 10) / 10]));
}

const seen = new Map(Object.keys(STARTS).map((name) => [name, [] as Figures[]]));
for (let time = 0; time < Number(values.times); time += 1) {
  for (const [name, start] of Object.entries(STARTS)) seen.get(name)?.push(await start());
}
const { standIn, bot, figures } = await connect([FACTDESK, 'serve']);
await askAll(standIn, Number(values.questions));
const afterQuestions = { questions: Number(values.questions), mbBefore: figures.mb, mb: megabytes(bot) };
await end(bot, standIn);
await rm(folder, { recursive: true });
const starts = Object.fromEntries([...seen].map(([name, all]) => [name, medians(all)]));
console.log(
  JSON.stringify({ node: process.version, ...starts, afterQuestions: medians([afterQuestions]) }, null, 2),
);
