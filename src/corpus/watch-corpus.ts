import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CorpusPlace } from './load-corpus.ts';

/** How to watch. */
export interface WatchOptions {
  /** Called after files were added, removed or written, once they have been left alone for a moment. Never twice at a time. */
  readonly onChange: () => Promise<void>;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Milliseconds between two looks. A change is told of after two to three looks. @default 250 */
  readonly everyMs?: number;
}

/** A look must not take more than this share of the time: with very many files they become rarer. */
const LARGEST_SHARE = 0.05;

/** A corpus that was looked at, and can be watched from that moment on. */
export interface CorpusWatch {
  /** Watches until the signal ends it; then resolves. Rejects when `onChange` does. */
  watch(options: WatchOptions): Promise<void>;
}

/**
 * Takes the first look at the folders of a corpus. Do it before the corpus is read: then no change falls between
 * reading and watching. Names, sizes and times are compared instead of asking the system to tell: that misses nothing on
 * network disks, in containers, and when a folder is replaced.
 */
export async function openCorpusWatch({ sheets, archive }: CorpusPlace): Promise<CorpusWatch> {
  const look = () => fingerprint([sheets, ...archive]);
  let known = await look();
  return {
    async watch({ onChange, signal, everyMs = 250 }) {
      let seen = known;
      let pause = everyMs;
      while (await waited(pause, signal)) {
        const start = performance.now();
        const current = await look();
        pause = Math.max(everyMs, (performance.now() - start) / LARGEST_SHARE);
        // An editor or an import may be in the middle of it: what still changes is looked at again.
        const isSettled = current === seen;
        seen = current;
        if (!isSettled || current === known) continue;
        known = current;
        await onChange();
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

/** A text that differs when a file that is no dot file was added, removed or written. */
async function fingerprint(folders: readonly string[]): Promise<string> {
  const states: string[] = [];
  for (const folder of folders) {
    for (const name of await listNames(folder)) {
      const file = join(folder, name);
      const state = await stat(file).catch(() => undefined);
      if (state?.isFile()) states.push(`${file}\t${state.size}\t${state.mtimeMs}\t${state.ino}`);
    }
  }
  return states.join('\n');
}

/** A folder that is not there has no files; it may come back. */
async function listNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => !name.split(/[\\/]/).some((part) => part.startsWith('.'))).sort();
}
