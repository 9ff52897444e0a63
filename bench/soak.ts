/**
 * Runs two copies of the real bot on one PostgreSQL as long as told, half of the time reached by sockets and half by
 * signed requests. Twenty people ask, a sheet is saved every 20 s, Slack fails now and then, both copies are replaced
 * one after the other, and one is killed with SIGKILL. Prints one JSON object: what was asked, lost and doubled, how
 * long replies took, and the heap of a copy that ran on. Exit code 1 unless nothing was lost and nothing done twice.
 *
 *   npm run soak -- [--minutes 10] [--passages 1000000] [--askers 20] [--way both|socket|http]
 *
 * FACTDESK_TEST_DATABASE_URL names the PostgreSQL; what is made there is dropped at the end. The archive is written and
 * indexed before the time begins. `outside` are the replies to questions that no disturbance touched: from asking to the
 * reply, no moment lay between the begin of one and 5 s after its end. Saved sheets are no disturbance.
 */
import { parseArgs } from 'node:util';
import { POSTGRES_URL, run } from '../test/ledger/test-databases.ts';
import { runSoak } from './soak/run-soak.ts';
import { WAYS, type Way } from './soak/way.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    passages: { type: 'string', default: '1000000' },
    askers: { type: 'string', default: '20' },
    way: { type: 'string', default: 'both' },
  },
});

try {
  await run(POSTGRES_URL, 'select 1');
} catch (cause) {
  const why = cause instanceof Error ? cause.message : String(cause);
  console.error(
    `Two copies need one PostgreSQL, and none answers: ${why}. Name it in FACTDESK_TEST_DATABASE_URL.`,
  );
  process.exit(1);
}
const figures = await runSoak({
  minutes: Number(values.minutes),
  passages: Number(values.passages),
  askers: Number(values.askers),
  ways: readWays(values.way),
  print: (line) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`),
});
console.log(JSON.stringify(figures, null, 2));
if (figures.lost + figures.doubled > 0) process.exitCode = 1;

function readWays(value: string): readonly Way[] {
  const chosen = WAYS.filter((way) => value === way || value === 'both');
  if (chosen.length === 0) throw new Error(`--way is ${value}, and must be both, ${WAYS.join(' or ')}.`);
  return chosen;
}
