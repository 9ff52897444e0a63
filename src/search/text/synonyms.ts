import { readDataLines } from './data-files.ts';
import { stem } from './stem.ts';

/** By stem: stems of the words that are used for the same thing. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Reads the groups of words that reporters use for the same thing; a word may stand in several. */
export function readSynonyms(): Synonyms {
  const byWord = new Map<string, Set<string>>();
  for (const group of readDataLines('synonyms.txt').map((line) => line.split(' '))) {
    for (const word of group) {
      const others = byWord.get(word) ?? new Set();
      for (const other of group) if (other !== word) others.add(other);
      byWord.set(word, others);
    }
  }
  return new Map([...byWord].map(([word, others]) => [stem(word), [...others].map(stem)]));
}

/** Reads the postal codes of the states of the United States: by code, the telling word of the name. */
export function readStateCodes(): ReadonlyMap<string, string> {
  return new Map(readDataLines('us-state-codes.txt').map((line) => line.split(' ') as [string, string]));
}
