import type { QuestionTerm } from '../question/question.ts';
import type { IndexData } from '../store/index-data.ts';
import type { PostingLists } from '../store/posting-lists.ts';
import { FIRST_SCORE, FIRST_STEPS } from './weights.ts';

/** Scores by ordinal, paragraph and line; all 0 between two questions. */
export interface ScoreSheets {
  readonly passages: Float32Array;
  readonly surroundings: Float32Array;
  readonly lines: Float32Array;
}

/** Sheets that fit an index. */
export function createScoreSheets(index: IndexData): ScoreSheets {
  return {
    passages: new Float32Array(index.passages.size),
    surroundings: new Float32Array(index.passages.columns.hasContext.length),
    lines: new Float32Array(index.passageOfLine.length),
  };
}

/** Passages worth a closer look, best first. */
export interface Candidates {
  readonly ordinals: Int32Array;
  /** First score of each: the sum over terms of rarity, certainty and saturated frequency. */
  readonly scores: Float32Array;
}

/**
 * Adds a term's postings to the scores. The arrays are parameters: over fields of objects the loop runs three times
 * slower. Skipping postings that cannot matter saves nothing here: one that is jumped to costs as much as twenty in a row.
 */
function accumulate(
  scores: Float32Array,
  lists: Int32Array,
  impacts: Uint8Array,
  { from, to, perStep }: { readonly from: number; readonly to: number; readonly perStep: number },
): void {
  for (let at = from; at < to; at++) {
    const list = lists[at] ?? 0;
    scores[list] = (scores[list] ?? 0) + perStep * (impacts[at] ?? 0);
  }
}

function addTerm(scores: Float32Array, postings: PostingLists, term: number, perStep: number): void {
  const { starts, lists, impacts } = postings;
  accumulate(scores, lists, impacts, { from: starts[term] ?? 0, to: starts[term + 1] ?? 0, perStep });
}

/** Each passage is raised by the best of its lines: more lines are not more of an answer. */
function addBestLines(scores: Float32Array, lines: Float32Array, passageOfLine: Int32Array): void {
  for (let line = 0; line < lines.length; ) {
    const ordinal = passageOfLine[line] ?? 0;
    let best = 0;
    for (; line < lines.length && passageOfLine[line] === ordinal; line++) {
      best = Math.max(best, lines[line] ?? 0);
    }
    if (best > 0) scores[ordinal] = (scores[ordinal] ?? 0) + best * FIRST_SCORE.askedAs;
  }
}

/** The best so far, best first, equal ones in order of their ordinals; kept by insertion, for small limits. */
class BestList {
  readonly ordinals: Int32Array;
  readonly scores: Float32Array;
  count = 0;
  /** A score that is not above this one is not among the best. */
  floor = 0;

  constructor(limit: number) {
    this.ordinals = new Int32Array(limit);
    this.scores = new Float32Array(limit);
  }

  /** Takes in a passage with a score above the floor. Passages must come in the order of their ordinals. */
  add(ordinal: number, score: number): void {
    const { ordinals, scores } = this;
    let at = this.count < ordinals.length ? this.count++ : this.count - 1;
    for (; at > 0 && (scores[at - 1] ?? 0) < score; at--) {
      scores[at] = scores[at - 1] ?? 0;
      ordinals[at] = ordinals[at - 1] ?? 0;
    }
    scores[at] = score;
    ordinals[at] = ordinal;
    if (this.count === ordinals.length) this.floor = scores[this.count - 1] ?? 0;
  }
}

/** Scores are summed in 32 bits: a bound is widened by more than all rounding can come to. */
const ROUNDING = 1.0001;

/**
 * Surroundings alone are no match: only a passage with a word of its own is raised by them. Paragraphs whose
 * surroundings score so little that no passage in them can be among the best are passed over.
 */
function selectBest(
  { passages: scores, surroundings }: ScoreSheets,
  reach: Float32Array,
  paragraphStarts: Int32Array,
  { best, accepts }: { readonly best: BestList; readonly accepts: (ordinal: number) => boolean },
): void {
  for (let paragraph = 0; paragraph < surroundings.length; paragraph++) {
    const around = surroundings[paragraph] ?? 0;
    if (around * (1 + (reach[paragraph] ?? 0)) * ROUNDING <= best.floor) continue;
    const end = paragraphStarts[paragraph + 1] ?? 0;
    for (let ordinal = paragraphStarts[paragraph] ?? 0; ordinal < end; ordinal++) {
      const own = scores[ordinal] ?? 0;
      if (own + around <= best.floor || own === 0) continue;
      const score = Math.fround(own + around);
      if (score > best.floor && accepts(ordinal)) best.add(ordinal, score);
    }
  }
}

/** Scores every passage that shares a word with the question and gives the best. */
export function findCandidates(
  index: IndexData,
  sheets: ScoreSheets,
  terms: readonly QuestionTerm[],
  { limit, accepts }: { readonly limit: number; readonly accepts: (ordinal: number) => boolean },
): Candidates {
  const { passages, surroundings, lines } = sheets;
  for (const { weight, alternatives } of terms) {
    for (const { term, certainty } of alternatives) {
      const worth = weight * certainty;
      if (worth <= 0) continue;
      addTerm(passages, index.text.postings, term, worth * FIRST_STEPS.text);
      addTerm(lines, index.lines.postings, term, worth * FIRST_STEPS.text);
      addTerm(surroundings, index.surroundings.postings, term, worth * FIRST_STEPS.surroundings);
    }
  }
  addBestLines(passages, lines, index.passageOfLine);
  const best = new BestList(limit);
  selectBest(sheets, index.reach, index.passages.columns.paragraphStarts, { best, accepts });
  for (const scores of [passages, surroundings, lines]) scores.fill(0);
  return { ordinals: best.ordinals.subarray(0, best.count), scores: best.scores.subarray(0, best.count) };
}
