import { Command } from 'commander';
import { type Logger, pino } from 'pino';
import { type FactDesk, openFactDesk } from '../answer/index.ts';
import { type Config, readConfig } from '../config.ts';
import { formatProblem, loadCorpus, type Problem } from '../corpus/index.ts';
import { type Ledger, openLedger } from '../ledger/index.ts';
import { type SlackAppOptions, startSlackApp } from '../slack/index.ts';
import { openPlayground } from './open-playground.ts';
import type { Terminal } from './terminal.ts';

/** Replies under way get this long to be sent when the process is asked to end, in milliseconds. */
const STOP_DEADLINE_MS = 8_000;

/** `factdesk serve`, which is `npm start`: the bot with Slack tokens, the playground without. */
export function serveCommand(terminal: Terminal): Command {
  return new Command('serve')
    .description('Start the bot; without Slack tokens, the playground.')
    .action(() => serve(terminal));
}

async function serve(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env);
  const logger = createLogger(config, terminal);
  const corpus = await loadCorpus({ sheets: config.facts, archive: config.archive });
  const report = (problem: Problem) => logger.warn(formatProblem(problem));
  const factDesk = await openFactDesk({ corpus, now: terminal.now, report });
  const ledger = await openLedger({
    directory: config.data,
    ...(config.databaseUrl !== undefined && { databaseUrl: config.databaseUrl }),
    now: terminal.now,
  });
  try {
    await serveUntilStopped({ config, factDesk, ledger, logger, terminal });
  } finally {
    await ledger.close();
  }
}

interface Parts {
  readonly config: Config;
  readonly factDesk: FactDesk;
  readonly ledger: Ledger;
  readonly logger: Logger;
  readonly terminal: Terminal;
}

async function serveUntilStopped({ config, factDesk, ledger, logger, terminal }: Parts): Promise<void> {
  const parts = { factDesk, ledger, logger, now: terminal.now };
  const { facts, sources } = await factDesk.onFile();
  logger.info({ facts, sources }, 'corpus read');
  if (config.slack) return runBot({ ...config.slack, ...parts }, terminal);
  const playground = await openPlayground(config.port, factDesk, terminal);
  try {
    await runBot({ ...playground.slack, ...parts }, terminal, playground.announce);
  } finally {
    await playground.close();
  }
}

async function runBot(options: SlackAppOptions, terminal: Terminal, announce?: () => void): Promise<void> {
  const app = await startSlackApp(options);
  announce?.();
  await terminal.untilStopped();
  if (!(await app.stop({ deadlineMs: STOP_DEADLINE_MS })))
    options.logger.warn('stopped before the last reply was sent');
}

/** The playground's page is the place to look; only what goes wrong belongs on its terminal. */
function createLogger({ logLevel, slack }: Config, { stderr }: Terminal): Logger {
  const level = slack === undefined && logLevel === 'info' ? 'warn' : logLevel;
  return pino({ level }, { write: (line: string) => void stderr.write(line) });
}
