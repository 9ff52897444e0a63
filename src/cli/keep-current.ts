import type { Logger } from 'pino';
import type { StockedFactDesk } from '../answer/index.ts';
import { type CorpusPlace, type CorpusWatch, formatProblem, inspectCorpus } from '../corpus/index.ts';

/** What is kept current, from where. */
export interface Currency {
  readonly place: CorpusPlace;
  /** Opened before the corpus was read for the first time. */
  readonly watch: CorpusWatch;
  readonly factDesk: StockedFactDesk;
  readonly logger: Logger;
}

/**
 * Brings every saved sheet and every new archive file to the fact desk, without a restart. Gives a function that ends
 * it. A broken save is logged with the words of `factdesk check`, and the last good state stays in use.
 */
export function keepCurrent({ place, watch, factDesk, logger }: Currency): () => Promise<void> {
  const ending = new AbortController();
  const onChange = async () => {
    const { corpus, problems } = await inspectCorpus(place);
    if (problems.length > 0) {
      for (const problem of problems) logger.error(formatProblem(problem));
      logger.error({ problems: problems.length }, 'the changed corpus is not used; the last good one stays');
      return;
    }
    await factDesk.restock(corpus);
    const { facts, sources } = await factDesk.onFile();
    logger.info({ facts, sources }, 'corpus read again');
  };
  const watching = watch.watch({ onChange, signal: ending.signal });
  return async () => {
    ending.abort();
    await watching;
  };
}
