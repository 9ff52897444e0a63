import { POSTS, type RateLimit, rateLimitOf, UNLIMITED } from './rate-limits.ts';

/** What a call is for, as far as its pace goes. */
export interface CallTarget {
  /** Calls with the same key share a limit. */
  readonly key: string;
  /** Whether it posts a message. */
  readonly isPost: boolean;
  readonly limit: RateLimit;
  /** How long, in milliseconds, pauses and attempts may take altogether before the call is given up. */
  readonly outlastMs: number;
}

/** A reply that comes this late still helps, and the asker was told that it will. */
const OUTLAST_MS = 10 * 60_000;
/** A reply address may be used five times; then, or when Slack limits it, there are other ways. */
const OUTLAST_ADDRESS_MS = 10_000;
/** What is worth nothing when it comes late. */
const OUTLAST_BY_METHOD: Readonly<Record<string, number>> = {
  // A trigger lives for three seconds.
  'views.open': 2_500,
  'views.push': 2_500,
  // Whoever starts the bot wants to know soon.
  'auth.test': 5_000,
  'assistant.threads.setStatus': 5_000,
  'assistant.threads.setSuggestedPrompts': 5_000,
};

/** Found at once where it stands, mostly first; to read the whole form would mean to decode the blocks of a reply. */
const CHANNEL = /(?:^|&)channel=([^&]*)/;

const POSTING = new Set(['chat.postMessage', 'chat.postEphemeral']);

/** Tells by its address and its form what a request to Slack is for. */
export function callTarget(address: string, body: string): CallTarget {
  const method = /\/api\/([\w.]+)$/.exec(address)?.[1];
  if (method === undefined)
    return { key: address, isPost: false, limit: UNLIMITED, outlastMs: OUTLAST_ADDRESS_MS };
  if (POSTING.has(method)) {
    const channel = CHANNEL.exec(body)?.[1] ?? '';
    return { key: `posts in ${channel}`, isPost: true, limit: POSTS, outlastMs: OUTLAST_MS };
  }
  const outlastMs = OUTLAST_BY_METHOD[method] ?? OUTLAST_MS;
  return { key: method, isPost: false, limit: rateLimitOf(method), outlastMs };
}
