/** Where Slack limits calls without saying for how long: at first so long, then twice as long each time. */
const UNSAID_MS = 1_000;
const LONGEST_UNSAID_MS = 30_000;
/** A limit of zero seconds cannot keep us busy. */
const SHORTEST_MS = 1_000;

/**
 * How long Slack asks to wait, in milliseconds; null when it does not.
 *
 * @param refusals how often the same call was refused before
 */
export function askedToWait(answer: Response, refusals: number): number | null {
  if (answer.status !== 429) return null;
  const said = answer.headers.get('retry-after');
  const seconds = said === null || said.trim() === '' ? Number.NaN : Number(said);
  if (Number.isFinite(seconds)) return Math.max(SHORTEST_MS, seconds * 1_000);
  return unsaidWait(refusals);
}

/** How long to wait where Slack does not say, in milliseconds. @param refusals how often it was refused before */
export function unsaidWait(refusals: number): number {
  return Math.min(LONGEST_UNSAID_MS, UNSAID_MS * 2 ** refusals);
}
