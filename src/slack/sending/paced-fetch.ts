import type { Urgency } from './allowance.ts';
import { type CallQueue, createCallQueue } from './call-queue.ts';
import { type CallTarget, callTarget } from './call-target.ts';
import { createOutage } from './outage.ts';
import type { Wait } from './patiently.ts';
import { BACKGROUND_POSTS } from './rate-limits.ts';
import { StoppedError, slackFailure } from './slack-failure.ts';

/** So many queues are kept before those with nobody in them are dropped. */
const KEPT_QUEUES = 500;

/** What the pace depends on. */
export interface PaceOptions {
  readonly wait: Wait;
  /** Once it is aborted, nothing more is called. @default never */
  readonly stopped?: AbortSignal;
  /** Gives numbers from 0 to 1. @default Math.random */
  readonly random?: () => number;
}

/** `fetch` for what somebody waits for, and for what gives way to that. Both keep one pace together. */
export type PacedFetch = Readonly<Record<Urgency, typeof fetch>>;

/**
 * `fetch` at the pace Slack takes: posts in one channel one after the other, other methods by their tier. Where Slack
 * asks to wait, all calls of that kind do; where it fails or is not reached, the call is made again until it is back.
 * A call whose answer got lost is not repeated: it may have been done.
 *
 * Resolves with Slack's last answer, also where it refuses or fails for too long; rejects as `fetch` does, and with a
 * `StoppedError`.
 */
export function pacedFetch(
  fetchOnce: typeof fetch,
  { wait, stopped, random = Math.random }: PaceOptions,
): PacedFetch {
  const backgroundPosts = createCallQueue(BACKGROUND_POSTS, wait);
  const outage = createOutage(wait, random);
  const queueOf = keepQueues(wait);
  const call: typeof fetch = async (...request) => {
    if (stopped?.aborted) throw new StoppedError('The bot is stopping.');
    return fetchOnce(...request);
  };
  const paced =
    (urgency: Urgency): typeof fetch =>
    async (input, init) => {
      const target = callTarget(addressOf(input), typeof init?.body === 'string' ? init.body : '');
      const queue = queueOf(target);
      let waited = 0;
      for (;;) {
        waited += await outage.over();
        const how = { outlastMs: target.outlastMs, urgency };
        const inQueue = () => queue.run(() => call(input, init), how);
        const isBehind = urgency === 'background' && target.isPost;
        const attempt = await (isBehind ? backgroundPosts.run(inQueue, how) : inQueue()).then(
          (answer) => ({ answer }),
          (error: unknown) => ({ error }),
        );
        const isSettled = !isUnavailable(attempt);
        if (isSettled && 'answer' in attempt) outage.answered();
        if (isSettled || stopped?.aborted || waited >= target.outlastMs) return settle(attempt);
        waited += await outage.failed();
      }
    };
  return { asked: paced('asked'), background: paced('background') };
}

type Attempt = { readonly answer: Response } | { readonly error: unknown };

/** Nothing was done, so doing it again is safe. */
function isUnavailable(attempt: Attempt): boolean {
  return 'answer' in attempt
    ? attempt.answer.status >= 500
    : slackFailure(attempt.error).kind === 'unavailable';
}

function settle(attempt: Attempt): Response {
  if ('error' in attempt) throw attempt.error;
  return attempt.answer;
}

function addressOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}

function keepQueues(wait: Wait): (target: CallTarget) => CallQueue {
  const queues = new Map<string, CallQueue>();
  return ({ key, limit }) => {
    const known = queues.get(key);
    if (known !== undefined) return known;
    if (queues.size >= KEPT_QUEUES) {
      for (const [name, queue] of queues) if (queue.isIdle()) queues.delete(name);
    }
    const created = createCallQueue(limit, wait);
    queues.set(key, created);
    return created;
  };
}
