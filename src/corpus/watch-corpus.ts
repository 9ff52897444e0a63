import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { archiveFingerprint } from './archive/index.ts';
import { type Corpus, type CorpusPlace, inspectCorpus } from './load-corpus.ts';
import type { Problem } from './problem.ts';

/**
 * How long a change may go unnoticed, in milliseconds. Names, sizes and times of the files are read, not the files:
 * under a millisecond for a hundred sheets. Unlike the system's notices this works on network drives too.
 */
const LOOK_EVERY_MS = 400;

/** Who is told of a change. */
export interface CorpusWatcher {
  /** The corpus changed and is sound. Awaited before the next look. */
  readonly onChange: (corpus: Corpus) => Promise<void>;
  /** The corpus changed and has problems: what was read before stays in use. Told once for each change. */
  readonly onProblems: (problems: readonly Problem[]) => void;
}

/** Looks for changes of sheets and archive until `signal` is aborted; resolves then. Never rejects. */
export async function watchCorpus(
  place: CorpusPlace,
  { onChange, onProblems }: CorpusWatcher,
  signal: AbortSignal,
): Promise<void> {
  let known = await fingerprint(place);
  while (await pause(signal)) {
    const found = await fingerprint(place);
    if (found === known) continue;
    known = found;
    const { corpus, problems } = await inspectCorpus(place);
    if (problems.length > 0) onProblems(problems);
    else await onChange(corpus);
  }
}

/** False when the watch is over. */
function pause(signal: AbortSignal): Promise<boolean> {
  return sleep(LOOK_EVERY_MS, true, { signal }).catch(() => false);
}

/** A text that changes with every save. A folder that cannot be read for a moment looks like an empty one. */
async function fingerprint({ sheets, archive }: CorpusPlace): Promise<string> {
  const names = await readdir(sheets, { recursive: true }).catch(() => []);
  const states = await Promise.all(names.sort().map((name) => stateOf(join(sheets, name))));
  return [...states, await archiveFingerprint(archive).catch(() => '')].join('\n');
}

async function stateOf(file: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(file);
    return `${file}\t${size}\t${mtimeMs}\t${ino}`;
  } catch {
    return file;
  }
}
