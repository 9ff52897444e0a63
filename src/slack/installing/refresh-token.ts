import { webApi } from '@slack/bolt';
import type { RefreshedToken } from '../../installations/index.ts';
import type { AppCredentials } from './install-pages.ts';

/** Gets the next token of a workspace from Slack. Rejects when Slack refuses or is not reached. */
export function tokenRefresher(
  { clientId, clientSecret }: AppCredentials,
  { clientOptions, now }: { readonly clientOptions: webApi.WebClientOptions; readonly now: () => Date },
): (refreshToken: string) => Promise<RefreshedToken> {
  const client = new webApi.WebClient(undefined, clientOptions);
  return async (refreshToken) => {
    const asked = { client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken };
    const { access_token, refresh_token, expires_in } = await client.oauth.v2.access({
      ...asked,
      grant_type: 'refresh_token',
    });
    if (access_token === undefined) throw new TypeError('Slack answered a refresh without a token.');
    const expiresAt = expires_in === undefined ? null : Math.floor(now().getTime() / 1_000) + expires_in;
    return { token: access_token, refreshToken: refresh_token ?? null, expiresAt };
  };
}
