import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Something that the bot works on: what Slack sent, or what was left to be done. */
export interface OngoingRequest {
  /** Names it in the log; says nothing of a person, a place or words. */
  readonly id: string;
  /** Names it among traces: 32 hexadecimal digits. */
  readonly traceId: string;
  /** When it came, in milliseconds of `performance.now()`. */
  readonly since: number;
}

/** Knows of everything that happens which request it happens for. */
export interface OngoingRequests {
  /** Does work as a request of its own, also within another. @param id @default one made up */
  run<Result>(work: () => Result, id?: string): Result;
  /** The request that whoever calls this works for; undefined for nobody's. */
  current(): OngoingRequest | undefined;
}

/** Nothing under way yet. */
export function createOngoingRequests(): OngoingRequests {
  const requests = new AsyncLocalStorage<OngoingRequest>();
  return {
    run: (work, id = madeUp(8)) => requests.run({ id, traceId: madeUp(16), since: performance.now() }, work),
    current: () => requests.getStore(),
  };
}

const madeUp = (bytes: number) => randomBytes(bytes).toString('hex');
