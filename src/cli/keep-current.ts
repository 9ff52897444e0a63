import type { Logger } from 'pino';
import type { StockedFactDesk } from '../answer/index.ts';
import { type CorpusPlace, formatProblem, watchCorpus } from '../corpus/index.ts';

/**
 * Brings every saved sheet and every new archive file to the fact desk, without a restart. Gives a function that ends
 * it. A broken save is logged with the words of `factdesk check`, and the last good state stays in use.
 */
export function keepCurrent(
  place: CorpusPlace,
  factDesk: StockedFactDesk,
  logger: Logger,
): () => Promise<void> {
  const ending = new AbortController();
  const watching = watchCorpus(
    place,
    {
      onChange: async (corpus) => {
        await factDesk.restock(corpus);
        const { facts, sources } = await factDesk.onFile();
        logger.info({ facts, sources }, 'corpus read again');
      },
      onProblems: (problems) => {
        for (const problem of problems) logger.error(formatProblem(problem));
        logger.error(
          { problems: problems.length },
          'the changed corpus is not used; the last good one stays',
        );
      },
    },
    ending.signal,
  );
  return async () => {
    ending.abort();
    await watching;
  };
}
