import { endOfReranked, spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import type { QueryTerm } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import type { Evidence } from './evidence.ts';

/** Whether a passage holds the letters of a code apart from another number: `MH 17` for `MH370`. */
function isCodeApart({ context: { index }, ordinal }: Evidence, code: string): boolean {
  const letters = index.lexicon.idOf(code.replace(/\d.*/s, ''));
  const { words } = index.text;
  const to = endOfReranked(words, ordinal) - 1;
  for (let at = words.starts[ordinal] ?? 0; letters >= 0 && at < to; at++) {
    const isDigits = (spellingOfToken(words.tokens[at + 1] ?? 0) & SPELLING.digits) !== 0;
    if (isDigits && wordOfToken(words.tokens[at] ?? 0) === letters) return true;
  }
  return false;
}

/**
 * Whether a passage holds another number of the kind that a term is; a code typed apart is a number: `F 16`. Years are
 * times, see `isOfOtherTime`.
 */
function isOtherHeld(evidence: Evidence, { typed, spelling }: QueryTerm): boolean {
  const { otherNumber, otherCode } = evidence.own;
  if ((spelling & SPELLING.year) !== 0) return false;
  if ((spelling & SPELLING.digits) !== 0) return otherNumber || otherCode;
  return (spelling & SPELLING.code) !== 0 && (otherCode || isCodeApart(evidence, typed));
}

/** Whether a term, by its number, is a number or code that is missing while another of its kind stands there. */
export function isOtherNumber(evidence: Evidence, number: number): boolean {
  const term = evidence.context.query.terms[number];
  return term !== undefined && evidence.anywhere[number] === 0 && isOtherHeld(evidence, term);
}

/** Whether a number, a numeral or a code of the question is missing while another of its kind stands in its place. */
export function holdsOtherNumber(evidence: Evidence): boolean {
  const { length } = evidence.context.query.terms;
  for (let number = 0; number < length; number++) if (isOtherNumber(evidence, number)) return true;
  return false;
}
