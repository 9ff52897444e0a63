import type { Problem } from '../corpus/index.ts';
import type { SheetPiece } from './facts-by-sheet.ts';
import type { IndexContents } from './index-contents.ts';

/** What the thread is asked to do. */
export type IndexTask =
  /** Gives what may be shown at a moment; with `isNew`, what was written since is read first. */
  | { readonly kind: 'contents'; readonly now: Date; readonly isNew: boolean; readonly withArchive: boolean }
  /** Hands over the next piece of the facts that changed since the contents before the last. */
  | { readonly kind: 'facts' }
  /** Gives a text that differs when files were added, removed or written, and when facts were encoded. */
  | { readonly kind: 'look' }
  /** Rebuilds the archive's index and writes it to its file. */
  | { readonly kind: 'build'; readonly now: Date }
  /** Reads the archive's index from its file with the next contents. */
  | { readonly kind: 'reread' };

/** A task with the number that its reply bears. */
export type IndexRequest = IndexTask & { readonly id: number };

/**
 * Contents without their facts, which come in pieces: a thread that receives ten thousand at once answers nobody
 * meanwhile.
 */
export type ContentsWithoutFacts = Omit<IndexContents, 'facts'>;

/** What the thread gives for each task. */
export interface IndexResults {
  readonly contents: ContentsWithoutFacts;
  /** Undefined when there are no more. */
  readonly facts: readonly SheetPiece[] | undefined;
  readonly look: string;
  readonly build: readonly Problem[];
  readonly reread: undefined;
}

/** What the thread answers. */
export type IndexReply =
  | { readonly kind: 'done'; readonly id: number; readonly result: IndexResults[IndexTask['kind']] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly error: unknown;
      readonly problems?: readonly Problem[];
    }
  /** A reason why the file of the index was not used. */
  | { readonly kind: 'report'; readonly reason: string }
  /** What is wrong with the sentence encoder, or with the file of its vectors. */
  | { readonly kind: 'encoder'; readonly reason: string };
