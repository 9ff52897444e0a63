import type { Logger } from 'pino';
import type { StockedFactDesk } from '../answer/index.ts';
import {
  type Corpus,
  type CorpusPlace,
  type CorpusWatch,
  formatProblem,
  inspectCorpus,
  keepLastGood,
} from '../corpus/index.ts';
import type { SlackApp } from '../slack/index.ts';

/** What is kept current, from where. */
export interface Currency {
  readonly place: CorpusPlace;
  /** Opened before `corpus` was read. */
  readonly watch: CorpusWatch;
  /** What the fact desk answers from at first. */
  readonly corpus: Corpus;
  readonly factDesk: StockedFactDesk;
  readonly logger: Logger;
  /**
   * Is told once of every new state of the sheets that is broken, and once, with no problems, when it is mended; and once
   * of every line of the archive that came to be broken.
   */
  readonly tell: SlackApp['tellDesk'];
}

/**
 * Brings every saved sheet and every new archive file to the fact desk, without a restart. Gives a function that ends
 * it. A broken sheet is told and logged with the words of `factdesk check`, and its last good state stays in use.
 */
export function keepCurrent({ place, watch, corpus, factDesk, logger, tell }: Currency): () => Promise<void> {
  const ending = new AbortController();
  let inUse = corpus;
  let told = '';
  const onChange = async () => {
    const found = await inspectCorpus(place);
    const { problems } = found;
    for (const problem of problems) logger.error(formatProblem(problem));
    const lastGood = keepLastGood(inUse, found);
    const { heldBack } = lastGood;
    if (problems.length > 0) {
      logger.error(
        { problems: problems.length, heldBack },
        'the last good state of the broken sheets stays in use, less what they may take back',
      );
    }
    inUse = lastGood.corpus;
    const unreadable = await factDesk.restock(inUse);
    const { facts, sources } = await factDesk.onFile();
    logger.info({ facts, sources }, 'corpus read again');
    const broken = problems.map(formatProblem).join('\n');
    if (broken !== told) await tell.ofSheets({ problems, heldBack });
    told = broken;
    if (unreadable.length > 0) await tell.ofArchive(unreadable);
  };
  const watching = watch.watch({ onChange, signal: ending.signal });
  return async () => {
    ending.abort();
    await watching;
  };
}
