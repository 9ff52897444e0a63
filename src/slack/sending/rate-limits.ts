/**
 * How fast Slack takes calls of one kind.
 *
 * Read from https://docs.slack.dev/apis/web-api/rate-limits and the page of each method under
 * https://docs.slack.dev/reference/methods.
 */
export interface RateLimit {
  /** So many calls at once are taken after a time without any. */
  readonly burst: number;
  /** One more is taken after so many milliseconds; Infinity where no more are. */
  readonly everyMs: number;
  /** Whether one call waits for the answer to the one before, as messages do that are to stand in order. */
  readonly isInTurn: boolean;
}

/**
 * One message a second in a channel, and short bursts. A little slower than Slack allows, so that the time a message
 * is on its way, which is never the same, breaks no limit.
 */
export const POSTS: RateLimit = { burst: 3, everyMs: 1_050, isInTurn: true };
/**
 * Messages in all channels together: "some hundreds" a minute. What nobody waits for keeps well below, so that replies
 * meet no limit because of it.
 */
export const BACKGROUND_POSTS: RateLimit = { burst: 10, everyMs: 250, isInTurn: false };
/** For what Slack names no number for; its word is waited for then. */
export const UNLIMITED: RateLimit = { burst: Number.POSITIVE_INFINITY, everyMs: 0, isInTurn: false };

/** Tiers of Slack's: 50 and 100 calls a minute, of which half may come at once. */
const TIER_3: RateLimit = { burst: 25, everyMs: 1_200, isInTurn: false };
const TIER_4: RateLimit = { burst: 50, everyMs: 600, isInTurn: false };

const BY_METHOD: Readonly<Record<string, RateLimit>> = {
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'conversations.history': TIER_3,
  'conversations.info': TIER_3,
  'conversations.open': TIER_3,
  'conversations.replies': TIER_3,
  'files.completeUploadExternal': TIER_4,
  'files.getUploadURLExternal': TIER_4,
  'functions.completeError': TIER_3,
  'functions.completeSuccess': TIER_3,
  'reactions.add': TIER_3,
  'assistant.threads.setSuggestedPrompts': TIER_4,
  'assistant.threads.setTitle': TIER_4,
  'users.info': TIER_4,
  'views.open': TIER_4,
  'views.publish': TIER_4,
  'views.push': TIER_4,
  'views.update': TIER_4,
};

/** How fast Slack takes calls of a Web API method. Posts are limited by channel and stand in `POSTS`. */
export function rateLimitOf(method: string): RateLimit {
  return BY_METHOD[method] ?? UNLIMITED;
}
