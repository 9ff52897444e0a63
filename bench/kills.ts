/**
 * Kills the real bot with SIGKILL at random moments, starts it again, and counts what was lost and what was done twice.
 * The stand-in for Slack outlives it and sends again what was not acknowledged. Prints one JSON object; exit code 1
 * unless both counts are zero.
 *
 *   npm run kills -- [--kills 300] [--seed 1]
 */
import { parseArgs } from 'node:util';
import { runKills } from './kills/run-kills.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const figures = await runKills({
  kills: Number(values.kills),
  seed: Number(values.seed),
  print: (line) => console.error(line),
});
console.log(JSON.stringify(figures, null, 2));
if (figures.lost.length + figures.doubled.length > 0) process.exitCode = 1;
