import type { Corpus, Problem } from '../corpus/index.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { Stock, Stockroom } from './stock/stock.ts';

/** What a shelf is kept with. */
export interface ShelfOptions {
  readonly corpus: Corpus;
  readonly now: () => Date;
  readonly stockroom: Stockroom;
  /** Is told of what in the archive could not be read. */
  readonly report: (problem: Problem) => void;
  /** Is told when the archive's index should be built anew. */
  readonly onWorn: () => void;
}

/** A shelf that holds what may be shown at the moment at which it is asked for. */
export interface KeptShelf {
  current(): Promise<Shelf>;
  /**
   * Fills it from a corpus, which takes the place of the one before when this resolves. Gives what in the archive could not
   * be read and was not told of before.
   * @param corpus @default the corpus that is in use
   */
  restock(corpus?: Corpus): Promise<readonly Problem[]>;
}

/** What may be shown is worked out anew when that changes by itself, and when the clock was put back. */
const isOver = ({ since, until }: Shelf, now: Date): boolean =>
  now < since || (until !== undefined && until <= now);

/** Fills a shelf and keeps it. Rejects with a CorpusError when the corpus cannot be read. */
export async function keepShelf(options: ShelfOptions): Promise<KeptShelf> {
  const { now, stockroom, report, onWorn } = options;
  let corpus = options.corpus;
  const fill = async (stocked: Corpus) => {
    const since = now();
    const stock: Stock = await stockroom.stock(stocked, since);
    stock.problems.forEach(report);
    if (stock.isWorn) onWorn();
    return { shelf: createShelf(stock, since, stocked.synonyms), problems: stock.problems };
  };
  let shelf = fill(corpus).then(shelfOf);
  await shelf;
  return {
    async current() {
      const asked = shelf;
      const isOld = isOver(await asked, now());
      // Of all who wait for the same new shelf, the first one fills it.
      if (isOld && shelf === asked) {
        const next = fill(corpus).then(shelfOf);
        shelf = next;
        // The old shelf is not answered from, but its time being over has the next question try again.
        next.catch(() => {
          if (shelf === next) shelf = asked;
        });
      }
      return shelf;
    },
    async restock(next = corpus) {
      const filled = await fill(next);
      corpus = next;
      shelf = Promise.resolve(filled.shelf);
      return filled.problems;
    },
  };
}

const shelfOf = (filled: { readonly shelf: Shelf }): Shelf => filled.shelf;
