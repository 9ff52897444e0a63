import { setImmediate } from 'node:timers/promises';
import type { CorpusPlace, Passage, Problem } from '../corpus/index.ts';
import { type FactsBySheet, type SheetPiece, withChanges } from './facts-by-sheet.ts';
import type { IndexContents, IndexProvider } from './index-contents.ts';
import { connectThread, type ThreadReports } from './thread-connection.ts';
import type { IndexTask } from './thread-messages.ts';

/** An index provider in a thread of its own: reading and indexing a corpus does not hold up answering. */
export interface IndexThread extends IndexProvider {
  /** Gives a text that differs when files of the corpus were added, removed or written, and when facts were encoded. */
  look(): Promise<string>;
  /** Rebuilds the archive's index and writes it to its file; the thread answers nothing meanwhile. */
  build(now: Date): Promise<readonly Problem[]>;
  /** Has the next contents read the archive's index from its file. */
  reread(): Promise<void>;
  close(): Promise<void>;
}

/** How a thread is started. */
export interface IndexThreadOptions extends ThreadReports {
  readonly place: CorpusPlace;
  /** File in which the archive's index is kept. */
  readonly indexFile: string;
  /** The folder of a sentence encoder, and that of all that factdesk keeps. @default facts are not encoded */
  readonly encoder?: { readonly folder: string; readonly data: string } | undefined;
}

type ContentsTask = Omit<Extract<IndexTask, { readonly kind: 'contents' }>, 'kind'>;

/** Starts the thread. Close it, or the process does not end. */
export function startIndexThread({ place, indexFile, encoder, ...reports }: IndexThreadOptions): IndexThread {
  const thread = connectThread({ place, indexFile, encoder }, reports);
  let known: FactsBySheet = new Map();
  let facts: readonly Passage[] = [];
  const contents = async (task: ContentsTask): Promise<IndexContents> => {
    const rest = await thread.ask('contents', task);
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
  // The pieces of two calls must not be mixed.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: ContentsTask): Promise<IndexContents> => {
    const turn = last.then(() => contents(task));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    contents: (now, { withArchive = true } = {}) => inTurn({ now, isNew: false, withArchive }),
    reload: (now) => inTurn({ now, isNew: true, withArchive: true }),
    look: () => thread.ask('look', {}),
    build: (now) => thread.ask('build', { now }),
    async reread() {
      await thread.ask('reread', {});
    },
    close: () => thread.close(),
  };
}
