import type { Passage } from '../../corpus/index.ts';

/** The passages of an index by ordinal. */
export interface PassageTable {
  readonly size: number;
  /** The passage as it was given. Throws a RangeError for an ordinal that was not given out. */
  at(ordinal: number): Passage;
}

/** Keeps the passages as the objects they came as. */
export function keepPassages(passages: readonly Passage[]): PassageTable {
  return {
    size: passages.length,
    at(ordinal) {
      const passage = passages[ordinal];
      if (!passage) throw new RangeError(`There is no passage ${ordinal} among ${passages.length}.`);
      return passage;
    },
  };
}
