import type { QuestionTerm } from '../question/question.ts';
import type { IndexData } from '../store/index-data.ts';
import type { PostingLists } from '../store/posting-lists.ts';
import { FIRST_SCORE } from './weights.ts';

/** Scores by ordinal, surroundings and line; made once for an index and cleared before each question. */
export interface ScoreSheets {
  readonly passages: Float32Array;
  readonly surroundings: Float32Array;
  readonly lines: Float32Array;
}

/** Sheets that fit an index. */
export function createScoreSheets(index: IndexData): ScoreSheets {
  return {
    passages: new Float32Array(index.passages.size),
    surroundings: new Float32Array(index.hasParagraph.length),
    lines: new Float32Array(index.passageOfLine.length),
  };
}

/** Passages worth a closer look, best first. */
export interface Candidates {
  readonly ordinals: Int32Array;
  /** First score of each: the sum over terms of rarity, certainty and saturated frequency. */
  readonly scores: Float32Array;
}

// The loops below take their arrays as parameters: over captured arrays they run three times slower.

function accumulate(
  scores: Float32Array,
  lists: Int32Array,
  impacts: Float32Array,
  { from, to, weight }: { readonly from: number; readonly to: number; readonly weight: number },
): void {
  for (let at = from; at < to; at++) {
    const list = lists[at] ?? 0;
    scores[list] = (scores[list] ?? 0) + weight * (impacts[at] ?? 0);
  }
}

function addTerm(scores: Float32Array, postings: PostingLists, term: number, weight: number): void {
  const range = { from: postings.starts[term] ?? 0, to: postings.starts[term + 1] ?? 0, weight };
  accumulate(scores, postings.lists, postings.impacts, range);
}

/** Each passage is raised by the best of its lines: more lines are not more of an answer. */
function addBestLines(passages: Float32Array, lines: Float32Array, passageOfLine: Int32Array): void {
  for (let line = 0; line < lines.length; ) {
    const ordinal = passageOfLine[line] ?? 0;
    let best = 0;
    for (; line < lines.length && passageOfLine[line] === ordinal; line++)
      best = Math.max(best, lines[line] ?? 0);
    passages[ordinal] = (passages[ordinal] ?? 0) + best * FIRST_SCORE.askedAs;
  }
}

/** Surroundings alone are no match: a passage needs a word of its own. */
function addSurroundings(
  passages: Float32Array,
  surroundings: Float32Array,
  surroundingsOf: Int32Array,
): void {
  for (let ordinal = 0; ordinal < passages.length; ordinal++) {
    const own = passages[ordinal] ?? 0;
    if (own > 0) passages[ordinal] = own + (surroundings[surroundingsOf[ordinal] ?? 0] ?? 0);
  }
}

/** The `limit` best of the scores above 0, best first, equal ones in order; kept by insertion, for small limits. */
function selectBest(scores: Float32Array, limit: number, accepts: (ordinal: number) => boolean): Candidates {
  const ordinals = new Int32Array(limit);
  const best = new Float32Array(limit);
  let found = 0;
  let least = 0;
  for (let ordinal = 0; ordinal < scores.length; ordinal++) {
    const score = scores[ordinal] ?? 0;
    if (score <= least || !accepts(ordinal)) continue;
    let at = found < limit ? found++ : limit - 1;
    for (; at > 0 && (best[at - 1] ?? 0) < score; at--) {
      best[at] = best[at - 1] ?? 0;
      ordinals[at] = ordinals[at - 1] ?? 0;
    }
    best[at] = score;
    ordinals[at] = ordinal;
    if (found === limit) least = best[limit - 1] ?? 0;
  }
  return { ordinals: ordinals.subarray(0, found), scores: best.subarray(0, found) };
}

/** Scores every passage that shares a word with the question and gives the best. */
export function findCandidates(
  index: IndexData,
  sheets: ScoreSheets,
  terms: readonly QuestionTerm[],
  { limit, accepts }: { readonly limit: number; readonly accepts: (ordinal: number) => boolean },
): Candidates {
  for (const sheet of [sheets.passages, sheets.surroundings, sheets.lines]) sheet.fill(0);
  for (const { weight, alternatives } of terms) {
    for (const { term, certainty } of alternatives) {
      addTerm(sheets.passages, index.text.postings, term, weight * certainty);
      addTerm(sheets.lines, index.lines.postings, term, weight * certainty);
      addTerm(
        sheets.surroundings,
        index.surroundings.postings,
        term,
        weight * certainty * FIRST_SCORE.surroundings,
      );
    }
  }
  addBestLines(sheets.passages, sheets.lines, index.passageOfLine);
  addSurroundings(sheets.passages, sheets.surroundings, index.surroundingsOf);
  return selectBest(sheets.passages, limit, accepts);
}
