import { slackFailure } from './slack-failure.ts';

/** The two tokens of the app, by the name of their setting, and that of a workspace which has installed it. */
export type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | typeof WORKSPACE_TOKEN;

/** The token of a workspace that has installed the app. */
export const WORKSPACE_TOKEN = 'the token of this workspace';

const WHERE: Readonly<Record<TokenName, string>> = {
  SLACK_BOT_TOKEN:
    'It begins with "xoxb-" and is found at api.slack.com/apps, your app, "OAuth & Permissions".',
  SLACK_APP_TOKEN:
    'It begins with "xapp-", needs the scope connections:write and is found at api.slack.com/apps, your app, ' +
    '"Basic Information", "App-Level Tokens".',
  [WORKSPACE_TOKEN]: 'Have the app installed there again, by the page /slack/install.',
};

const REVOKED = 'It was revoked or has expired: generate a new one.';
const SCOPE = 'It lacks a scope: generate a new one with the scope it needs.';
const KIND = 'It is a token of another kind; the two tokens may have been swapped.';
const INACTIVE = 'Whoever installed the app, or the workspace, is no longer active: install the app again.';
const WORKSPACE =
  'The app may not be used in this workspace: ask its owners to allow it, and install it again.';

/** What Slack says of a token that will never do, and what to do about it. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['not_authed', ''],
  ['invalid_auth', ''],
  ['token_revoked', REVOKED],
  ['token_expired', REVOKED],
  ['missing_scope', SCOPE],
  ['no_permission', SCOPE],
  ['not_allowed_token_type', KIND],
  ['account_inactive', INACTIVE],
  ['user_removed_from_team', INACTIVE],
  ['team_disabled', INACTIVE],
  ['forbidden_team', WORKSPACE],
  ['team_access_not_granted', WORKSPACE],
  ['access_denied', WORKSPACE],
  ['ekm_access_denied', WORKSPACE],
  ['enterprise_is_restricted', WORKSPACE],
  ['org_login_required', WORKSPACE],
]);

/** Whether Slack refuses for what a person must mend: a token, or the settings of the app. */
export function isRefusedToken(error: unknown): boolean {
  const failure = slackFailure(error);
  return failure.kind === 'refused' && REMEDIES.has(failure.error);
}

/**
 * Whether it is no use to try again. At the first attempt whoever starts the bot looks on, and any refusal is told;
 * later a word of Slack's that is not known here may well pass.
 */
export function isForGood(error: unknown, { isFirst }: { readonly isFirst: boolean }): boolean {
  return isFirst ? slackFailure(error).kind === 'refused' : isRefusedToken(error);
}

/** One line that names the token and the remedy. */
export function explainRefusal(error: unknown, token: TokenName): string {
  const failure = slackFailure(error);
  if (failure.kind !== 'refused')
    return 'Slack cannot be reached. Check the network, and SLACK_API_URL if it is set.';
  return explainRefused(failure.error, token);
}

/** The same for Slack's word for why. */
export function explainRefused(error: string, token: TokenName): string {
  // What a workspace granted is nothing that anybody generates: it is granted anew.
  const remedy = token === WORKSPACE_TOKEN ? '' : (REMEDIES.get(error) ?? '');
  return [`Slack refused ${token} (${error}).`, remedy, WHERE[token]].filter((part) => part !== '').join(' ');
}
