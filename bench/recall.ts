/**
 * Recalls a fact that people got, at the pace that Slack takes, and asks ordinary questions meanwhile: how long it
 * takes against what that pace allows, how many statements the ledger gets for each row, memory, and how much longer a
 * reply takes than before. Prints one JSON object. With 300 copies it takes six minutes: Slack takes 50 changes a minute.
 *
 *   npm run bench:recall -- [--readers 1000] [--copies 300]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'libsql';
import pino from 'pino';
import { openFactDesk } from '../src/answer/index.ts';
import { loadCorpus, soundReading } from '../src/corpus/index.ts';
import { openIndexProvider } from '../src/corpus-index/index.ts';
import { openLedger } from '../src/ledger/index.ts';
import { type Person, startStandIn } from '../src/playground/index.ts';
import { startSlackApp } from '../src/slack/index.ts';
import { readOwnManifest } from '../test/slack/slack-desk.ts';

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '1000' },
    copies: { type: 'string', default: '300' },
  },
});
const readers = Number(values.readers);
const copies = Math.min(readers, Number(values.copies));

const QUESTION = 'How many berths does the harbour have?';
const sheet = (berths: number) => `---
title: Harbours of Norbeck
publisher: Harbour Office
published: 2024-10-01
topics: [harbours]
---

## berths
> The harbour has ${berths} berths.

- kind: statement
- as of: 2024
- asked as: ${QUESTION}

## quay
> The quay at Norbeck is 300 metres long.

- kind: statement
- as of: 2024
- asked as: How long is the quay at Norbeck?
`;

/** Statements that SQLite was given. */
let statements = 0;
const { prototype } = new Database(':memory:').prepare('select 1').constructor as { prototype: Statement };
for (const name of ['all', 'run', 'get'] as const) {
  const act = prototype[name];
  prototype[name] = function counted(this: Statement, ...given: unknown[]) {
    statements += 1;
    return act.apply(this, given);
  };
}

interface Statement extends Record<'all' | 'run' | 'get', (...given: unknown[]) => unknown> {}

const folder = await mkdtemp(join(tmpdir(), 'factdesk-recall-'));
const now = () => new Date();
await writeFile(join(folder, 'harbour.md'), sheet(14));
const read = () => loadCorpus({ sheets: folder, archive: [] });
const slack = await startStandIn({ manifest: await readOwnManifest() });
const ledger = await openLedger({ directory: join(folder, 'data'), now });
const indexProvider = openIndexProvider(async () => soundReading(await read()));
const factDesk = await openFactDesk({ indexProvider, now });
const app = await startSlackApp({
  ...{ botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
  ...{ factDesk, ledger, now, logger: pino({ level: 'error' }) },
  deskChannel: slack.channel('foreign-desk').id,
  // To look up whether each new person is a guest takes longer than the recall.
  answerGuests: true,
});
try {
  console.log(JSON.stringify(await measure(), null, 2));
} finally {
  await app.stop({ deadlineMs: 5_000 });
  await ledger.close();
  await slack.close();
  await rm(folder, { recursive: true });
}

async function measure() {
  await getTheFact();
  const before = await askFor(20_000);
  await writeFile(join(folder, 'harbour.md'), sheet(41));
  await factDesk.reload();
  await app.corpusChanged();
  const [recall] = await ledger.recalls(['open']);
  if (recall === undefined) throw new Error('No recall was opened.');
  const memoryBefore = process.memoryUsage().rss;
  const given = statements;
  const start = performance.now();
  const toHash = recall.to?.factHash ?? null;
  await ledger.decideRecall({ number: 1, toHash, verb: 'correct', reason: 'Swapped.', by: 'UDESK' });
  void app.corpusChanged();
  const asking = new AbortController();
  const during = askFor(Number.POSITIVE_INFINITY, asking.signal);
  while ((await ledger.recall(1))?.state !== 'done') await sleep(1_000);
  const seconds = (performance.now() - start) / 1_000;
  asking.abort();
  const asked = await during;
  // As `rate-limits.ts` says: 50 changes a minute after 20 at once, four notices a second after ten at once.
  const pace = Math.max((copies - 20) * 1.2, (readers - 10) * 0.25, 0);
  const progress = await ledger.recallProgress(1);
  return {
    readers,
    copies,
    edited: progress.copies.edited,
    told: progress.people.told,
    seconds: round(seconds),
    secondsThatThePaceAllows: round(pace),
    statementsARow: round((statements - given) / (readers + copies)),
    memoryMoreMB: Math.round((process.memoryUsage().rss - memoryBefore) / 1024 / 1024),
    replyP95Ms: { before: p95(before), during: p95(asked) },
  };
}

/** Some ask in their direct messages, where a copy stays; the others by command, where none can be changed. */
async function getTheFact(): Promise<void> {
  for (let at = 0; at < readers; at += 1) {
    const person = slack.person(`reader${at}`);
    if (at < copies) await person.reply(person.directMessage(QUESTION));
    else await person.command('newsroom', '/fact', QUESTION);
  }
  while ((await ledger.usesOf('berths', { limit: 1 })).total < readers) await sleep(100);
}

/** Asks something else again and again; gives how long each reply took, in milliseconds. */
async function askFor(ms: number, signal?: AbortSignal): Promise<readonly number[]> {
  const person: Person = slack.person('asker');
  const took: number[] = [];
  const end = performance.now() + ms;
  while (performance.now() < end && !signal?.aborted) {
    const start = performance.now();
    await person.reply(person.directMessage('How long is the quay at Norbeck?'), { withinMs: 60_000 });
    took.push(performance.now() - start);
    // A person's own channel takes one message a second.
    await sleep(1_100);
  }
  return took;
}

function p95(took: readonly number[]): number {
  const sorted = took.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
