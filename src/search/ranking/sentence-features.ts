import { TEXT_SATURATION } from '../indexing/bm25.ts';
import type { IndexData } from '../indexing/index-columns.ts';
import { endOfReranked, wordOfToken } from '../indexing/token-lists.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import { ANSWER_SCALES, SHOWN_GRADE } from './answer-type-match.ts';
import { isSpokenByAsked } from './attribution.ts';
import { contradicts } from './contradiction.ts';
import type { Evidence } from './evidence.ts';
import { coverage } from './term-features.ts';

/** Words from the start within which a sentence names its subject. */
const OPENING_WORDS = 6;

export const focus = ({ context: { query }, own }: Evidence): number =>
  query.focus >= 0 && (own.counts[query.focus] ?? 0) > 0 ? 1 : 0;

export const answer = ({ context: { query }, answer: { grade } }: Evidence): number =>
  grade * ANSWER_SCALES[query.expected.type];

export const answerNear = ({ answer: { near } }: Evidence): number => near;

export const length = ({ own }: Evidence): number =>
  Math.log((own.length + 1) / (TEXT_SATURATION.ordinaryLength + 1));

/**
 * Position of the first verb that says what a subject is; -1 without one, or where the sentence does not stand alone.
 */
function linkOf(index: IndexData, ordinal: number): number {
  const { hasContext, paragraphOf } = index.passages.columns;
  if (hasContext[paragraphOf[ordinal] ?? 0] === 1) return -1;
  const { starts, tokens } = index.text.words;
  const from = starts[ordinal] ?? 0;
  const to = endOfReranked(index.text.words, ordinal);
  for (let at = from; at < to; at++) {
    if (((index.wordClasses[wordOfToken(tokens[at] ?? 0)] ?? 0) & WORD_CLASS.link) !== 0) return at - from;
  }
  return -1;
}

export function subjectFirst({ context: { index, shares }, ordinal, own }: Evidence): number {
  const { hasContext, paragraphOf } = index.passages.columns;
  if (hasContext[paragraphOf[ordinal] ?? 0] === 1) return 0;
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const at = own.firstAt[i] ?? -1;
    if (at >= 0 && at <= OPENING_WORDS) sum += shares[i] ?? 0;
  }
  return sum;
}

export function saysOfSubject({ context: { index, shares }, ordinal, own }: Evidence): number {
  const link = linkOf(index, ordinal);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const at = own.firstAt[i] ?? -1;
    if (at >= 0 && at < link) sum += shares[i] ?? 0;
  }
  return sum;
}

export const contradiction = (evidence: Evidence): number => (contradicts(evidence) ? 1 : 0);

/** The more of what was asked it holds, the more it counts that the words are theirs. */
export const spokenBy = (evidence: Evidence): number =>
  evidence.context.query.asksForWords && isSpokenByAsked(evidence.context, evidence.ordinal)
    ? coverage(evidence)
    : 0;

/** Numbers have a form that can be seen; a place or a reason may be told without any. */
export const lacksAnswer = ({ context: { query }, answer: { grade } }: Evidence): number =>
  grade >= SHOWN_GRADE ? 0 : ((1 - grade) * ANSWER_SCALES[query.expected.type]) / ANSWER_SCALES.count;
