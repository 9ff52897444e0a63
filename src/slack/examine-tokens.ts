import { webApi } from '@slack/bolt';
import { clientOptions } from './connection/client-options.ts';
import { plainFetch } from './connection/plain-fetch.ts';
import { explainRefusal, type TokenName } from './sending/token-refusal.ts';

/** What Slack says of the tokens. */
export interface ExaminedTokens {
  readonly bot: ExaminedToken;
  /** Null where there is none. */
  readonly app: ExaminedToken | null;
  /** By how many seconds this machine's clock is ahead of Slack's; null where Slack was not reached. */
  readonly clockAheadSeconds: number | null;
}

/** What Slack says of one token. */
export interface ExaminedToken {
  /** Why it will not do, with the way out; null where it will. */
  readonly refusal: string | null;
  /** Whose it is, by name of bot and workspace; null for an app token, and for one that will not do. */
  readonly owner: string | null;
  /** Scopes that are wanted and not granted. */
  readonly missingScopes: readonly string[];
}

/** Which tokens, and what they are to be good for. */
export interface TokensToExamine {
  readonly botToken: string;
  /** @default none: the bot takes signed requests */
  readonly appToken?: string;
  /** @default Slack's own address */
  readonly apiUrl?: string | undefined;
  /** The scopes of the manifest. */
  readonly scopes: readonly string[];
  readonly now: () => Date;
  /** How long one call may take, in milliseconds. @default 10,000 */
  readonly requestTimeoutMs?: number;
}

/** Shows Slack the tokens, and changes nothing. Never rejects. */
export async function examineTokens(tokens: TokensToExamine): Promise<ExaminedTokens> {
  const { botToken, appToken, apiUrl, scopes, now, requestTimeoutMs = 10_000 } = tokens;
  let date: string | null = null;
  let granted: string | null = null;
  const fetchOnce = plainFetch(requestTimeoutMs);
  const noting: typeof fetch = async (...request) => {
    const answer = await fetchOnce(...request);
    date = answer.headers.get('date') ?? date;
    granted = answer.headers.get('x-oauth-scopes') ?? granted;
    return answer;
  };
  const client = (token: string, fetch: typeof globalThis.fetch) =>
    new webApi.WebClient(token, clientOptions({ apiUrl, fetch }));
  const bot = await examine('SLACK_BOT_TOKEN', async () => {
    const { user, team } = await client(botToken, noting).auth.test();
    return `@${user ?? 'unknown'} in ${team ?? 'an unnamed workspace'}`;
  });
  const has = new Set((granted ?? '').split(/[\s,]+/));
  const isTold = bot.refusal === null && granted !== null;
  const missingScopes = isTold ? scopes.filter((scope) => !has.has(scope)) : [];
  const app =
    appToken === undefined
      ? null
      : await examine('SLACK_APP_TOKEN', async () => {
          await client(appToken, fetchOnce).apps.connections.open({});
          return null;
        });
  const told = date === null ? Number.NaN : Date.parse(date);
  const ahead = Number.isNaN(told) ? null : Math.round((now().getTime() - told) / 1_000);
  return {
    bot: { ...bot, missingScopes },
    app: app && { ...app, missingScopes: [] },
    clockAheadSeconds: ahead,
  };
}

async function examine(
  name: TokenName,
  show: () => Promise<string | null>,
): Promise<Omit<ExaminedToken, 'missingScopes'>> {
  try {
    return { refusal: null, owner: await show() };
  } catch (error) {
    return { refusal: explainRefusal(error, name), owner: null };
  }
}
