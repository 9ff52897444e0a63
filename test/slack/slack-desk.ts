import { readFile } from 'node:fs/promises';
import pino from 'pino';
import { inject, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { FactDesk } from '../../src/answer/index.ts';
import { requestFields } from '../../src/cli/create-logger.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { createOngoingRequests } from '../../src/ongoing-requests.ts';
import {
  type AppManifest,
  readManifest,
  type StandIn,
  startStandIn,
  type Timing,
} from '../../src/playground/index.ts';
import { type SlackApp, type SlackAppOptions, startSlackApp } from '../../src/slack/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { openSampleDesk } from './sample-facts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How Slack reaches the bot in a project's tests (vitest.config.ts). */
    readonly connection?: Connection;
  }
}

/** By a socket that the bot opens, or by signed requests to the bot's port. */
type Connection = 'socket' | 'http';

/** A workspace with the bot in it: the real Bolt, real HTTP and real sockets, on loopback. */
export interface SlackDesk {
  readonly slack: StandIn;
  readonly app: SlackApp;
  readonly factDesk: FactDesk;
  readonly ledger: Ledger;
  /** What was logged so far, at every level. */
  log(): string;
  /** How long, in milliseconds, the bot waited between repeated calls. Nobody really waits here. */
  readonly waits: readonly number[];
}

/** Reads the manifest that newsrooms paste. */
export async function readOwnManifest(): Promise<AppManifest> {
  return readManifest(parse(await readFile('manifest.yml', 'utf8')));
}

/** What is different about a workspace. */
export interface WorkspaceOptions {
  /** @default the newsroom's own */
  readonly manifest?: AppManifest;
  /** What happens to the workspace before the bot starts. */
  readonly before?: (slack: StandIn) => void;
  /** A ledger with a past. @default an empty one */
  readonly inherit?: (slack: StandIn) => Promise<Ledger>;
  /** Name of the channel that questions and complaints go to. @default none */
  readonly deskChannel?: string;
  /** How patient Slack is. @default as patient as Slack */
  readonly timing?: Partial<Timing>;
  /** The clock of the workspace. @default the system's, and with signed requests the bot's: Slack's is not far off */
  readonly now?: () => Date;
  /** @default as the project of the test says, and by socket where it says nothing */
  readonly connection?: Connection;
}

/** Starts a workspace and the bot; both stop when the test ends. */
export async function openSlackDesk(
  changes: Partial<SlackAppOptions> = {},
  { manifest, before, inherit, deskChannel, timing = {}, ...workspace }: WorkspaceOptions = {},
): Promise<SlackDesk> {
  const { connection = inject('connection') ?? 'socket' } = workspace;
  const workspaceNow = workspace.now ?? (connection === 'http' ? changes.now : undefined);
  const slack = await startStandIn({
    manifest: reachedBy(connection, manifest ?? (await readOwnManifest())),
    timing,
    ...(workspaceNow !== undefined && { now: workspaceNow }),
  });
  before?.(slack);
  onTestFinished(() => slack.close());
  const factDesk = changes.factDesk ?? (await openSampleDesk());
  const now = () => new Date();
  const ledger = (await inherit?.(slack)) ?? (await openLedger({ directory: await createFolder({}), now }));
  onTestFinished(() => ledger.close());
  const lines: string[] = [];
  const waits: number[] = [];
  const { requests = createOngoingRequests() } = changes;
  const mixin = () => requestFields(requests, { hasTraces: true });
  const app = await startSlackApp({
    botToken: slack.botToken,
    ...wayIn(slack, connection),
    apiUrl: slack.apiUrl,
    ledger,
    deskChannel: deskChannel === undefined ? null : slack.channel(deskChannel).id,
    logger: pino({ level: 'trace', mixin }, { write: (line) => lines.push(line) }),
    requests,
    now,
    requestTimeoutMs: 5_000,
    wait: async (ms) => {
      waits.push(ms);
    },
    ...changes,
    factDesk,
  });
  onTestFinished(async () => {
    await app.stop({ deadlineMs: 2_000 });
  });
  if (app.address !== null) await slack.setRequestUrl(app.address);
  return { slack, app, factDesk, ledger, waits, log: () => lines.join('') };
}

function reachedBy(connection: Connection, manifest: AppManifest): AppManifest {
  const settings = { ...manifest.settings, socket_mode_enabled: connection === 'socket' };
  return { ...manifest, settings };
}

const wayIn = ({ appToken, signingSecret }: StandIn, connection: Connection) =>
  connection === 'http' ? { signedHttp: { signingSecret, host: '127.0.0.1', port: 0 } } : { appToken };

/**
 * Connects another copy of the bot to the same workspace; it stops when the test ends. Signed requests go on to the
 * desk's own app as long as that listens, and then to the copy.
 */
export async function openCopy(
  { slack, factDesk, app: first }: Pick<SlackDesk, 'slack' | 'factDesk'> & Partial<Pick<SlackDesk, 'app'>>,
  ledger: Ledger,
  changes: Partial<SlackAppOptions> = {},
): Promise<SlackApp> {
  onTestFinished(() => ledger.close());
  const isByHttp = typeof first?.address === 'string';
  const app = await startSlackApp({
    botToken: slack.botToken,
    ...wayIn(slack, isByHttp ? 'http' : (inject('connection') ?? 'socket')),
    apiUrl: slack.apiUrl,
    logger: pino({ level: 'silent' }),
    now: () => new Date(),
    ledger,
    factDesk,
    ...changes,
  });
  onTestFinished(async () => {
    await app.stop({ deadlineMs: 2_000 });
  });
  if (app.address !== null && !first?.isConnected()) await slack.setRequestUrl(app.address);
  return app;
}
