import { observedFetch, waitingFetch } from '../sending/observed-fetch.ts';
import { type PacedFetch, type PaceOptions, pacedFetch } from '../sending/paced-fetch.ts';
import type { Observer } from '../sending/slack-observer.ts';
import { plainFetch } from './plain-fetch.ts';

/** How Slack is called. */
export interface SlackFetchOptions extends PaceOptions {
  /** How long one call may take, in milliseconds. */
  readonly requestTimeoutMs: number;
  readonly observer: Observer;
  /** Changes each attempt of a call. @default nothing is changed */
  readonly around?: (fetchOnce: typeof fetch) => typeof fetch;
}

/** `fetch` for calls to Slack: at its pace, in two urgencies, and every attempt of it observed. */
export function createSlackFetch({
  requestTimeoutMs,
  observer,
  around = (fetchOnce) => fetchOnce,
  ...pace
}: SlackFetchOptions): PacedFetch {
  const observed = observedFetch(plainFetch(requestTimeoutMs), observer);
  const { asked, background } = pacedFetch(around(observed), pace);
  return { asked: waitingFetch(asked, observer), background: waitingFetch(background, observer) };
}
