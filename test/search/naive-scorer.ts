import type { Passage } from '../../src/corpus/index.ts';
import {
  FIRST_SCORE,
  type Saturation,
  SURROUNDINGS_SATURATION,
  stepOf,
  stepsOf,
  TEXT_SATURATION,
} from '../../src/search/indexing/bm25.ts';
import { stem } from '../../src/search/text/stem.ts';
import { STOP_WORDS } from '../../src/search/text/stop-words.ts';
import { tokenise } from '../../src/search/text/tokenise.ts';

/** A term of a question as the naive scorer needs it: stems with what each adds. */
export interface NaiveTerm {
  readonly weight: number;
  readonly alternatives: readonly { readonly stem: string; readonly certainty: number }[];
}

function stemsOf(...texts: readonly string[]): readonly string[] {
  const stems: string[] = [];
  for (const text of texts) {
    tokenise(text, (form) => {
      if (!STOP_WORDS.has(form)) stems.push(stem(form));
    });
  }
  return stems;
}

function steps(stems: readonly string[], wanted: string, saturation: Saturation): number {
  return stepsOf(stems.filter((one) => one === wanted).length, stems.length, saturation);
}

/** Adds in 32 bits, term by term, as the sheets of the fast scorer do. */
function total(stems: readonly string[], terms: readonly NaiveTerm[], saturation: Saturation, share = 1) {
  let score = 0;
  for (const { weight, alternatives } of terms) {
    for (const { stem: wanted, certainty } of alternatives) {
      const worth = weight * certainty * (stepOf(saturation) * share);
      if (stems.includes(wanted)) score = Math.fround(score + worth * steps(stems, wanted, saturation));
    }
  }
  return score;
}

const namesSource = (attribution: string, { title, publisher }: Passage['source']) =>
  attribution === title || attribution === publisher;

/** The first score of every passage, by going through all words of all passages. Ordinals, best first. */
export function scoreNaively(passages: readonly Passage[], terms: readonly NaiveTerm[]) {
  const texts = passages.map(({ text }) => stemsOf(text));
  const around = passages.map(({ source, topics, attribution, text, context }) =>
    stemsOf(
      source.title,
      ...topics,
      ...(namesSource(attribution, source) ? [] : [attribution]),
      ...(context === '' ? [] : [text, context]),
    ),
  );
  const lines = passages.map(({ askedAs, alsoCalled }) =>
    [...askedAs, ...alsoCalled].map((line) => stemsOf(line)),
  );
  const scores = passages.map((_, i) => {
    const [text, surroundings] = [texts[i] ?? [], around[i] ?? []];
    let own = total(text, terms, TEXT_SATURATION);
    const best = (lines[i] ?? []).map((line) => total(line, terms, TEXT_SATURATION));
    const bestLine = Math.max(0, ...best);
    if (bestLine > 0) own = Math.fround(own + bestLine * FIRST_SCORE.askedAs);
    if (own === 0) return 0;
    return Math.fround(own + total(surroundings, terms, SURROUNDINGS_SATURATION, FIRST_SCORE.surroundings));
  });
  return [...scores.keys()]
    .filter((i) => (scores[i] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .map((ordinal) => ({ ordinal, score: scores[ordinal] ?? 0 }));
}
