import type { WorkflowSteps } from '../interaction/workflow-steps.ts';
import { Refusal } from '../refusal.ts';
import type { Method } from './method.ts';

/** The tokens of the stand-in. They open nothing but this process on this machine. */
export const TOKENS = {
  bot: 'xoxb-playground-0000-not-a-secret',
  app: 'xapp-1-playground-0000-not-a-secret',
} as const;

/**
 * Checks that a call carries a token of the kind its method takes; the token of a workflow step does for a bot's.
 * @throws Refusal `not_authed`, `invalid_auth` or `not_allowed_token_type`.
 */
export function checkToken(token: string | undefined, method: Method, steps: WorkflowSteps): void {
  if (token === undefined || token === '') throw new Refusal('not_authed');
  const isBot = token === TOKENS.bot || steps.hasToken(token);
  if (!isBot && token !== TOKENS.app) throw new Refusal('invalid_auth');
  if (isBot !== (method.token === 'bot')) throw new Refusal('not_allowed_token_type');
}
