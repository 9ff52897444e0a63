import { lowerBound } from '../columns/lower-bound.ts';
import type { IndexData } from '../indexing/index-columns.ts';
import type { PassageVectors, QuestionVector } from '../indexing/passage-vectors.ts';
import { dotAt } from './embedding.ts';

/** From this likeness on, two texts mean nearly the same: hardly any question off the topic has a fact so near. */
export const SAME_MEANING = 0.55;

/** Compares the passages of a segment with a question in what they mean, as a sentence encoder sees it. */
export interface Meaning {
  /** Likeness of the passage's own words and the question, 0 to 1; undefined where they were not encoded yet. */
  textOf(ordinal: number): number | undefined;
  /** Likeness of each line of the passage and the question, in their order. */
  linesOf(ordinal: number): readonly number[];
  /** By ordinal: likeness of the question and the passage's own words, or the nearest of its lines. */
  nearest(): Float32Array;
}

/**
 * Makes a segment ready to be compared; undefined where there are no vectors of the same model. A likeness is the
 * cosine, stretched so that 0 is that of texts that have nothing to do with each other, and 1 the same text: then it is
 * on one scale with every model, and with the cosine by word vectors.
 */
export function compareMeaning(
  { passages, passageOfLine }: IndexData,
  vectors: PassageVectors | undefined,
  question: QuestionVector | undefined,
): Meaning | undefined {
  if (!vectors || !question || vectors.model !== question.model) return undefined;
  const { values, norms, dimensions } = vectors;
  const asked = Float64Array.from(question.values);
  const likenessOf = (row: number) => {
    const norm = norms[row] ?? 0;
    if (norm === 0) return 0;
    const cosine = dotAt(asked, values, row * dimensions) / norm;
    return Math.max(0, (cosine - question.floor) / (1 - question.floor));
  };
  return {
    textOf: (ordinal) => ((norms[ordinal] ?? 0) === 0 ? undefined : likenessOf(ordinal)),
    linesOf(ordinal) {
      const found: number[] = [];
      for (let line = lowerBound(passageOfLine, ordinal); passageOfLine[line] === ordinal; line++)
        found.push(likenessOf(passages.size + line));
      return found;
    },
    nearest() {
      const nearest = Float32Array.from({ length: passages.size }, (_, ordinal) => likenessOf(ordinal));
      passageOfLine.forEach((ordinal, line) => {
        nearest[ordinal] = Math.max(nearest[ordinal] ?? 0, likenessOf(passages.size + line));
      });
      return nearest;
    },
  };
}
