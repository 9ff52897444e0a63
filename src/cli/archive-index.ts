import { createHash } from 'node:crypto';
import { delimiter, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { type StockedFactDesk, type StockThread, startStockThread } from '../answer/index.ts';
import type { Config } from '../config.ts';
import { formatProblem } from '../corpus/index.ts';

/** The file in which the index of some archive folders is kept: one for each choice of folders. */
export function indexFileOf({ data, archive }: Pick<Config, 'data' | 'archive'>): string {
  const folders = archive.map((folder) => resolve(folder)).join(delimiter);
  const name = createHash('sha256').update(folders).digest('hex').slice(0, 12);
  return join(data, `archive-${name}.index`);
}

/** What tells of an index file that was not used, and that this does no harm. */
export const unusedIndexMessage = (file: string, reason: string): string =>
  `${file} is not used: ${reason}. The index is built from the archive.`;

/** What is needed to renew the index of an archive. */
export interface Renewal {
  readonly config: Pick<Config, 'data' | 'archive' | 'facts'>;
  /** The thread that the fact desk is stocked by. */
  readonly thread: StockThread;
  readonly factDesk: () => StockedFactDesk;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * Gives a function that has the archive's index built anew in a thread of its own and then used. While one is being
 * built, it does nothing more.
 */
export function createRenewal({ config, thread, factDesk, now, logger }: Renewal): () => void {
  let isBuilding = false;
  const renew = async () => {
    const indexFile = indexFileOf(config);
    const builder = startStockThread({
      place: { sheets: config.facts, archive: config.archive },
      indexFile,
      report: (reason) => logger.warn(unusedIndexMessage(indexFile, reason)),
    });
    try {
      const problems = await builder.build(now());
      for (const problem of problems) logger.warn(formatProblem(problem));
      await thread.reread();
      await factDesk().refresh();
      logger.info('the index of the archive was built anew');
    } finally {
      await builder.close();
    }
  };
  return () => {
    if (isBuilding) return;
    isBuilding = true;
    renew()
      .catch((error: unknown) =>
        logger.error({ err: error }, 'the index of the archive could not be built anew'),
      )
      .finally(() => {
        isBuilding = false;
      });
  };
}
