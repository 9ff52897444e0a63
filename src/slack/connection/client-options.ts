import type { webApi } from '@slack/bolt';

/** Where Slack is, and how it is called. */
interface Calling {
  /** @default Slack's own address */
  readonly apiUrl?: string | undefined;
  readonly fetch: typeof fetch;
}

/**
 * What a client of Slack's Web API is told: to repeat nothing and to let every call through at once. `fetch` knows what
 * is safe to repeat, and when.
 */
export function clientOptions({ apiUrl, fetch }: Calling): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    fetch,
  };
}
