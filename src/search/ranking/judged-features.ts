import { isWrittenAsName, type QueryTerm } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import type { Evidence } from './evidence.ts';

// Features that only the decision looks at. They are told of ten hits or so, and may take their time.

const NUMBERED = SPELLING.digits | SPELLING.code;

/** Whether a word names somebody or something, or numbers it; all others tell what is asked about that. */
const isOfName = (term: QueryTerm) =>
  isWrittenAsName(term) || term.name !== undefined || (term.spelling & NUMBERED) !== 0;

/** How surely the passage or a line of it holds a term, 0 to 1: what surrounds it may speak of another matter. */
const certaintyWithin = ({ own, lines }: Evidence, term: number) =>
  Math.max(own.certainties[term] ?? 0, lines.certainties[term] ?? 0);

/** The share, 0 to 1, of the words of the question that are no names and that the passage or a line of it holds. */
export function askedWordsMet(evidence: Evidence): number {
  const { terms } = evidence.context.query;
  let [asked, met] = [0, 0];
  for (const [number, term] of terms.entries()) {
    if (isOfName(term)) continue;
    asked++;
    if (certaintyWithin(evidence, number) > 0) met++;
  }
  return asked === 0 ? 1 : met / asked;
}

/** A word of the same field is worth this much of the noun that is asked for. */
const RELATED_SHARE = 0.5;

/** How far the noun that is asked for is missing, the `company` of "which company", 0 to 1; 0 where none is. */
export function lacksFocus(evidence: Evidence): number {
  const { focus } = evidence.context.query;
  if (focus < 0) return 0;
  const related = RELATED_SHARE * (evidence.own.related[focus] ?? 0);
  return 1 - Math.max(certaintyWithin(evidence, focus), related);
}

/** So many words between two of the question are as bad as more. */
const WIDE_GAP = 20;

/**
 * The most words between two neighbouring words of the question in the passage, in shares of `WIDE_GAP`, 1 at most: far
 * apart, they are said of different things. 1 where fewer than two stand there.
 */
export function widestGap({ own: { isMatched } }: Evidence): number {
  let [last, widest, count] = [-1, 0, 0];
  for (let at = 0; at < isMatched.length; at++) {
    if (isMatched[at] !== 1) continue;
    if (last >= 0) widest = Math.max(widest, at - last);
    last = at;
    count++;
  }
  return count < 2 ? 1 : Math.min(1, widest / WIDE_GAP);
}
