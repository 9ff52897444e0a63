import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { createBotToken, type Installation, type Installations } from '../installations/index.ts';
import type { InstallStates } from '../ledger/index.ts';
import { createBoltLogger } from './connection/bolt-logger.ts';
import { clientOptions } from './connection/client-options.ts';
import { ListenError } from './connection/http-listener.ts';
import { plainFetch } from './connection/plain-fetch.ts';
import { openSignedHttp, type SignedHttp } from './connection/signed-http.ts';
import { type AppCredentials, installPages } from './installing/install-pages.ts';
import { tokenRefresher } from './installing/refresh-token.ts';
import { Switchboard, type SwitchboardOptions } from './installing/switchboard.ts';
import { isTokenGood } from './installing/token-is-good.ts';
import { errorFields } from './sending/slack-failure.ts';
import { NOBODY, type Observer } from './sending/slack-observer.ts';
import { type SlackAppOptions, SlackStartError } from './start-slack-app.ts';

/** Where Slack asks a person whether an app may come in. */
const AUTHORIZATION_URL = 'https://slack.com/oauth/v2/authorize';
const CALL_MS = 10_000;

/** What one port for many workspaces needs. */
export interface WorkspacesPortOptions {
  readonly signedHttp: SignedHttp;
  readonly credentials: AppCredentials;
  /** What the app asks for when it is installed. */
  readonly scopes: readonly string[];
  readonly installations: Installations;
  readonly states: InstallStates;
  /** Only to point at a stand-in for Slack. @default Slack's own address */
  readonly apiUrl?: string | undefined;
  /** The app was installed there, by this copy of the bot or another, or was taken out. */
  readonly onChange: (key: string) => void;
  /** @default nobody is told */
  readonly observer?: Observer | undefined;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** A port by which Slack reaches the bots of many workspaces, and by which a workspace installs the app. */
export interface WorkspacesPort {
  /** Begins to listen. Rejects with a `SlackStartError`. */
  start(): Promise<void>;
  stop(): Promise<void>;
  isListening(): boolean;
  /** Where Slack's requests are taken. */
  address(): string;
  /** How the bot of a workspace is reached, and calls Slack. */
  appOf(installation: Installation): Pick<SlackAppOptions, 'botToken' | 'apiUrl'> & {
    readonly openWayIn: ReturnType<Switchboard['wayOf']>;
  };
}

/** A port that does not listen yet. */
export function openWorkspacesPort(options: WorkspacesPortOptions): WorkspacesPort {
  const { installations, credentials, apiUrl, logger, now, observer = NOBODY } = options;
  const calls = {
    ...clientOptions({ apiUrl, fetch: plainFetch(CALL_MS) }),
    logger: createBoltLogger(logger),
  };
  const refresh = tokenRefresher(credentials, { clientOptions: calls, now });
  const switchboard = new Switchboard(dealings(options, calls), {
    isConnected: () => way.isConnected(),
    address: () => way.address(),
  });
  const way = openSignedHttp({ ...options, observer, pages: pagesOf(options, calls) }, switchboard.keep);
  return {
    start: () => way.start().catch(explain),
    stop: () => way.stop(),
    isListening: () => way.isConnected(),
    address: () => way.address(),
    appOf(installation) {
      const report = (error: unknown) =>
        logger.error(
          { workspace: installation.key, ...errorFields(error) },
          'the token of a workspace was not refreshed',
        );
      return {
        openWayIn: switchboard.wayOf(installation.key),
        botToken: createBotToken(installation, { installations, refresh, now, wait: sleep, report }),
        ...(apiUrl !== undefined && { apiUrl }),
      };
    },
  };
}

/** What the switchboard asks, and tells. */
function dealings(
  { installations, onChange, logger }: WorkspacesPortOptions,
  calls: webApi.WebClientOptions,
): SwitchboardOptions {
  return {
    async isInstalled(key) {
      const isThere = await isKept(key, installations);
      if (isThere) onChange(key);
      return isThere;
    },
    async onRemoved(key, { by, at }) {
      // Of a token that was followed by another, Slack may say so too.
      const found = by === 'tokens_revoked' ? await installations.of(key) : undefined;
      if (found !== undefined && (await isTokenGood(found.grant.token, calls))) return;
      if (!(await installations.remove(key, { asOf: at }))) return;
      logger.warn({ workspace: key, by }, 'the app was taken out of a workspace; what it kept there stays');
      onChange(key);
    },
    logger,
  };
}

function pagesOf(
  options: WorkspacesPortOptions,
  calls: webApi.WebClientOptions,
): ReturnType<typeof installPages> {
  const { apiUrl, installations, onChange, logger } = options;
  return installPages({
    ...options,
    clientOptions: calls,
    authorizationUrl:
      apiUrl === undefined ? AUTHORIZATION_URL : new URL('../oauth/v2/authorize', apiUrl).href,
    async onInstalled(grant) {
      const key = await installations.keep(grant);
      logger.info({ workspace: key }, 'the app was installed in a workspace');
      onChange(key);
    },
  });
}

/** Also true where that cannot be told, or it cannot be read: Slack sends again what comes for it. */
async function isKept(key: string, installations: Installations): Promise<boolean> {
  try {
    return (await installations.of(key)) !== undefined;
  } catch {
    return true;
  }
}

function explain(cause: unknown): never {
  if (cause instanceof ListenError) throw new SlackStartError(cause.message, { isForGood: true, cause });
  throw cause;
}
