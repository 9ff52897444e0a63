/**
 * How long people wait in Slack: from the event to the posted reply, over the stand-in on loopback. The bot is a
 * process of its own, started as in a newsroom. Each question is another person's: in one conversation the bot keeps to
 * about one message a second, as Slack wants it. Prints one JSON object. Ends by itself.
 *
 *   npm run bench:replies -- [--questions 200] [--askers 20] [--passages 0]
 *
 * `--passages N` adds an archive with that many sentences to the fact sheets.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { loadCorpus } from '../src/corpus/index.ts';
import { readManifest, type StandIn, startStandIn } from '../src/playground/index.ts';
import { writeNewsFiles } from './news-files.ts';
import { quantiles, roundTenth } from './quantiles.ts';
import { spawnBot } from './spawn-bot.ts';

const SENTENCES = 20;
const ALL_QUESTIONS = 1_000;

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '200' },
    askers: { type: 'string', default: '20' },
    passages: { type: 'string', default: '0' },
  },
});
const questions = Number(values.questions);
const askers = Number(values.askers);
const passages = Number(values.passages);

const folder = await mkdtemp(join(tmpdir(), 'factdesk-bench-'));
const archive = join(folder, 'archive');
await mkdir(archive);
if (passages > 0) await writeNewsFiles(archive, 'ninjs', Math.ceil(passages / SENTENCES), SENTENCES);
const { facts } = await loadCorpus({ sheets: 'facts', archive: [] });
const questionsOnFile = facts.flatMap(({ askedAs }) => askedAs);
const standIn = await startStandIn({ manifest: readManifest(parse(await readFile('manifest.yml', 'utf8'))) });

const started = performance.now();
const bot = spawnBot(['bin/factdesk.js', 'serve'], {
  standIn,
  folder,
  settings: { FACTDESK_ARCHIVE: passages > 0 ? archive : '' },
});
await standIn.until(() => standIn.sockets.size > 0, { withinMs: 300_000 });
const startUpMs = performance.now() - started;

type Person = ReturnType<StandIn['person']>;
let failures = 0;
let people = 0;

/** One direct message of one person, until the reply is there; milliseconds. */
async function wait(person: Person, n: number): Promise<number> {
  const sent = performance.now();
  const said = person.directMessage(questionsOnFile[n % questionsOnFile.length] ?? '');
  await person.reply(said).catch(() => {
    failures += 1;
  });
  return performance.now() - sent;
}

async function askAll(atOnce: number, count: number) {
  const times: number[] = [];
  let next = 0;
  const before = standIn.envelopes.length;
  const [botBefore, standInBefore] = [botCpuMs(), process.cpuUsage()];
  const askInTurn = async () => {
    while (next < count) times.push(await wait(standIn.person(`asker${people++}`), next++));
  };
  await Promise.all(Array.from({ length: atOnce }, askInTurn));
  const acknowledged = standIn.envelopes.slice(before).map(({ acknowledgement }) => acknowledgement);
  const acknowledgements = acknowledged.flatMap((one) => (one?.kind === 'acknowledged' ? [one.afterMs] : []));
  const own = process.cpuUsage(standInBefore);
  return {
    questions: times.length,
    replied: quantiles(times),
    acknowledged: quantiles(acknowledgements),
    // On a busy machine these say more than the waiting does.
    botCpuMsEach: roundTenth((botCpuMs() - botBefore) / count),
    standInCpuMsEach: roundTenth((own.user + own.system) / 1_000 / count),
  };
}

/** Processor time of the bot so far, as Linux counts it: in hundredths of a second. */
function botCpuMs(): number {
  const fields = readFileSync(`/proc/${bot.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const botMegabytes = () =>
  roundTenth(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)])) / 1024);

const botMemoryAtStartMb = botMegabytes();
await askAll(1, 20); // The first replies pay for compiling the code.
const oneAtATime = await askAll(1, questions);
const together = await askAll(askers, questions);
await askAll(askers, Math.max(0, ALL_QUESTIONS - 2 * questions));
const figures = {
  passages: passages + facts.length,
  startUpMs: roundTenth(startUpMs),
  oneAtATime,
  [`${askers}AtOnce`]: together,
  failures,
  botMemoryAtStartMb,
  botMemoryAtEndMb: botMegabytes(),
};
bot.kill('SIGTERM');
await new Promise((resolve) => bot.once('exit', resolve));
await standIn.close();
await rm(folder, { recursive: true });
console.log(JSON.stringify(figures, null, 2));
