import { setImmediate } from 'node:timers/promises';
import type { CorpusPlace, Passage, Problem } from '../../corpus/index.ts';
import { type FactsBySheet, type SheetPiece, withChanges } from './facts-by-sheet.ts';
import type { Stock, Stockroom } from './stock.ts';
import { connectThread } from './thread-connection.ts';

/** A stockroom in a thread of its own: reading a corpus and building its index does not hold up answering. */
export interface StockThread extends Stockroom {
  /** Gives a text that differs when files of the corpus were added, removed or written. */
  look(): Promise<string>;
  /** Builds the archive's index anew and keeps it in its file; the thread answers nothing meanwhile. */
  build(now: Date): Promise<readonly Problem[]>;
  /** Has the next stock read the archive's index from its file. */
  reread(): Promise<void>;
  close(): Promise<void>;
}

/** How a thread is started. */
export interface StockThreadOptions {
  readonly place: CorpusPlace;
  /** File in which the archive's index is kept. */
  readonly indexFile: string;
  /** Is told in words when the file cannot be used. */
  readonly report: (reason: string) => void;
}

/** Starts the thread. Close it, or the process does not end. */
export function startStockThread({ place, indexFile, report }: StockThreadOptions): StockThread {
  const thread = connectThread({ place, indexFile }, report);
  let known: FactsBySheet = new Map();
  let facts: readonly Passage[] = [];
  const stock = async (now: Date, isNew: boolean): Promise<Stock> => {
    const rest = await thread.ask('stock', { now, isNew });
    const pieces: SheetPiece[] = [];
    // Asked for one by one, so that this thread does other things in between.
    for (let piece = await thread.ask('facts', {}); piece; piece = await thread.ask('facts', {})) {
      pieces.push(...piece);
    }
    if (pieces.length > 0) {
      known = withChanges(known, pieces);
      facts = [...known.values()].flat();
    }
    // What is done with them is a step of its own.
    await setImmediate();
    return { ...rest, facts };
  };
  // The pieces of one stock are not to be taken for those of another.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (now: Date, isNew: boolean): Promise<Stock> => {
    const turn = last.then(() => stock(now, isNew));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    stock: (now) => inTurn(now, false),
    refresh: (now) => inTurn(now, true),
    look: () => thread.ask('look', {}),
    build: (now) => thread.ask('build', { now }),
    async reread() {
      await thread.ask('reread', {});
    },
    close: () => thread.close(),
  };
}
