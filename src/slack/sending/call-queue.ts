import { createAllowance, type Urgency } from './allowance.ts';
import { askedToWait } from './asked-to-wait.ts';
import type { Wait } from './patiently.ts';
import { createPause } from './pause.ts';
import type { RateLimit } from './rate-limits.ts';

/** However long Slack asks to wait: it is asked again after so long, in milliseconds. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** How a call is made. */
export interface CallOptions {
  readonly outlastMs: number;
  readonly urgency: Urgency;
}

/** The calls that share one limit, in the order they came. */
export interface CallQueue {
  /**
   * Calls when the limit allows it, and again when Slack asked to wait. Meanwhile nobody else in the queue calls.
   * Resolves with Slack's answer; with its last refusal where it asks for more than `outlastMs`
   * milliseconds.
   */
  run(call: () => Promise<Response>, how: CallOptions): Promise<Response>;
  /** Whether nobody is in the queue and nothing has to be remembered of it. */
  isIdle(): boolean;
}

/** A queue with nobody in it. */
export function createCallQueue(limit: RateLimit, wait: Wait): CallQueue {
  const allowance = createAllowance(limit, wait);
  const pause = createPause(wait);
  let inside = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function callOnce(call: () => Promise<Response>, refusals: number, urgency: Urgency) {
    await allowance.take(urgency);
    try {
      const paused = await pause.over();
      const answer = await call();
      const asked = askedToWait(answer, refusals);
      if (asked !== null) {
        allowance.loseBurst();
        pause.begin(Math.min(asked, LONGEST_PAUSE_MS));
      }
      return { answer, asked, paused };
    } finally {
      allowance.giveBack();
    }
  }

  async function callUntilTaken(
    call: () => Promise<Response>,
    { outlastMs, urgency }: CallOptions,
  ): Promise<Response> {
    let waited = 0;
    for (let refusals = 0; ; refusals += 1) {
      if (waited + pause.length() > outlastMs) return limited(pause.length());
      const { answer, asked, paused } = await callOnce(call, refusals, urgency);
      if (asked === null) return answer;
      waited += paused + asked;
      if (waited > outlastMs) return limited(asked);
      await pause.over();
    }
  }

  return {
    async run(call, how) {
      inside += 1;
      const turn = limit.isInTurn ? last.then(() => callUntilTaken(call, how)) : callUntilTaken(call, how);
      last = turn.catch(() => undefined);
      return turn.finally(() => {
        inside -= 1;
      });
    },
    isIdle: () => inside === 0 && allowance.isFull() && pause.length() === 0,
  };
}

/** Slack's refusal, with the time it asks for even where Slack left that out. */
function limited(waitMs: number): Response {
  return new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(waitMs / 1_000)) } });
}
