import { webApi } from '@slack/bolt';
import { unsaidWait } from './asked-to-wait.ts';
import { type SlackFailure, slackFailure } from './slack-failure.ts';

/** Waits so many milliseconds. */
export type Wait = (ms: number) => Promise<void>;

/** How long somebody may be left waiting for one message, all pauses together. */
const LONGEST_WAIT_MS = 60_000;
/** Pauses before each new attempt where Slack failed inside or its answer got lost. */
const PAUSES_MS = [500, 1_500, 3_000, 3_000, 3_000] as const;

/** What may be done again. */
export interface PatienceOptions {
  /** Doing it twice is as good as once, so it is repeated also when Slack's answer got lost. @default false */
  readonly isRepeatable?: boolean;
}

/**
 * Makes one call to Slack and repeats it where that is safe and not done further down: what Slack says with a status
 * (too many calls, a server that fails) is outlasted by `pacedFetch`; what it says in the body of an answer is
 * outlasted here, and so is a lost answer where twice is as good as once. Throws what the last attempt threw.
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
      const pause = pauseAfter(error, { failures, isRepeatable });
      if (pause === null || waited + pause > LONGEST_WAIT_MS) throw error;
      waited += pause;
      await wait(pause);
    }
  }
}

function pauseAfter(
  error: unknown,
  { failures, isRepeatable }: { readonly failures: number; readonly isRepeatable: boolean },
): number | null {
  const { kind }: SlackFailure = slackFailure(error);
  const isInBody = error instanceof webApi.WebAPIPlatformError;
  if (isInBody && kind === 'rate-limited') return unsaidWait(failures);
  const isSafe = (isInBody && kind === 'unavailable') || (kind === 'unsure' && isRepeatable);
  return isSafe ? (PAUSES_MS[failures] ?? null) : null;
}
