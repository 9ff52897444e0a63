import type { Logger } from 'pino';
import { formatProblem } from '../corpus/index.ts';
import type { IndexThread } from './index-thread.ts';

/** What is needed to rebuild the index of an archive. */
export interface RebuildOptions {
  /** The thread that indexes for the fact desk. */
  readonly thread: Pick<IndexThread, 'reread'>;
  /** Starts another thread, in which the index is built. */
  readonly startThread: () => IndexThread;
  /** Answers from the new index from the moment it resolves. */
  readonly reload: () => Promise<unknown>;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * Gives a function that has the archive's index rebuilt in a thread of its own and then used. While one is being
 * built, calling it again does nothing.
 */
export function createRebuild({ thread, startThread, reload, now, logger }: RebuildOptions): () => void {
  let isBuilding = false;
  const rebuild = async () => {
    const builder = startThread();
    try {
      const problems = await builder.build(now());
      for (const problem of problems) logger.warn(formatProblem(problem));
      await thread.reread();
      await reload();
      logger.info('the index of the archive was built anew');
    } finally {
      await builder.close();
    }
  };
  return () => {
    if (isBuilding) return;
    isBuilding = true;
    rebuild()
      .catch((error: unknown) =>
        logger.error({ err: error }, 'the index of the archive could not be built anew'),
      )
      .finally(() => {
        isBuilding = false;
      });
  };
}
