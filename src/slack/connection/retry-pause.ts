import { slackFailure } from '../sending/slack-failure.ts';

const FIRST_MS = 200;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt at a socket, in milliseconds: nothing after no failure, then twice as long
 * each time up to half a minute, less up to half of it by chance, so that many bots do not come back in one moment.
 * Where Slack says how long to wait, as long as that.
 */
export function pauseBefore(failures: number, lastError: unknown): number {
  const asked = slackFailure(lastError);
  if (asked.kind === 'rate-limited') return asked.retryAfterMs;
  if (failures === 0) return 0;
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return longest * (1 - Math.random() / 2);
}
