import { setTimeout } from 'node:timers/promises';
import type { CorpusPlace } from './load-corpus.ts';
import { lookAtCorpus } from './look-at-corpus.ts';

/** How to watch. */
export interface WatchOptions {
  /**
   * Called after files were added, removed or written, once they have been left alone for a moment. Never twice at a time.
   * Resolves false to be called again in a while, although nothing has changed: something could not be looked into.
   */
  readonly onChange: () => Promise<boolean>;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Milliseconds between two looks. A change is told of after two to three looks. @default 250 */
  readonly everyMs?: number;
}

/** A look must not take more than this share of the time: with very many files they become rarer. */
const LARGEST_SHARE = 0.15;
/** So many looks after one that something could not be looked into at, it is tried again. */
const LOOKS_UNTIL_AGAIN = 8;

/** A corpus that was looked at, and can be watched from that moment on. */
export interface CorpusWatch {
  /** Watches until the signal ends it; then resolves. Rejects when `onChange` or a look does. */
  watch(options: WatchOptions): Promise<void>;
}

/**
 * Takes the first look at the folders of a corpus. Do it before the corpus is read: then no change falls between
 * reading and watching.
 * @param look gives a text that differs when something has changed @default it is looked at in this thread
 */
export async function openCorpusWatch(
  place: CorpusPlace,
  look: () => Promise<string> = async () => lookAtCorpus(place),
): Promise<CorpusWatch> {
  const first = await look();
  return {
    async watch({ onChange, signal, everyMs = 250 }) {
      let [known, seen] = [first, first];
      let pause = everyMs;
      let untilAgain = Number.POSITIVE_INFINITY;
      while (await waited(pause, signal)) {
        const start = performance.now();
        const current = await look();
        // An editor or an import may be in the middle of it: what still changes is looked at again, and soon.
        const isSettled = current === seen;
        pause = isSettled ? Math.max(everyMs, (performance.now() - start) / LARGEST_SHARE) : everyMs / 2;
        seen = current;
        untilAgain -= 1;
        if (!isSettled || (current === known && untilAgain > 0)) continue;
        known = current;
        untilAgain = (await onChange()) ? Number.POSITIVE_INFINITY : LOOKS_UNTIL_AGAIN;
      }
    },
  };
}

/** False when the signal came first. */
async function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
