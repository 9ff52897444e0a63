import { readFile } from 'node:fs/promises';
import pino from 'pino';
import { onTestFinished } from 'vitest';
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

/** A workspace with the bot in it: the real Bolt, real HTTP and a real socket, on loopback. */
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
  /** The clock of the workspace. @default the system's */
  readonly now?: () => Date;
}

/** Starts a workspace and the bot; both stop when the test ends. */
export async function openSlackDesk(
  changes: Partial<SlackAppOptions> = {},
  { manifest, before, inherit, deskChannel, timing = {}, now: workspaceNow }: WorkspaceOptions = {},
): Promise<SlackDesk> {
  const slack = await startStandIn({
    manifest: manifest ?? (await readOwnManifest()),
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
    appToken: slack.appToken,
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
  return { slack, app, factDesk, ledger, waits, log: () => lines.join('') };
}

/** Connects another copy of the bot to the same workspace; it stops when the test ends. */
export async function openCopy(
  { slack, factDesk }: Pick<SlackDesk, 'slack' | 'factDesk'>,
  ledger: Ledger,
  changes: Partial<SlackAppOptions> = {},
): Promise<SlackApp> {
  onTestFinished(() => ledger.close());
  const app = await startSlackApp({
    botToken: slack.botToken,
    appToken: slack.appToken,
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
  return app;
}
