import type { QuestionTerm } from '../question/question.ts';
import type { IndexData } from '../store/index-data.ts';
import type { PostingLists } from '../store/posting-lists.ts';
import { FIRST_SCORE } from './weights.ts';

/** Scores by ordinal, surroundings and line, with the places that are not 0; all 0 between two questions. */
export interface ScoreSheets {
  readonly passages: Sheet;
  readonly surroundings: Sheet;
  readonly lines: Sheet;
}

interface Sheet {
  readonly scores: Float32Array;
  /** Places in the order in which they were first written to. */
  readonly touched: Int32Array;
  count: number;
}

const createSheet = (size: number): Sheet => ({
  scores: new Float32Array(size),
  touched: new Int32Array(size),
  count: 0,
});

/** Sheets that fit an index. */
export function createScoreSheets(index: IndexData): ScoreSheets {
  return {
    passages: createSheet(index.passages.size),
    surroundings: createSheet(index.hasParagraph.length),
    lines: createSheet(index.passageOfLine.length),
  };
}

/** Passages worth a closer look, best first. */
export interface Candidates {
  readonly ordinals: Int32Array;
  /** First score of each: the sum over terms of rarity, certainty and saturated frequency. */
  readonly scores: Float32Array;
}

interface PostingRange {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Adds the impacts of a range of postings. The arrays are locals: over fields the loop runs three times slower. */
function accumulate(
  sheet: Sheet,
  { lists, impacts }: PostingLists,
  { from, to, weight }: PostingRange,
): void {
  const { scores, touched } = sheet;
  let count = sheet.count;
  for (let at = from; at < to; at++) {
    const list = lists[at] ?? 0;
    const score = scores[list] ?? 0;
    // A posting adds more than 0, so that a score of 0 was not written to yet.
    if (score === 0) touched[count++] = list;
    scores[list] = score + weight * (impacts[at] ?? 0);
  }
  sheet.count = count;
}

function addTerm(sheet: Sheet, postings: PostingLists, term: number, weight: number): void {
  if (weight <= 0) return;
  accumulate(sheet, postings, {
    from: postings.starts[term] ?? 0,
    to: postings.starts[term + 1] ?? 0,
    weight,
  });
}

/** Each passage is raised by the best of its lines: more lines are not more of an answer. */
function addBestLines(passages: Sheet, lines: Sheet, passageOfLine: Int32Array): void {
  const best = new Map<number, number>();
  for (let i = 0; i < lines.count; i++) {
    const line = lines.touched[i] ?? 0;
    const ordinal = passageOfLine[line] ?? 0;
    best.set(ordinal, Math.max(best.get(ordinal) ?? 0, lines.scores[line] ?? 0));
  }
  for (const [ordinal, score] of best) {
    const own = passages.scores[ordinal] ?? 0;
    if (own === 0) passages.touched[passages.count++] = ordinal;
    passages.scores[ordinal] = own + score * FIRST_SCORE.askedAs;
  }
}

/** Surroundings alone are no match: only a passage with a word of its own is raised by them. */
function addSurroundings(passages: Sheet, surroundings: Float32Array, surroundingsOf: Int32Array): void {
  const { scores, touched, count } = passages;
  for (let i = 0; i < count; i++) {
    const ordinal = touched[i] ?? 0;
    scores[ordinal] = (scores[ordinal] ?? 0) + (surroundings[surroundingsOf[ordinal] ?? 0] ?? 0);
  }
}

/** The `limit` best, best first, equal ones in order of their ordinals; kept by insertion, for small limits. */
function selectBest(
  { scores, touched, count }: Sheet,
  limit: number,
  accepts: (ordinal: number) => boolean,
): Candidates {
  const ordinals = new Int32Array(limit);
  const best = new Float32Array(limit);
  let found = 0;
  for (let i = 0; i < count; i++) {
    const ordinal = touched[i] ?? 0;
    const score = scores[ordinal] ?? 0;
    const last = best[limit - 1] ?? 0;
    if (found === limit && (last > score || (last === score && (ordinals[limit - 1] ?? 0) < ordinal)))
      continue;
    if (!accepts(ordinal)) continue;
    let at = found < limit ? found++ : limit - 1;
    for (; at > 0; at--) {
      const before = best[at - 1] ?? 0;
      if (before > score || (before === score && (ordinals[at - 1] ?? 0) < ordinal)) break;
      best[at] = before;
      ordinals[at] = ordinals[at - 1] ?? 0;
    }
    best[at] = score;
    ordinals[at] = ordinal;
  }
  return { ordinals: ordinals.subarray(0, found), scores: best.subarray(0, found) };
}

function clear(sheet: Sheet): void {
  const { scores, touched, count } = sheet;
  for (let i = 0; i < count; i++) scores[touched[i] ?? 0] = 0;
  sheet.count = 0;
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
      addTerm(passages, index.text.postings, term, weight * certainty);
      addTerm(lines, index.lines.postings, term, weight * certainty);
      addTerm(surroundings, index.surroundings.postings, term, weight * certainty * FIRST_SCORE.surroundings);
    }
  }
  addBestLines(passages, lines, index.passageOfLine);
  addSurroundings(passages, surroundings.scores, index.surroundingsOf);
  const candidates = selectBest(passages, limit, accepts);
  for (const sheet of [passages, surroundings, lines]) clear(sheet);
  return candidates;
}
