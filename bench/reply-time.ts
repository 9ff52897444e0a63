/**
 * How long people wait in Slack: from the event to the posted reply, over the stand-in on loopback, through the real
 * Bolt. Prints one JSON object. Ends by itself.
 *
 *   npm run bench:replies -- [--questions 200] [--askers 20] [--facts facts]
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { parse } from 'yaml';
import { openFactDesk } from '../src/answer/index.ts';
import { loadCorpus } from '../src/corpus/index.ts';
import { openLedger } from '../src/ledger/index.ts';
import { readManifest, type StandIn, startStandIn } from '../src/playground/index.ts';
import { startSlackApp } from '../src/slack/index.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '200' },
    askers: { type: 'string', default: '20' },
    facts: { type: 'string', default: 'facts' },
  },
});

const now = () => new Date();
const started = performance.now();
const corpus = await loadCorpus({ sheets: values.facts, archive: [] });
const factDesk = await openFactDesk({ corpus, now });
const directory = await mkdtemp(join(tmpdir(), 'factdesk-bench-'));
const ledger = await openLedger({ directory, now });
const standIn = await startStandIn({ manifest: readManifest(parse(await readFile('manifest.yml', 'utf8'))) });
const { botToken, appToken, apiUrl } = standIn;
const logger = pino({ level: 'silent' });
const app = await startSlackApp({ botToken, appToken, apiUrl, factDesk, ledger, logger, now });
const startUpMs = performance.now() - started;

const asked = corpus.facts.flatMap(({ askedAs }) => askedAs);
const question = (n: number) => asked[n % asked.length] ?? 'How big is an anti-personnel mine?';

/** One direct message of one person, until the reply is there; milliseconds. */
async function wait(person: ReturnType<StandIn['person']>, n: number): Promise<number> {
  const sent = performance.now();
  await person.reply(person.directMessage(question(n)));
  return performance.now() - sent;
}

async function askAll(askers: number, questions: number): Promise<Record<string, number>> {
  const times: number[] = [];
  let next = 0;
  const askInTurn = async (asker: number) => {
    const person = standIn.person(`asker${asker}`);
    while (next < questions) times.push(await wait(person, next++));
  };
  await Promise.all(Array.from({ length: askers }, (_, asker) => askInTurn(asker)));
  times.sort((a, b) => a - b);
  const quantile = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { questions: times.length, p50Ms: quantile(0.5), p95Ms: quantile(0.95), p99Ms: quantile(0.99) };
}

const round = (value: number) => Math.round(value * 10) / 10;
const megabytes = () => round(process.memoryUsage().rss / 2 ** 20);

const memoryAtStartMb = megabytes();
const questions = Number(values.questions);
await askAll(1, 20); // The first replies pay for compiling the code.
const oneAtATime = await askAll(1, questions);
const together = await askAll(Number(values.askers), questions);
await askAll(Number(values.askers), Math.max(0, 1000 - 2 * questions));
const figures = {
  facts: (await factDesk.onFile()).facts,
  startUpMs: round(startUpMs),
  oneAtATime,
  [`${values.askers}AtOnce`]: together,
  memoryAtStartMb,
  memoryAfter1000QuestionsMb: megabytes(),
};
await app.stop({ deadlineMs: 5_000 });
await standIn.close();
await ledger.close();
await rm(directory, { recursive: true });
console.log(JSON.stringify(figures, null, 2));
