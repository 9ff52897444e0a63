import { editDistance } from './edit-distance.ts';

/** Shorter words have too many neighbours to guess one; longer ones are not words. */
const SHORTEST = 3;
const LONGEST = 40;

/**
 * Finds the words one slip away from a typed word: two words are one slip apart when they are the same
 * after at most one letter is left out of each (the symmetric delete method of W. Garbe). Every word is
 * filed under itself and under itself without each of its letters.
 */
export interface DeletionTable {
  wordOf(id: number): string;
  /** Number of the first entry of each bucket, and at last the number of all. Buckets are a power of two. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
}

/** FNV-1a over the letters, leaving one out; `skip` -1 leaves none out. */
function hashWithout(word: string, skip: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    if (i !== skip) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The words that are filed: not too short, not too long, no numbers. */
function isFiled(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word);
}

/** Files the given words. */
export function createDeletionTable(words: readonly number[], wordOf: (id: number) => string): DeletionTable {
  const filed = words.filter((id) => isFiled(wordOf(id)));
  const entries = filed.reduce((sum, id) => sum + wordOf(id).length + 1, 0);
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, entries / 2)));
  const starts = new Int32Array(buckets + 1);
  const eachEntry = (visit: (bucket: number, id: number) => void) => {
    for (const id of filed) {
      const word = wordOf(id);
      for (let skip = -1; skip < word.length; skip++) {
        // A doubled letter left out once or the other time gives the same entry.
        if (skip > 0 && word.charCodeAt(skip) === word.charCodeAt(skip - 1)) continue;
        visit(hashWithout(word, skip) & (buckets - 1), id);
      }
    }
  };
  eachEntry((bucket) => {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  });
  for (let i = 0; i < buckets; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const entriesOf = new Int32Array(starts[buckets] ?? 0);
  eachEntry((bucket, id) => {
    const at = next[bucket] ?? 0;
    next[bucket] = at + 1;
    entriesOf[at] = id;
  });
  return { wordOf, starts, words: entriesOf };
}

/** The filed words at most one slip away from the typed word, in no order that matters. */
export function nearWords(table: DeletionTable, typed: string): readonly number[] {
  if (!isFiled(typed)) return [];
  const mask = table.starts.length - 2;
  const found = new Set<number>();
  for (let skip = -1; skip < typed.length; skip++) {
    const bucket = hashWithout(typed, skip) & mask;
    const to = table.starts[bucket + 1] ?? 0;
    for (let at = table.starts[bucket] ?? 0; at < to; at++) found.add(table.words[at] ?? 0);
  }
  return [...found].filter((id) => editDistance(typed, table.wordOf(id), 1) <= 1);
}
