import type { Logger } from 'pino';
import { openFactDesk } from '../answer/index.ts';
import { type Config, readConfig } from '../config.ts';
import { CorpusError, formatProblem, openCorpusWatch, type Problem } from '../corpus/index.ts';
import {
  archiveIndexFile,
  createRebuild,
  type IndexContents,
  type IndexThread,
  readArchiveLater,
  startIndexThread,
} from '../corpus-index/index.ts';
import type { Encoder } from '../encoder/index.ts';
import { checkedOn, type Ledger } from '../ledger/index.ts';
import { createOngoingRequests } from '../ongoing-requests.ts';
import { type SlackApp, type SlackAppOptions, SlackStartError, startSlackApp } from '../slack/index.ts';
import { openQuestionEncoder, questionsThrough } from './bot-encoder.ts';
import type { BotSettings } from './bot-settings.ts';
import { CommandError } from './command-error.ts';
import { createLogger } from './create-logger.ts';
import { followCorpus } from './follow-corpus.ts';
import { loadChannelSettings } from './load-channel-settings.ts';
import { openConfiguredLedger, openPlaygroundLedger } from './open-configured-ledger.ts';
import type { OpenCorpus, WithCorpus } from './open-corpus.ts';
import { openOperations } from './open-operations.ts';
import { openPlayground } from './open-playground.ts';
import type { Operations } from './operations.ts';
import { pruneLedger } from './prune-ledger.ts';
import { restrictDataFolder } from './restrict-data-folder.ts';
import { STOP_DEADLINE_MS } from './stop-deadline.ts';
import type { Terminal } from './terminal.ts';
import { watchTables } from './watch-tables.ts';

/** The bot starts without the archive where reading it takes longer: an index is built in minutes. */
const ARCHIVE_PATIENCE_MS = 10_000;
/** Replies under way get this much of the last time to be sent; the rest is for letting go of ledger and corpus. */
const LAST_REPLIES_MS = 5_500;

/** Runs the bot until the process is asked to end. Rejects with an error for people when it cannot start. */
export async function serve(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env);
  const requests = createOngoingRequests();
  const logger = await createLogger(config, terminal, requests);
  for (const place of await restrictDataFolder(config.data))
    logger.warn(`${place} can be read by other users of this machine. Let its owner close it: chmod go-rwx`);
  const { now, endWithin } = terminal;
  const operations = await openOperations(config, { logger, requests, now, endWithin });
  const { workspaces } = config;
  const settings = { config, logger, requests, terminal };
  try {
    if (workspaces === undefined)
      return await withCorpus(operations, settings, (corpus) => serveFrom(corpus, operations, settings));
    const { serveWorkspaces } = await import('./workspaces/serve-workspaces.ts');
    await serveWorkspaces(workspaces, { ...settings, operations, withCorpus, serveFrom });
  } finally {
    await operations.close();
  }
}

/** Reads the facts, acts with them, and closes what was opened. */
async function withCorpus(operations: Operations, settings: BotSettings, act: WithCorpus): Promise<void> {
  const { config, logger } = settings;
  const encoder = await openQuestionEncoder(config, logger);
  const thread = startThread(config, logger, encoder);
  try {
    await act(await openCorpus(thread, { ...settings, encoder, operations }));
  } finally {
    await thread.close();
    await encoder?.close();
  }
}

async function openCorpus(
  thread: IndexThread,
  {
    encoder,
    operations,
    ...settings
  }: BotSettings & { readonly encoder: Encoder | undefined; readonly operations: Operations },
): Promise<OpenCorpus> {
  const { config, logger } = settings;
  const { now } = settings.terminal;
  const watch = await openCorpusWatch(placeOf(config), () => thread.look());
  const report = (problem: Problem) => logger.warn(formatProblem(problem));
  const onStale = createRebuild({
    thread,
    startThread: () => startThread(config, logger, undefined),
    reload: () => factDesk.reload(),
    now,
    logger,
  });
  // Facts are answered with before the ledger is open: nobody asks by then.
  let recorded: Ledger | undefined;
  const similarity = config.encoder === 'off' ? config.encoder : undefined;
  const start = performance.now();
  const opened = await openFactDesk({
    indexProvider: readArchiveLater(thread, { patienceMs: ARCHIVE_PATIENCE_MS }),
    ...{ now, report, onStale },
    encodeQuestion: encoder && questionsThrough(encoder, logger),
    similarity,
    reviewAfterDays: config.reviewAfterDays,
    foundTrueOn: (passage) => recorded && checkedOn(recorded, passage),
  });
  const factDesk = operations.observeFactDesk(opened, (performance.now() - start) / 1_000);
  if (!settings.mayBeEmpty) requireFacts(factDesk.contents(), config);
  const { facts, sources } = await factDesk.onFile();
  logger.info({ facts, sources }, 'corpus read');
  if (factDesk.contents().archive === 'loading')
    logger.warn(
      'the archive is still being read; meanwhile questions are answered from the fact sheets alone',
    );
  return {
    factDesk,
    follow: (app) => followCorpus({ watch, factDesk, logger, app }),
    recordIn(ledger) {
      recorded = ledger;
    },
  };
}

/** Runs a bot on facts that were read. */
async function serveFrom(corpus: OpenCorpus, operations: Operations, settings: BotSettings): Promise<void> {
  const { config, logger, terminal, reach = config.slack } = settings;
  const opening = reach ? openConfiguredLedger(terminal) : openPlaygroundLedger(terminal);
  const ledger = operations.observeLedger(await opening);
  corpus.recordIn(ledger);
  const stopWatching = watchTables(ledger, logger);
  const stopPruning = pruneLedger(ledger, config.questionRetentionDays, logger);
  try {
    await serveUntilStopped({ ...settings, ...corpus, ledger, operations });
  } finally {
    stopWatching();
    // Pruning may be waiting for the ledger; closing the ledger ends it.
    const stopped = stopPruning();
    await ledger.close();
    await stopped;
  }
}

const placeOf = ({ facts, archive }: Config) => ({ sheets: facts, archive });

/** The bot starts with the valid sheets, but not without any: see docs/decisions/0505-start-with-sound-sheets.md. */
function requireFacts({ news, factsKept }: IndexContents, { archive }: Config): void {
  if (factsKept === 0 && archive.length === 0 && news.problems.length > 0)
    throw new CorpusError(news.problems);
}

/** Reading a corpus and building its index never holds up an answer. */
function startThread(config: Config, logger: Logger, encoder: Encoder | undefined): IndexThread {
  const indexFile = archiveIndexFile(config);
  return startIndexThread({
    place: placeOf(config),
    indexFile,
    encoder:
      encoder && typeof config.encoder === 'object'
        ? { folder: config.encoder.folder, data: config.data }
        : undefined,
    reportEncoder: (reason) => logger.warn(reason),
    report: (reason) =>
      logger.warn(`${indexFile} is not used: ${reason}. The index is built from the archive.`),
  });
}

interface Parts extends BotSettings, Pick<OpenCorpus, 'factDesk' | 'follow'> {
  readonly ledger: Ledger;
  readonly operations: Operations;
}

async function serveUntilStopped({
  config,
  factDesk,
  ledger,
  logger,
  requests,
  terminal,
  reach = config.slack,
  follow,
  operations,
}: Parts): Promise<void> {
  const channelSettings = await loadChannelSettings(config.channels);
  const { recallReminderHours, facts, deskSheet: sheet, secondSignature: needsSecond } = config;
  const sheets = { folder: facts, url: config.sheetsUrl };
  const { observer } = operations;
  const { now } = terminal;
  const parts = {
    ...{ factDesk, ledger, logger, requests, observer, now },
    channelSettings,
    filing: { facts, sheet, needsSecond },
    recallReminderHours,
    sheets,
  };
  if (reach) {
    const { deskChannel = null, deskMembers, otherTeams = [], answerGuests } = config;
    return runBot(
      { ...reach, deskChannel, deskMembers, otherTeams, answerGuests, ...parts },
      { terminal, follow, operations },
    );
  }
  const playground = await openPlayground(config.port, factDesk, terminal);
  try {
    await runBot(
      { ...playground.slack, ...parts },
      {
        ...{ terminal, follow, operations },
        announce: playground.announce,
      },
    );
  } finally {
    await playground.close();
  }
}

interface Run extends Pick<Parts, 'terminal' | 'follow' | 'operations'> {
  readonly announce?: () => void;
}

async function runBot(
  options: SlackAppOptions & Pick<Parts, 'factDesk'>,
  { terminal, follow, operations, announce }: Run,
): Promise<void> {
  const app = await connect(options);
  const { factDesk, ledger } = options;
  operations.started({ bots: () => [{ factDesk, ledger }], ledger, app });
  const stopFollowing = follow(app);
  announce?.();
  const refusal = await Promise.race([terminal.untilStopped(), app.shutOut]);
  operations.stopping();
  terminal.endWithin(STOP_DEADLINE_MS);
  const isDrained = await app.stop({ deadlineMs: LAST_REPLIES_MS });
  if (!isDrained) options.logger.warn('stopped before the last reply was sent');
  await stopFollowing();
  if (refusal !== undefined) throw commandError(refusal);
}

async function connect(options: SlackAppOptions): Promise<SlackApp> {
  try {
    return await startSlackApp(options);
  } catch (cause) {
    throw cause instanceof SlackStartError ? commandError(cause) : cause;
  }
}

function commandError(cause: SlackStartError): CommandError {
  return new CommandError(cause.message, { exitCode: cause.isForGood ? 2 : 1, cause });
}
