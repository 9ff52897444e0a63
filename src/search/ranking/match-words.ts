import type { IndexData } from '../indexing/index-data.ts';
import { endOfLook, spellingOfToken, type TokenLists, wordOfToken } from '../indexing/token-lists.ts';
import { MOST_TERMS } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import { findNamePlaces, type NamePlace } from './name-places.ts';
import type { Kinship, TermLookup } from './term-lookup.ts';

/** Further than this many words from any word of the question, a number or name belongs to something else. */
export const REACH = 12;

/** Where the words of a question stand in a passage. Arrays go by the number of the question's term. */
export interface Matches {
  /** Times the term stands there. */
  readonly counts: Int32Array;
  /** How surely (0 to 1) what stands there is what was asked. */
  readonly certainties: Float64Array;
  /** The greatest likeness (0 to 1) of any word there to the term, of words of the same field. */
  readonly akin: Float64Array;
  /** 1 where the very form typed stands there. */
  readonly exact: Uint8Array;
  /** Position of the first place, or -1. */
  readonly firstAt: Int32Array;
  /** Position of the last place so far, or -1. */
  readonly lastAt: Int32Array;
  /** Least distance in words to the question's previous term, one more when the order is turned round; 0 without. */
  readonly gaps: Int32Array;
  /** By position in the passage: 1 where a word of the question stands. */
  isMatched: Uint8Array;
  /** Words that carry meaning, and how many of them are not of the question. */
  length: number;
  newWords: number;
  /** Whether a year, and whether another number, stands there that the question does not hold. */
  otherYear: boolean;
  otherNumber: boolean;
}

/** Room for what is found out about a passage; used again for every passage that is looked at. */
export function createMatches(): Matches {
  return {
    counts: new Int32Array(MOST_TERMS),
    certainties: new Float64Array(MOST_TERMS),
    akin: new Float64Array(MOST_TERMS),
    exact: new Uint8Array(MOST_TERMS),
    firstAt: new Int32Array(MOST_TERMS),
    lastAt: new Int32Array(MOST_TERMS),
    gaps: new Int32Array(MOST_TERMS),
    isMatched: new Uint8Array(0),
    length: 0,
    newWords: 0,
    otherYear: false,
    otherNumber: false,
  };
}

function clear(matches: Matches, terms: number, words: number): void {
  matches.counts.fill(0, 0, terms);
  matches.certainties.fill(0, 0, terms);
  matches.akin.fill(0, 0, terms);
  matches.exact.fill(0, 0, terms);
  matches.firstAt.fill(-1, 0, terms);
  matches.lastAt.fill(-1, 0, terms);
  matches.gaps.fill(0, 0, terms);
  // Grading an answer looks some words beyond the end.
  if (matches.isMatched.length < words + REACH) matches.isMatched = new Uint8Array((words + REACH) * 2);
  else matches.isMatched.fill(0, 0, words + REACH);
  matches.length = 0;
  matches.newWords = 0;
  matches.otherYear = false;
  matches.otherNumber = false;
}

/** Notes how near the term stands to its neighbour in the question, when that was met before. */
function noteGap(matches: Matches, pair: number, distance: number): void {
  const known = matches.gaps[pair] ?? 0;
  if (known === 0 || distance < known) matches.gaps[pair] = distance;
}

/** A word of a passage that stands for a term of the question. */
interface Match {
  readonly term: number;
  readonly position: number;
  readonly certainty: number;
}

function noteMatch(matches: Matches, match: Match, terms: number): void {
  const { term, position, certainty } = match;
  if (certainty > (matches.certainties[term] ?? 0)) matches.certainties[term] = certainty;
  matches.counts[term] = (matches.counts[term] ?? 0) + 1;
  if ((matches.firstAt[term] ?? 0) < 0) matches.firstAt[term] = position;
  matches.isMatched[position] = 1;
  const before = matches.lastAt[term - 1] ?? -1;
  if (before >= 0) noteGap(matches, term, position - before);
  const behind = term + 1 < terms ? (matches.lastAt[term + 1] ?? -1) : -1;
  if (behind >= 0) noteGap(matches, term + 1, position - behind + 1);
  matches.lastAt[term] = position;
}

function noteKinship(matches: Matches, kinship: Kinship | undefined): void {
  if (kinship && kinship.likeness > (matches.akin[kinship.number] ?? 0))
    matches.akin[kinship.number] = kinship.likeness;
}

function noteOther(matches: Matches, spelling: number): void {
  matches.newWords++;
  if ((spelling & SPELLING.year) !== 0) matches.otherYear = true;
  else if ((spelling & SPELLING.digits) !== 0) matches.otherNumber = true;
}

/** A whole name stands for all words of the question's name at once; one that means the same is as good as the words typed. */
function noteName(matches: Matches, { name, terms, first, last }: NamePlace, asked: number): void {
  for (const term of terms) {
    noteMatch(matches, { term, position: first, certainty: name.certainty }, asked);
    if (name.certainty === 1) matches.exact[term] = 1;
  }
  for (let position = first; position <= last; position++) matches.isMatched[position] = 1;
}

/** Walks once over a list of words and notes in `matches` what it finds, in place of what was there. */
export function matchWords(
  { index, lookup }: { readonly index: IndexData; readonly lookup: TermLookup },
  lists: TokenLists,
  list: number,
  matches: Matches,
): void {
  const { starts, tokens } = lists;
  const from = starts[list] ?? 0;
  const to = endOfLook(lists, list);
  const terms = lookup.question.terms;
  clear(matches, terms.length, to - from);
  const names = findNamePlaces({ index, lookup }, lists, list);
  let nextName = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at] ?? 0;
    const word = wordOfToken(token);
    const isStop = index.isStopWord[word] === 1;
    if (!isStop) matches.length++;
    const position = at - from;
    for (let name = names[nextName]; name?.first === position; name = names[++nextName]) {
      noteName(matches, name, terms.length);
    }
    const stands = index.termOfWord[word] ?? 0;
    const term = lookup.termAt(stands);
    if (term < 0) {
      if (lookup.hasKin) noteKinship(matches, lookup.kinshipAt(stands));
      if (!isStop && matches.isMatched[position] === 0) noteOther(matches, spellingOfToken(token));
      continue;
    }
    const certainty = lookup.certaintyAt(stands);
    noteMatch(matches, { term, position, certainty }, terms.length);
    const second = lookup.secondTermAt(stands);
    if (second >= 0) noteMatch(matches, { term: second, position, certainty }, terms.length);
    if (terms[term]?.word === word) matches.exact[term] = 1;
  }
}

/** Notes for each term of the question how surely a list of words, in which `names` stand, holds it, 0 to 1. */
export function noteCertainties(
  { index, lookup }: { readonly index: IndexData; readonly lookup: TermLookup },
  lists: TokenLists,
  list: number,
  names: readonly NamePlace[],
  certainties: Float64Array,
): void {
  certainties.fill(0);
  for (const { name, terms } of names) {
    for (const term of terms) certainties[term] = Math.max(certainties[term] ?? 0, name.certainty);
  }
  const to = endOfLook(lists, list);
  for (let at = lists.starts[list] ?? 0; at < to; at++) {
    const stands = index.termOfWord[wordOfToken(lists.tokens[at] ?? 0)] ?? 0;
    const term = lookup.termAt(stands);
    if (term < 0) continue;
    const certainty = lookup.certaintyAt(stands);
    certainties[term] = Math.max(certainties[term] ?? 0, certainty);
    const second = lookup.secondTermAt(stands);
    if (second >= 0) certainties[second] = Math.max(certainties[second] ?? 0, certainty);
  }
}
