import { spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import type { NameLabel } from '../query/query.ts';
import { isOrdinal } from '../text/number-words.ts';
import { SPELLING } from '../text/split-words.ts';
import type { Evidence } from './evidence.ts';

const LABEL = SPELLING.digits | SPELLING.nominal | SPELLING.code;
/** Whether a word behind a name, by its token, labels it: `VIII`, `18`, `B12`, a single letter in capitals. */
function isLabel({ context: { index } }: Evidence, token: number): boolean {
  const spelling = spellingOfToken(token);
  if ((spelling & SPELLING.year) !== 0) return false;
  if ((spelling & LABEL) !== 0) return true;
  const isCapital = (spelling & (SPELLING.capital | SPELLING.sentenceStart)) === SPELLING.capital;
  return isCapital && /^[a-hj-z]$/.test(index.lexicon.wordOf(wordOfToken(token)));
}

const isOrdinalAt = ({ context: { index } }: Evidence, token: number) =>
  isOrdinal(index.lexicon.wordOf(wordOfToken(token)));

/**
 * Position of a label that the name asked for bears in a passage instead of its own; -1 where it bears that, or none.
 */
function placeOfOther(evidence: Evidence, { label, named, isBefore }: NameLabel): number {
  const { context, ordinal, own, lines } = evidence;
  if ((own.certainties[label] ?? 0) > 0 || (lines.certainties[label] ?? 0) > 0) return -1;
  const { index, lookup } = context;
  const { starts, tokens } = index.text.words;
  const [from, to] = [starts[ordinal] ?? 0, starts[ordinal + 1] ?? 0];
  for (let left = own.counts[named] ?? 0, at = from + (own.firstAt[named] ?? 0); left > 0 && at < to; at++) {
    if (lookup.at(index.termOfWord[wordOfToken(tokens[at] ?? 0)] ?? 0).number !== named) continue;
    left--;
    const beside = isBefore ? at - 1 : at + 1;
    if (beside < from || beside >= to) continue;
    const token = tokens[beside] ?? 0;
    if (isBefore ? isOrdinalAt(evidence, token) : isLabel(evidence, token)) return beside - from;
  }
  return -1;
}

/** A label of the question, and the position of the one that stands there instead. */
export interface OtherLabelPlace {
  readonly label: NameLabel;
  readonly position: number;
}

/** Where a passage labels a name otherwise; undefined where it does not. */
export function findOtherLabel(evidence: Evidence): OtherLabelPlace | undefined {
  for (const label of evidence.context.query.labels) {
    const position = placeOfOther(evidence, label);
    if (position >= 0) return { label, position };
  }
  return undefined;
}

/**
 * Whether a passage speaks of another thing of the name asked for, told from it by what stands beside that name: `Henry
 * VIII` for `Henry VII`, `vitamin D` for `vitamin B12`, the second amendment for the first.
 */
export const holdsOtherLabel = (evidence: Evidence): boolean => findOtherLabel(evidence) !== undefined;
