/**
 * What the ledger costs a reply, on this machine's disk or over the network:
 *
 *   npm run bench:ledger -- [DATABASE_URL]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../src/ledger/index.ts';

const QUESTIONS = 2_000;
const databaseUrl = process.argv[2];
const directory = await mkdtemp(join(tmpdir(), 'factdesk-bench-'));
const place = { directory, now: () => new Date(), ...(databaseUrl === undefined ? {} : { databaseUrl }) };
const ledger = await openLedger(place);
const quoted = [1, 2, 3].map((fact) => ({ factId: `fact-${fact}`, factHash: 'version' }));
const times: Record<string, number[]> = {
  claim: [],
  acceptQuestion: [],
  recordAnswer: [],
  recordDelivery: [],
};
const run = `${process.pid}-${Date.now()}`;

async function timed<Result>(step: string, action: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await action();
  times[step]?.push(performance.now() - start);
  return result;
}

for (let number = 0; number < QUESTIONS; number += 1) {
  const eventKey = `${run}-${number}`;
  await timed('claim', () => ledger.claim(eventKey));
  const { questionId } = await timed('acceptQuestion', () =>
    ledger.acceptQuestion({
      eventKey,
      askedBy: `U${number % 50}`,
      team: 'T1',
      channel: 'C1',
      thread: null,
      surface: 'command',
      words: 'How many civilians have land mines killed in Ukraine since 2022?',
      isPrivate: true,
      replyAddress: null,
    }),
  );
  await timed('recordAnswer', () => ledger.recordAnswer(questionId, { outcome: 'answer', quoted }));
  const message = {
    kind: 'reply',
    person: 'U1',
    channel: 'C1',
    messageTs: eventKey,
    seenBy: null,
    sentBy: null,
  } as const;
  await timed('recordDelivery', () => ledger.recordDelivery({ questionId, facts: quoted, ...message }));
}
await ledger.close();
await rm(directory, { recursive: true });

const question = ['acceptQuestion', 'recordAnswer', 'recordDelivery'];
times['whole question'] = Array.from({ length: QUESTIONS }, (_, number) =>
  question.reduce((sum, step) => sum + (times[step]?.[number] ?? 0), 0),
);
times['claim + acceptQuestion'] = Array.from(
  { length: QUESTIONS },
  (_, number) => (times.claim?.[number] ?? 0) + (times.acceptQuestion?.[number] ?? 0),
);
console.log(`${databaseUrl === undefined ? 'SQLite' : 'PostgreSQL'}, ${QUESTIONS} questions, milliseconds`);
for (const [step, values] of Object.entries(times)) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  console.log(`${step.padEnd(24)} p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}`);
}
