import { randomBytes } from 'node:crypto';
import type { Installation as SlackInstallation, webApi } from '@slack/bolt';
import { InstallProvider, InvalidStateError } from '@slack/oauth';
import type { Logger } from 'pino';
import type { Grant } from '../../installations/index.ts';
import type { InstallStates } from '../../ledger/index.ts';
import { createBoltLogger } from '../connection/bolt-logger.ts';
import type { Route } from '../connection/http-listener.ts';

const INSTALL_PATH = '/slack/install';
const REDIRECT_PATH = '/slack/oauth_redirect';

/** As which app Slack knows us. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the pages need. */
export interface InstallPagesOptions {
  readonly credentials: AppCredentials;
  /** What the app asks for. */
  readonly scopes: readonly string[];
  readonly states: InstallStates;
  /** Keeps what was granted. */
  readonly onInstalled: (grant: Grant) => Promise<void>;
  /** Where a person is asked whether the app may come in. */
  readonly authorizationUrl: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
}

/**
 * The pages by which a workspace installs the app: one leads to Slack, and Slack back to the other. Whoever comes back
 * must be who left, by a word that is good once, and only in the browser that it was given to.
 */
export function installPages(options: InstallPagesOptions): ReadonlyMap<string, Route> {
  const { credentials, states, onInstalled, authorizationUrl, clientOptions, logger } = options;
  const asked = { scopes: [...options.scopes] };
  const provider = new InstallProvider({
    ...credentials,
    installUrlOptions: asked,
    directInstall: true,
    stateStore: {
      async generateStateParam() {
        const state = randomBytes(32).toString('hex');
        await states.keepInstallState(state);
        return state;
      },
      async verifyStateParam(_now, state) {
        if (await states.takeInstallState(state)) return asked;
        throw new InvalidStateError('The state is not known any more.');
      },
    },
    installationStore: {
      storeInstallation: (installation) => onInstalled(toGrant(installation)),
      async fetchInstallation() {
        throw new TypeError('Tokens are not fetched by way of the pages.');
      },
    },
    authorizationUrl,
    clientOptions,
    logger: createBoltLogger(logger),
  });
  return new Map<string, Route>([
    [`GET ${INSTALL_PATH}`, async (request, response) => provider.handleInstallPath(request, response)],
    [
      `GET ${REDIRECT_PATH}`,
      async (request, response) => {
        // Its address holds what Slack gave: nobody else is to learn it from the browser.
        response.setHeader('Referrer-Policy', 'no-referrer');
        response.setHeader('Cache-Control', 'no-store');
        await provider.handleCallback(request, response);
      },
    ],
  ]);
}

/** Reads what Slack granted. Who installed it is left out: nothing needs it. */
function toGrant({ team, enterprise, isEnterpriseInstall, appId, bot }: SlackInstallation): Grant {
  if (bot === undefined) throw new TypeError('Slack gave an installation without a bot.');
  const isForOrganisation = isEnterpriseInstall === true;
  return {
    isForOrganisation,
    teamId: (isForOrganisation ? undefined : team?.id) ?? null,
    enterpriseId: enterprise?.id ?? null,
    name: (isForOrganisation ? enterprise?.name : team?.name) ?? '',
    appId: appId ?? null,
    botUserId: bot.userId,
    scopes: bot.scopes,
    token: bot.token,
    refreshToken: bot.refreshToken ?? null,
    expiresAt: bot.expiresAt ?? null,
  };
}
