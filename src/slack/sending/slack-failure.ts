import { RespondError, webApi } from '@slack/bolt';
import { LedgerError } from '../../ledger/index.ts';

/** What went wrong between us and Slack, told apart by what can be done about it. */
export type SlackFailure =
  /** Slack asks for patience. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** Slack was not reached, or said that it failed: nothing was done, trying again is safe. */
  | { readonly kind: 'unavailable' }
  /** Sent, but no answer came: it may have been done. Trying again may do it twice. */
  | { readonly kind: 'unsure' }
  /** Slack said no, and would again. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Not Slack's failure. */
  | { readonly kind: 'other' };

/** Where Slack limits a call without saying for how long. */
const UNSAID_RETRY_MS = 1_000;
/** Nothing was sent yet when these happen. */
const NOT_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
]);

/** The bot is stopping, so Slack was not called. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** Judges anything that a call to Slack threw. */
export function slackFailure(error: unknown): SlackFailure {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1_000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) return platformFailure(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return statusFailure(error.statusCode);
  if (error instanceof RespondError) return statusFailure(error.statusCode);
  if (error instanceof webApi.WebAPIRequestError) return networkFailure(error.original);
  return networkFailure(error);
}

/**
 * What of an error may stand in a log: codes and places in the code, never a message that could hold somebody's words.
 */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  // What the ledger says of itself is for whoever runs the bot.
  if (error instanceof LedgerError) return { error: error.name, reason: error.message };
  const failure = slackFailure(error);
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(failure.kind === 'other' ? { at: firstFrames(error) } : { slack: failure }),
  };
}

function platformFailure(error: string): SlackFailure {
  if (error === 'ratelimited' || error === 'rate_limited') {
    return { kind: 'rate-limited', retryAfterMs: UNSAID_RETRY_MS };
  }
  const failedInside = ['internal_error', 'fatal_error', 'service_unavailable'].includes(error);
  // A body that is no JSON arrives here as the name of an error.
  return failedInside
    ? { kind: 'unavailable' }
    : { kind: 'refused', error: /^\w{1,60}$/.test(error) ? error : 'no_json' };
}

function statusFailure(status: number): SlackFailure {
  if (status === 429) return { kind: 'rate-limited', retryAfterMs: UNSAID_RETRY_MS };
  return status >= 500 ? { kind: 'unavailable' } : { kind: 'refused', error: `http_${status}` };
}

function networkFailure(error: unknown): SlackFailure {
  if (!(error instanceof Error)) return { kind: 'other' };
  if (error instanceof StoppedError) return { kind: 'unavailable' };
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return { kind: 'unsure' };
  // What `fetch` itself throws for any trouble with the connection.
  if (!(error instanceof TypeError) || error.message !== 'fetch failed') return { kind: 'other' };
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && NOT_REACHED.has(code) ? { kind: 'unavailable' } : { kind: 'unsure' };
}

function firstFrames({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 4)
    .map((frame) => frame.trim());
}
