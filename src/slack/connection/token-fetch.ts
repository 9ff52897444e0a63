import type { Logger } from 'pino';
import { z } from 'zod';
import type { BotToken } from '../../installations/index.ts';
import { explainRefused, type TokenName, WORKSPACE_TOKEN } from '../sending/token-refusal.ts';

/** What stands in place of a token that changes: `fetch` puts the one of the moment there. */
const CHANGING_TOKEN = 'xoxb-of-the-moment';

/** A refusal is short; other answers need not be read twice. */
const MOST_CHARACTERS = 2_000;
const refusal = z.object({ ok: z.literal(false), error: z.string() });

/** What Slack says of a token that may have been followed by another. */
const REFUSALS = new Set(['invalid_auth', 'token_expired', 'token_revoked', 'account_inactive']);

/** How the bot's token gets into calls. */
interface TokenInCalls {
  /** What Bolt is given. */
  readonly token: string;
  readonly tokenName: TokenName;
  readonly around: (fetchOnce: typeof fetch) => typeof fetch;
}

/**
 * A token that changes is put into each call; one that stays is Bolt's own matter. What Slack refuses for a token that
 * no other follows is told in the log, once for each word of Slack's.
 */
export function tokenInCalls(botToken: string | BotToken, logger: Logger): TokenInCalls {
  const stays = typeof botToken === 'string';
  const token = stays ? botToken : CHANGING_TOKEN;
  const tokenName: TokenName = stays ? 'SLACK_BOT_TOKEN' : WORKSPACE_TOKEN;
  const source = stays ? unchanging(botToken) : botToken;
  let told = '';
  const onRefused = (error: string) => {
    if (error !== told) logger.error(`${explainRefused(error, tokenName)} Nobody gets a reply.`);
    told = error;
  };
  const around: TokenInCalls['around'] = (fetchOnce) => tokenFetch(fetchOnce, { token, source, onRefused });
  return { token, tokenName, around };
}

const unchanging = (token: string): BotToken => ({
  current: async () => token,
  insteadOf: async () => undefined,
});

interface Bearing {
  /** What stands in the calls that are meant. */
  readonly token: string;
  readonly source: BotToken;
  /** Is told what Slack says of a token that no other follows. */
  readonly onRefused: (error: string) => void;
}

/**
 * `fetch` that puts the token of the moment into calls, and makes a call once more where Slack refuses that token and
 * there is a newer one. Calls with another token, as of a workflow step, stay as they are.
 */
function tokenFetch(fetchOnce: typeof fetch, { token, source, onRefused }: Bearing): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (headers.get('authorization') !== `Bearer ${token}`) return fetchOnce(input, init);
    const callWith = (bearer: string) => {
      headers.set('authorization', `Bearer ${bearer}`);
      return fetchOnce(input, { ...init, headers });
    };
    const current = await source.current();
    const answer = await callWith(current);
    // A file goes to an address of its own, which looks at no token.
    if (typeof init?.body !== 'string') return answer;
    const error = await refusalIn(answer);
    if (error === undefined) return answer;
    const next = await source.insteadOf(current);
    if (next !== undefined) return callWith(next);
    onRefused(error);
    return answer;
  };
}

/** Why Slack refuses the token; undefined where it does not. The answer can be read again. */
async function refusalIn(answer: Response): Promise<string | undefined> {
  if (answer.status !== 200) return undefined;
  const text = await answer.text();
  if (text.length > MOST_CHARACTERS || !text.includes('"error"')) return undefined;
  try {
    const { error } = refusal.parse(JSON.parse(text));
    return REFUSALS.has(error) ? error : undefined;
  } catch {
    return undefined;
  }
}
