import { type SlackFailure, slackFailure } from './slack-failure.ts';

/** Waits so many milliseconds. */
export type Wait = (ms: number) => Promise<void>;

/** How long somebody may be left waiting for one message, all pauses together. */
const LONGEST_WAIT_MS = 60_000;
/** Pauses before each new attempt when Slack is not there: about as long as a short hiccup of a server lasts. */
const PAUSES_MS = [500, 1_500] as const;

/** What may be done again. */
export interface PatienceOptions {
  /** Doing it twice is as good as once, so it is repeated also when Slack's answer got lost. @default false */
  readonly isRepeatable?: boolean;
}

/**
 * Makes one call to Slack and repeats it where that is safe: after the pause Slack asked for, or when Slack was not
 * reached. Only this call waits; the others go on. Throws what the last attempt threw.
 */
export async function patiently<T>(
  call: () => Promise<T>,
  wait: Wait,
  { isRepeatable = false }: PatienceOptions = {},
): Promise<T> {
  let waited = 0;
  for (let failures = 0; ; failures += 1) {
    try {
      return await call();
    } catch (error) {
      const pause = pauseAfter(slackFailure(error), { failures, isRepeatable });
      if (pause === null || waited + pause > LONGEST_WAIT_MS) throw error;
      waited += pause;
      await wait(pause);
    }
  }
}

function pauseAfter(
  failure: SlackFailure,
  { failures, isRepeatable }: { readonly failures: number; readonly isRepeatable: boolean },
): number | null {
  // At least a second, so that a limit of nought seconds cannot keep us busy.
  if (failure.kind === 'rate-limited') return Math.max(1_000, failure.retryAfterMs);
  const isSafe = failure.kind === 'unavailable' || (failure.kind === 'unsure' && isRepeatable);
  return isSafe ? (PAUSES_MS[failures] ?? null) : null;
}
