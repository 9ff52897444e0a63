import type { JsonObject } from '../json.ts';
import type { StandIn } from '../stand-in.ts';
import type { TokenPair } from './granted-tokens.ts';

/** What an installation, or a refresh, got. */
export interface Granted {
  readonly workspace: StandIn;
  readonly pair: TokenPair;
  readonly seconds: number | null;
}

/** The answer of `oauth.v2.access`: https://docs.slack.dev/reference/methods/oauth.v2.access. */
export function installedBody({ workspace, pair, seconds }: Granted): JsonObject {
  return {
    ok: true,
    access_token: pair.token,
    token_type: 'bot',
    scope: [...workspace.app.scopes].join(','),
    bot_user_id: workspace.botUserId,
    app_id: workspace.app.id,
    team: { id: workspace.team.id, name: workspace.team.name },
    enterprise: null,
    authed_user: { id: workspace.person('ada').id },
    is_enterprise_install: false,
    ...(pair.refreshToken !== undefined && { refresh_token: pair.refreshToken, expires_in: seconds }),
  };
}
