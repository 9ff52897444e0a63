import { once } from '../../memo.ts';
import type { PassageVectors } from '../indexing/passage-vectors.ts';
import type { OpenSegment } from '../indexing/segment.ts';
import type { SharedVectors } from '../query/language.ts';
import { type ExampleQueries, readExampleQueries } from './example-queries.ts';
import { readSegmentTerms, type SegmentTerms } from './segment-terms.ts';
import { TextNorms } from './text-norms.ts';
import { readTextVectors, type TextVectors } from './text-vectors.ts';

/** What ranking reads of a segment, whatever is asked. What it remembers is the same for every question. */
export interface SegmentContext extends SegmentTerms {
  /** Of what passages speak of. */
  readonly textNorms: TextNorms;
  /** Of what their lines (`asked as`, `also called`) speak of. */
  readonly lineNorms: TextNorms;
  /** Of a small segment; undefined where only words lead to a passage. */
  readonly textVectors: (() => TextVectors) | undefined;
  /** What its passages mean, where a sentence encoder told. */
  readonly passageVectors: PassageVectors | undefined;
  readonly examplesOf: (ordinal: number) => ExampleQueries;
}

/** What ranking reads of a segment. `idfOf` gives what a term of it weighs in the whole corpus. */
export function createSegmentContext(
  { index, vectors: passageVectors, isFetched }: OpenSegment,
  vectors: SharedVectors,
  idfOf: (term: number) => number,
): SegmentContext {
  const terms = readSegmentTerms(index, vectors, idfOf);
  const textNorms = new TextNorms(terms, index.text.words);
  const lineNorms = new TextNorms(terms, index.lines.words);
  return {
    ...terms,
    textNorms,
    lineNorms,
    textVectors: isFetched ? undefined : once(() => readTextVectors(terms, { textNorms, lineNorms })),
    passageVectors,
    examplesOf: readExampleQueries(index),
  };
}
