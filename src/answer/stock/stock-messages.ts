import type { Problem } from '../../corpus/index.ts';
import type { SheetPiece } from './facts-by-sheet.ts';
import type { Stock } from './stock.ts';

/** What the thread is asked to do. */
export type StockTask =
  /** Puts together what may be shown at a moment; `isNew` reads first what was written since. */
  | { readonly kind: 'stock'; readonly now: Date; readonly isNew: boolean }
  /** Hands over the next piece of the facts that changed with the last stock. */
  | { readonly kind: 'facts' }
  /** Gives a text that differs when files were added, removed or written. */
  | { readonly kind: 'look' }
  /** Builds the archive's index anew and keeps it in its file. */
  | { readonly kind: 'build'; readonly now: Date }
  /** Reads the archive's index from its file at the next stock. */
  | { readonly kind: 'reread' };

/** A task with the number that its reply bears. */
export type StockRequest = StockTask & { readonly id: number };

/** Stock without its facts, which come in pieces: a thread that takes in ten thousand at once answers nobody meanwhile. */
export type StockWithoutFacts = Omit<Stock, 'facts'>;

/** What the thread gives for each task. */
export interface StockResults {
  readonly stock: StockWithoutFacts;
  /** Undefined when there are no more. */
  readonly facts: readonly SheetPiece[] | undefined;
  readonly look: string;
  readonly build: readonly Problem[];
  readonly reread: undefined;
}

/** What the thread answers. */
export type StockReply =
  | { readonly kind: 'done'; readonly id: number; readonly result: StockResults[StockTask['kind']] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly error: unknown;
      readonly problems?: readonly Problem[];
    }
  /** A reason why the file of the index was not used. */
  | { readonly kind: 'report'; readonly reason: string };
