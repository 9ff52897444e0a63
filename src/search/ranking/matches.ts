import { SPELLING } from '../analysis/words.ts';
import type { IndexData } from '../store/index-data.ts';
import { spellingOfToken, type TokenLists, wordOfToken } from '../store/token-lists.ts';
import type { QuestionTable } from './question-table.ts';

/** Where the words of a question stand in a passage. Arrays go by the number of the question's term. */
export interface Matches {
  /** Times the term stands there. */
  readonly counts: Int32Array;
  /** How surely (0 to 1) what stands there is what was asked. */
  readonly certainties: Float64Array;
  /** 1 where the very form typed stands there. */
  readonly exact: Uint8Array;
  /** Position of the first place, or -1. */
  readonly firstAt: Int32Array;
  /** Least distance in words to the question's previous term, one more when the order is turned round; 0 without. */
  readonly gaps: Int32Array;
  /** By position in the passage: 1 where a word of the question stands. */
  readonly isMatched: Uint8Array;
  /** Words that carry meaning, and how many of them are not of the question. */
  length: number;
  newWords: number;
  /** Whether a year, and whether another number, stands there that the question does not hold. */
  otherYear: boolean;
  otherNumber: boolean;
}

function createMatches(terms: number, words: number): Matches {
  return {
    counts: new Int32Array(terms),
    certainties: new Float64Array(terms),
    exact: new Uint8Array(terms),
    firstAt: new Int32Array(terms).fill(-1),
    gaps: new Int32Array(terms),
    isMatched: new Uint8Array(words),
    length: 0,
    newWords: 0,
    otherYear: false,
    otherNumber: false,
  };
}

/** Notes how near the term stands to its neighbour in the question, when that was met before. */
function noteGap(matches: Matches, pair: number, distance: number): void {
  const known = matches.gaps[pair] ?? 0;
  if (known === 0 || distance < known) matches.gaps[pair] = distance;
}

function noteMatch(
  matches: Matches,
  {
    term,
    position,
    certainty,
  }: { readonly term: number; readonly position: number; readonly certainty: number },
  lastAt: Int32Array,
): void {
  if (certainty > (matches.certainties[term] ?? 0)) matches.certainties[term] = certainty;
  matches.counts[term] = (matches.counts[term] ?? 0) + 1;
  if ((matches.firstAt[term] ?? 0) < 0) matches.firstAt[term] = position;
  matches.isMatched[position] = 1;
  const before = lastAt[term - 1] ?? -1;
  if (before >= 0) noteGap(matches, term, position - before);
  const behind = lastAt[term + 1] ?? -1;
  if (behind >= 0) noteGap(matches, term + 1, position - behind + 1);
  lastAt[term] = position;
}

function noteOther(matches: Matches, spelling: number): void {
  matches.newWords++;
  if ((spelling & SPELLING.year) !== 0) matches.otherYear = true;
  else if ((spelling & SPELLING.digits) !== 0) matches.otherNumber = true;
}

/** Walks once over a list of words. */
export function matchWords(index: IndexData, table: QuestionTable, lists: TokenLists, list: number): Matches {
  const from = lists.starts[list] ?? 0;
  const to = lists.starts[list + 1] ?? 0;
  const terms = table.question.terms;
  const matches = createMatches(terms.length, to - from);
  const lastAt = new Int32Array(terms.length).fill(-1);
  for (let at = from; at < to; at++) {
    const token = lists.tokens[at] ?? 0;
    const word = wordOfToken(token);
    const isStop = index.isStopWord[word] === 1;
    if (!isStop) matches.length++;
    const stands = index.termOfWord[word] ?? 0;
    const term = table.termAt(stands);
    if (term < 0) {
      if (!isStop) noteOther(matches, spellingOfToken(token));
      continue;
    }
    const certainty = table.certaintyAt(stands);
    noteMatch(matches, { term, position: at - from, certainty }, lastAt);
    const second = table.secondTermAt(stands);
    if (second >= 0) noteMatch(matches, { term: second, position: at - from, certainty }, lastAt);
    if (terms[term]?.word === word) matches.exact[term] = 1;
  }
  return matches;
}
