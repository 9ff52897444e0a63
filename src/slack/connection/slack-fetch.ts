import { observedFetch, waitingFetch } from '../sending/observed-fetch.ts';
import { type PacedFetch, type PaceOptions, pacedFetch } from '../sending/paced-fetch.ts';
import type { Observer } from '../sending/slack-observer.ts';
import { plainFetch } from './plain-fetch.ts';

/** How Slack is called. */
export interface SlackFetchOptions extends PaceOptions {
  /** How long one call may take, in milliseconds. */
  readonly requestTimeoutMs: number;
  readonly observer: Observer;
}

/** `fetch` for calls to Slack: at its pace, in two urgencies, and every attempt of it observed. */
export function createSlackFetch({ requestTimeoutMs, observer, ...pace }: SlackFetchOptions): PacedFetch {
  const { asked, background } = pacedFetch(observedFetch(plainFetch(requestTimeoutMs), observer), pace);
  return { asked: waitingFetch(asked, observer), background: waitingFetch(background, observer) };
}
