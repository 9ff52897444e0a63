import { setTimeout } from 'node:timers/promises';
import { corpusFingerprint } from './corpus-fingerprint.ts';
import type { CorpusPlace } from './load-corpus.ts';

/** How to watch. */
interface WatchOptions {
  /**
   * Called after files were added, removed or written, once they are no longer changing; never concurrently.
   * Resolves false to be called again in a while although nothing changed, because some file could not be read.
   */
  readonly onChange: () => Promise<boolean>;
  /** Whether what was read before is partial: then `onChange` is called soon. @default false */
  readonly isPartial?: boolean;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Milliseconds between two polls. A change is reported after two to three polls. @default 250 */
  readonly everyMs?: number;
}

/** Polling takes no more than this share of the time: with very many files it becomes rarer. */
const LARGEST_SHARE = 0.15;
/** Polls between a partial reading and the next attempt. */
const POLLS_UNTIL_RETRY = 8;

/** A corpus with its first fingerprint taken, which can be watched from that moment on. */
export interface CorpusWatch {
  /** Watches until the signal ends it; then resolves. Rejects when `onChange` or a poll does. */
  watch(options: WatchOptions): Promise<void>;
}

/**
 * Takes the first fingerprint of a corpus. Do it before the corpus is read: then no change falls between reading and
 * watching.
 * @param poll gives a text that differs when something has changed @default the fingerprint, taken in this thread
 */
export async function openCorpusWatch(
  place: CorpusPlace,
  poll: () => Promise<string> = async () => corpusFingerprint(place),
): Promise<CorpusWatch> {
  const first = await poll();
  return {
    async watch({ onChange, isPartial = false, signal, everyMs = 250 }) {
      let [known, seen] = [first, first];
      let pause = everyMs;
      let pollsUntilRetry = isPartial ? 1 : Number.POSITIVE_INFINITY;
      while (await waited(pause, signal)) {
        const start = performance.now();
        const current = await poll();
        // An editor or an import may still be writing: poll again soon.
        const isSettled = current === seen;
        pause = isSettled ? Math.max(everyMs, (performance.now() - start) / LARGEST_SHARE) : everyMs / 2;
        seen = current;
        pollsUntilRetry -= 1;
        if (!isSettled || (current === known && pollsUntilRetry > 0)) continue;
        known = current;
        pollsUntilRetry = (await onChange()) ? Number.POSITIVE_INFINITY : POLLS_UNTIL_RETRY;
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
