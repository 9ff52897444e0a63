import { FIRST_SCORE, FIRST_STEPS } from '../indexing/bm25.ts';
import type { IndexData } from '../indexing/index-columns.ts';
import type { QueryTerm } from '../query/query.ts';
import { BestList, type Keep } from './best-list.ts';
import {
  START,
  type WeightedTerm,
  WINDOW_SIZE,
  type Window,
  WindowScorer,
  windowBehind,
} from './window-scorer.ts';

/** Scores of passages, of their surroundings and of their lines. */
interface WindowScorers {
  readonly passages: WindowScorer;
  readonly surroundings: WindowScorer;
  readonly lines: WindowScorer;
}

function createScorers(
  { text, surroundings, lines }: IndexData,
  sought: readonly WeightedTerm[],
): WindowScorers {
  return {
    passages: new WindowScorer(text.postings, FIRST_STEPS.text, sought),
    surroundings: new WindowScorer(surroundings.postings, FIRST_STEPS.surroundings, sought),
    lines: new WindowScorer(lines.postings, FIRST_STEPS.text, sought),
  };
}

/** Passages worth reranking, best first. */
export interface Candidates {
  readonly ordinals: Int32Array;
  /** First score of each: the sum over terms of rarity, certainty and saturated frequency. */
  readonly scores: Float32Array;
}

/** Which passages are wanted. */
export interface Wanted {
  readonly keep: Keep;
  readonly accepts: (ordinal: number) => boolean;
  /** How many passages are scored at a time. @default WINDOW_SIZE */
  readonly windowSize?: number;
}

/** Each passage is raised by the best of its lines: more lines are not more of an answer. */
function addBestLines(
  scores: Float32Array,
  lines: Float32Array,
  passageOfLine: Int32Array,
  window: Window,
): void {
  for (let line = window.line; line < window.lineEnd; ) {
    const ordinal = passageOfLine[line] ?? 0;
    let best = 0;
    for (; passageOfLine[line] === ordinal; line++) best = Math.max(best, lines[line - window.line] ?? 0);
    const place = ordinal - window.ordinal;
    if (best > 0) scores[place] = (scores[place] ?? 0) + best * FIRST_SCORE.askedAs;
  }
}

/** Scores are summed in 32 bits: a bound is widened by more than all rounding can come to. */
const ROUNDING = 1.0001;

/**
 * Surroundings alone are no match: only a passage with a word of its own is raised by them. Paragraphs whose
 * surroundings score so little that no passage in them can be among the best are passed over.
 */
function selectBest(
  { passages: { columns }, reach }: IndexData,
  { passages: { scores }, surroundings }: WindowScorers,
  window: Window,
  { best, accepts }: { readonly best: BestList; readonly accepts: (ordinal: number) => boolean },
): void {
  const { paragraphStarts } = columns;
  const around = surroundings.scores;
  let floor = best.floor;
  for (let paragraph = window.paragraph; paragraph < window.paragraphEnd; paragraph++) {
    const ofParagraph = around[paragraph - window.paragraph] ?? 0;
    if (ofParagraph * (1 + (reach[paragraph] ?? 0)) * ROUNDING <= floor) continue;
    const end = (paragraphStarts[paragraph + 1] ?? 0) - window.ordinal;
    for (let place = (paragraphStarts[paragraph] ?? 0) - window.ordinal; place < end; place++) {
      const own = scores[place] ?? 0;
      if (own + ofParagraph <= floor || own === 0) continue;
      const score = Math.fround(own + ofParagraph);
      if (score <= floor || !accepts(place + window.ordinal)) continue;
      best.add(place + window.ordinal, score);
      floor = best.floor;
    }
  }
}

/** The terms that a question looks for, once for each word of it that they stand for. */
export function weighTerms(terms: readonly QueryTerm[]): readonly WeightedTerm[] {
  const sought: WeightedTerm[] = [];
  for (const { weight, alternatives } of terms) {
    for (const { term, certainty } of alternatives) {
      if (weight * certainty > 0) sought.push({ term, worth: weight * certainty });
    }
  }
  return sought;
}

/** Scores every passage that shares a word with the question and gives the best. */
export function findCandidates(
  index: IndexData,
  terms: readonly QueryTerm[],
  { keep, accepts, windowSize = WINDOW_SIZE }: Wanted,
): Candidates {
  const scorers = createScorers(index, weighTerms(terms));
  const { passages, surroundings, lines } = scorers;
  const best = new BestList(keep);
  for (let window = START; window.ordinalEnd < index.passages.size; ) {
    window = windowBehind(index, window, windowSize);
    const isHeld = passages.score(window.ordinal, window.ordinalEnd);
    surroundings.score(window.paragraph, window.paragraphEnd);
    const isAsked = lines.score(window.line, window.lineEnd);
    if (!isHeld && !isAsked) continue;
    addBestLines(passages.scores, lines.scores, index.passageOfLine, window);
    selectBest(index, scorers, window, { best, accepts });
  }
  return { ordinals: best.numbers.subarray(0, best.count), scores: best.scores.subarray(0, best.count) };
}
