import type { Problem } from '../corpus/index.ts';
import { createShelf, type Shelf } from './shelf.ts';
import type { Stock, Stockroom } from './stock/stock.ts';

/** What a shelf is kept with. */
export interface ShelfOptions {
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
  /** The stock that the shelf was filled from last. */
  stock(): Stock;
  /** Fills it from what was written since, which is answered from when this resolves. Until then, and when it rejects, nothing changes. */
  refresh(): Promise<Stock>;
}

/** What may be shown is worked out anew when that changes by itself, and when the clock was put back. */
const isOver = ({ since, until }: Shelf, now: Date): boolean =>
  now < since || (until !== undefined && until <= now);

/** Fills a shelf and keeps it. Rejects with a CorpusError when the corpus cannot be read. */
export async function keepShelf({ now, stockroom, report, onWorn }: ShelfOptions): Promise<KeptShelf> {
  const fill = async (since: Date, stocked: Promise<Stock>) => {
    const stock = await stocked;
    stock.problems.forEach(report);
    if (stock.isWorn) onWorn();
    return { stock, shelf: createShelf(stock, since) };
  };
  const fillNow = (from: (now: Date) => Promise<Stock>) => {
    const since = now();
    return fill(since, from(since));
  };
  let filled = fillNow((since) => stockroom.stock(since));
  let last = await filled;
  return {
    stock: () => last.stock,
    async current() {
      const asked = filled;
      const isOld = isOver((await asked).shelf, now());
      // Of all who wait for the same new shelf, the first one fills it.
      if (isOld && filled === asked) {
        const next = fillNow((since) => stockroom.stock(since));
        filled = next;
        next.then(
          (done) => {
            if (filled === next) last = done;
          },
          // The old shelf is not answered from, but its time being over has the next question try again.
          () => {
            if (filled === next) filled = asked;
          },
        );
      }
      return (await filled).shelf;
    },
    async refresh() {
      last = await fillNow((since) => stockroom.refresh(since));
      filled = Promise.resolve(last);
      return last.stock;
    },
  };
}
