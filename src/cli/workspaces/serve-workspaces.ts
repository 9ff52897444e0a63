import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { readConfig } from '../../config.ts';
import { createInstallations, createKeyRing, type Installation } from '../../installations/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { openWorkspacesPort, SlackStartError, type WorkspacesPort } from '../../slack/index.ts';
import type { WorkspacesConfig } from '../../workspaces-config.ts';
import type { BotSettings } from '../bot-settings.ts';
import { CommandError } from '../command-error.ts';
import { manifestScopes } from '../manifest-scopes.ts';
import { makeConfiguredSchema, openMainLedger } from '../open-configured-ledger.ts';
import type { OpenCorpus, WithCorpus } from '../open-corpus.ts';
import type { Operations, Started } from '../operations.ts';
import { reportFailure } from '../report-failure.ts';
import { STOP_DEADLINE_MS } from '../stop-deadline.ts';
import type { Terminal } from '../terminal.ts';
import { makeWorkspaceFolder } from './make-workspace-folder.ts';
import { shareCorpus } from './shared-corpus.ts';
import { type RunningBot, WorkspaceBots } from './workspace-bots.ts';
import { workspaceEnvironment } from './workspace-environment.ts';

interface Settings extends Omit<BotSettings, 'reach'> {
  readonly operations: Operations;
  /** Reads facts, acts with them, and closes what was opened. */
  readonly withCorpus: (operations: Operations, settings: BotSettings, act: WithCorpus) => Promise<void>;
  /** Runs one bot on facts that were read, until its terminal says that it is stopped. */
  readonly serveFrom: (corpus: OpenCorpus, operations: Operations, settings: BotSettings) => Promise<void>;
}

/**
 * Runs a bot for every workspace that has installed the app, each with facts and a ledger of its own, until the process
 * is asked to end. Rejects with an error for people when nothing can start.
 */
export async function serveWorkspaces(workspaces: WorkspacesConfig, settings: Settings): Promise<void> {
  await makeWorkspaceFolder(workspaces.folder);
  const ledger = settings.operations.observeLedger(await openMainLedger(settings.terminal));
  try {
    if (!workspaces.isCorpusShared) return await serveAll({ ledger, workspaces, settings });
    await settings.withCorpus(settings.operations, settings, async (opened) => {
      const { corpus, close } = shareCorpus(opened);
      await serveAll({ ledger, workspaces, settings, corpus }).finally(close);
    });
  } finally {
    await ledger.close();
  }
}

interface All {
  readonly ledger: Ledger;
  readonly workspaces: WorkspacesConfig;
  readonly settings: Settings;
  /** The facts of all workspaces. @default each has its own */
  readonly corpus?: OpenCorpus;
}

async function serveAll({ ledger, workspaces, settings, corpus }: All): Promise<void> {
  const { logger, terminal, operations } = settings;
  const { now } = terminal;
  const installations = createInstallations(ledger, createKeyRing(workspaces.key, workspaces.oldKeys));
  const port = openWorkspacesPort({
    ...workspaces,
    ...{ scopes: await manifestScopes(), installations, states: ledger, logger, now },
    observer: operations.observer,
    onChange: () => void bots.look(),
  });
  const atWork: AtWork = new Map();
  const start = (installation: Installation) =>
    startBot(installation, { port, workspaces, settings, corpus, atWork });
  const bots = new WorkspaceBots({ installations, start, logger, now });
  await port.start().catch(explain);
  const app = { isConnected: port.isListening, address: port.address() };
  operations.started({ bots: () => [...atWork.values()].flatMap((of) => of()), ledger, app });
  logger.info({ address: port.address() }, 'workspaces are served');
  await bots.follow();
  await terminal.untilStopped();
  operations.stopping();
  terminal.endWithin(STOP_DEADLINE_MS);
  await Promise.all([port.stop(), bots.stop()]);
}

interface BotParts extends Pick<All, 'workspaces' | 'settings'> {
  readonly port: WorkspacesPort;
  readonly corpus: OpenCorpus | undefined;
  readonly atWork: AtWork;
}

/** The bots that are connected, by workspace. */
type AtWork = Map<string, Started['bots']>;

function startBot(
  installation: Installation,
  { port, workspaces, settings, corpus, atWork }: BotParts,
): RunningBot {
  const { key } = installation;
  const logger = settings.logger.child({ workspace: key });
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const run = async () => {
    const folder = join(workspaces.folder, key);
    await makeWorkspaceFolder(folder);
    if (corpus === undefined) await mkdir(join(folder, 'facts'), { recursive: true });
    const env = await workspaceEnvironment(settings.terminal.env, key);
    const terminal = terminalOf({ ...settings.terminal, env }, logger, stopped);
    const started = ({ bots }: Started) => void atWork.set(key, bots);
    const operations = { ...settings.operations, started, stopping: () => void atWork.delete(key) };
    const reach = port.appOf(installation);
    const bot = { ...settings, config: readConfig(env), logger, terminal, reach, mayBeEmpty: true };
    const { withCorpus, serveFrom } = settings;
    await makeConfiguredSchema(bot.config);
    if (corpus !== undefined) await serveFrom(corpus, operations, bot);
    else await withCorpus(operations, bot, (own) => serveFrom(own, operations, bot));
  };
  const ended = run().then(
    (): 'stopped' => 'stopped',
    (error: unknown): 'failed' => {
      reportFailure(error, terminalOf(settings.terminal, logger, stopped));
      return 'failed';
    },
  );
  return { ended, stop };
}

/** What one bot of many has of the process: its end is not that of the others, and what it says goes into the log. */
function terminalOf(terminal: Terminal, logger: Logger, stopped: Promise<void>): Terminal {
  return {
    ...terminal,
    stderr: { ...terminal.stderr, write: (text) => logger.error(text.trim()) },
    setExitCode() {},
    endWithin() {},
    untilStopped: () => stopped,
  };
}

function explain(cause: unknown): never {
  if (!(cause instanceof SlackStartError)) throw cause;
  throw new CommandError(cause.message, { exitCode: 2, cause });
}
