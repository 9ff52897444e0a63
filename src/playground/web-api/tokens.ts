import type { Platform } from '../platform.ts';
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

/**
 * Checks that a call carries a token of the kind its method takes; the token of a workflow step does for a bot's.
 * @throws Refusal `not_authed`, `invalid_auth` or `not_allowed_token_type`.
 */
export function checkToken(token: string | undefined, method: Method, { workspace, steps }: Platform): void {
  if (token === undefined || token === '') throw new Refusal('not_authed');
  const { tokens } = workspace;
  const isBot = token === tokens.bot || steps.hasToken(token);
  if (!isBot && token !== tokens.app) throw new Refusal('invalid_auth');
  if (isBot !== (method.token === 'bot')) throw new Refusal('not_allowed_token_type');
}
