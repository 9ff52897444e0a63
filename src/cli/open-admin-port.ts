import type { Logger } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import { LedgerError } from '../ledger/index.ts';
import type { Figures } from '../operations/index.ts';
import { CommandError } from './command-error.ts';
import type { Operations, StartedBot } from './operations.ts';

/** Opens the port for probes and metrics. Rejects with a CommandError when it is taken. */
export async function openAdminPort(
  admin: NonNullable<Config['admin']>,
  { logger, now }: { readonly logger: Logger; readonly now: () => Date },
): Promise<Operations> {
  const { createMetrics, createReadiness, observedLedger, startAdminServer } = await import(
    '../operations/index.ts'
  );
  const metrics = createMetrics(packageJson.version);
  const readiness = createReadiness();
  const server = await startAdminServer({ ...admin, metrics, readiness }).catch((cause: Error) => {
    throw new CommandError(whyClosed(cause, admin), { cause, exitCode: 2 });
  });
  logger.info({ host: admin.host, port: server.port }, 'probes and metrics are served');
  let reading = { at: now().getTime(), seconds: 0 };
  return {
    observer: metrics.observer,
    observeLedger: (ledger) =>
      observedLedger(ledger, ({ error }) => {
        if (error instanceof LedgerError) metrics.ledgerFailed();
      }),
    observeFactDesk(factDesk, readIn) {
      reading = { at: now().getTime(), seconds: readIn };
      return {
        ...factDesk,
        async reload() {
          const start = performance.now();
          const contents = await factDesk.reload();
          reading = { at: now().getTime(), seconds: (performance.now() - start) / 1_000 };
          return contents;
        },
      };
    },
    started({ bots, ledger, app }) {
      metrics.watch(async () => ({
        ...sumOf(await Promise.all(bots().map(figuresOf))),
        indexAgeSeconds: Math.max(0, now().getTime() - reading.at) / 1_000,
        indexLoadSeconds: reading.seconds,
      }));
      const closed = app.address === null ? 'no socket to Slack is open' : 'nothing listens for Slack';
      readiness.require(() => (app.isConnected() ? null : closed));
      readiness.require(() => (bots().some(isLoading) ? 'the archive is being read' : null));
      readiness.require(async () =>
        (await ledger.isMigrated()) ? null : 'the ledger has tables of another version',
      );
      readiness.started();
    },
    stopping: () => readiness.stop(),
    close: () => server.close(),
  };
}

function whyClosed(cause: NodeJS.ErrnoException, { host, port }: NonNullable<Config['admin']>): string {
  const code = cause.code ?? cause.message;
  if (code === 'EADDRINUSE') return `FACTDESK_ADMIN_PORT ${port} is taken by another program.`;
  if (code === 'EACCES')
    return `FACTDESK_ADMIN_PORT ${port} may not be listened on by this user. Set it to one above 1023. (${code})`;
  const way = 'Use 127.0.0.1, or 0.0.0.0 for every address.';
  return `FACTDESK_ADMIN_HOST ${host} cannot be listened on. ${way} (${code})`;
}

const isLoading = ({ factDesk }: StartedBot) => factDesk.contents().archive === 'loading';

type BotFigures = Omit<Figures, 'indexAgeSeconds' | 'indexLoadSeconds'>;

function sumOf(figures: readonly BotFigures[]): BotFigures {
  const sum = (of: (one: BotFigures) => number) => figures.reduce((all, one) => all + of(one), 0);
  return {
    passages: sum(({ passages }) => passages),
    sheetProblems: sum(({ sheetProblems }) => sheetProblems),
    openQuestions: sum(({ openQuestions }) => openQuestions),
    recallRows: {
      done: sum(({ recallRows }) => recallRows.done),
      waiting: sum(({ recallRows }) => recallRows.waiting),
      unreached: sum(({ recallRows }) => recallRows.unreached),
    },
  };
}

async function figuresOf({ factDesk, ledger }: StartedBot): Promise<BotFigures> {
  const [{ facts }, openQuestions, running] = await Promise.all([
    factDesk.onFile(),
    ledger.countOpenDeskQuestions(),
    ledger.recalls(['running']),
  ]);
  const recallRows = { done: 0, waiting: 0, unreached: 0 };
  for (const { number } of running) {
    const { copies, people, waiting, unreached } = await ledger.recallProgress(number);
    recallRows.waiting += waiting;
    recallRows.done += copies.edited + copies.replied + people.told;
    for (const count of unreached.values()) recallRows.unreached += count;
  }
  return {
    passages: facts,
    sheetProblems: factDesk.contents().news.problems.length,
    openQuestions,
    recallRows,
  };
}
