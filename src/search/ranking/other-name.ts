import { editDistance } from '../../edit-distance.ts';
import { spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import type { NamePair } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import type { Evidence } from './evidence.ts';

/** A longer name with a slip or two in it is that name: `Trumphs`. */
const slipsIn = (name: string) => (name.length < 5 ? 0 : name.length < 7 ? 1 : 2);

const has = (spelling: number, bit: number) => (spelling & bit) !== 0;

/** A word of a passage, as far as one name is told from another by it. */
interface PassageWord {
  readonly word: number;
  readonly spelling: number;
  /** Number of the question's term that it stands for, or -1. */
  readonly term: number;
}

const NO_WORD: PassageWord = { word: -1, spelling: 0, term: -1 };

/** The word at a position of a passage. */
function wordAt({ context: { index, lookup }, ordinal }: Evidence, position: number): PassageWord {
  const { starts, tokens } = index.text.words;
  const at = (starts[ordinal] ?? 0) + position;
  if (position < 0 || at >= (starts[ordinal + 1] ?? 0)) return NO_WORD;
  const token = tokens[at] ?? 0;
  const word = wordOfToken(token);
  return { word, spelling: spellingOfToken(token), term: lookup.at(index.termOfWord[word] ?? 0).number };
}

const isCapital = ({ spelling }: PassageWord) => has(spelling, SPELLING.capital);
const isJoined = ({ spelling }: PassageWord) => has(spelling, SPELLING.hyphenated);
const isUnasked = ({ word, term }: PassageWord) => word >= 0 && term < 0;

/**
 * `Jean-Luc Tveit` or `Jean Tveit` at the position of `Jean`; without a hyphen, what stands around both must be the
 * same.
 */
function isOtherBehind(evidence: Evidence, at: number, pair: NamePair): boolean {
  const other = wordAt(evidence, at + 1);
  if (pair.isJoined && pair.behind >= 0 && other.term === pair.behind) return true;
  if (!isUnasked(other) || has(other.spelling, SPELLING.sentenceStart)) return false;
  const isFramed =
    (pair.before >= 0 && wordAt(evidence, at - 1).term === pair.before) ||
    (pair.behind >= 0 && wordAt(evidence, at + 2).term === pair.behind);
  if (!isJoined(other))
    return isCapital(other) && isFramed && pair.isGivenName && !isSlip(evidence, other, pair);
  const isName = isCapital(other) || isCapital(wordAt(evidence, at));
  return isName && (pair.isJoined || isCapital(other) || isFramed);
}

/** `Anne-Claire` for `Marie-Claire`, by the position of `Claire`. */
function isOtherBefore(evidence: Evidence, at: number, pair: NamePair): boolean {
  const other = wordAt(evidence, at - 1);
  return pair.isJoined && isJoined(wordAt(evidence, at)) && isUnasked(other) && isCapital(other);
}

/** Whether what was typed is as good as the name that stands there. */
function isSlip(
  { context: { index, query } }: Evidence,
  { word }: PassageWord,
  { second }: NamePair,
): boolean {
  const typed = query.terms[second]?.typed ?? '';
  const slips = slipsIn(typed);
  return editDistance(typed, index.lexicon.wordOf(word), slips) <= slips;
}

/** Whether a passage or a line of it holds a term; what surrounds it may speak of both of two of one name. */
const isHeld = ({ own, lines }: Evidence, term: number) =>
  (own.certainties[term] ?? 0) > 0 || (lines.certainties[term] ?? 0) > 0;

/** Position of the first of the two words that stand there for the name asked, or -1. */
function placeOfOther(evidence: Evidence, pair: NamePair): number {
  const { own } = evidence;
  const { first, second } = pair;
  const [isFirstHeld, isSecondHeld] = [isHeld(evidence, first), isHeld(evidence, second)];
  if (isFirstHeld === isSecondHeld) return -1;
  const held = isFirstHeld ? first : second;
  for (
    let left = own.counts[held] ?? 0, at = own.firstAt[held] ?? 0;
    left > 0 && at < own.isMatched.length;
    at++
  ) {
    if (wordAt(evidence, at).term !== held) continue;
    if (isFirstHeld && isOtherBehind(evidence, at, pair)) return at;
    if (!isFirstHeld && isOtherBefore(evidence, at, pair)) return at - 1;
    left--;
  }
  return -1;
}

/** Another name that shares a part of one that was asked, by the position of the first of its two words. */
export interface OtherNamePlace {
  readonly pair: NamePair;
  readonly first: number;
}

/** Where a passage names somebody else instead; undefined where it does not. */
export function findOtherName(evidence: Evidence): OtherNamePlace | undefined {
  for (const pair of evidence.context.query.namePairs) {
    const first = placeOfOther(evidence, pair);
    if (first >= 0) return { pair, first };
  }
  return undefined;
}

/**
 * Whether a passage names somebody else who shares a part of the name asked for: `Jean-Luc Tveit` for `Jean-Marc
 * Tveit`, with a hyphen or without.
 */
export const holdsOtherName = (evidence: Evidence): boolean => findOtherName(evidence) !== undefined;
