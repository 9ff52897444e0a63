import type { AnswerType } from '../query/answer-type.ts';
import { SPELLING } from '../text/split-words.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import { SHOWN_GRADE } from './answer-type-match.ts';
import { isTellingLack, speaksOfOtherYear } from './contradiction.ts';
import { type MismatchRule, mismatchOf, type ShownEvidence } from './mismatch-rule.ts';
import { isOtherNumber } from './other-number.ts';
import { tellsOfTimeAsked } from './told-time.ts';
import { writtenFrom } from './written-words.ts';

const has = (spelling: number, bit: number) => (spelling & bit) !== 0;

/** The year that a passage is of, as far as it does not hold the one asked for; null where it tells none. */
function yearOf({ evidence: { context, ordinal, own }, passage }: ShownEvidence): string | null {
  const { asOf, isUndated } = context.index.passages.metadataAt(ordinal);
  const spokenOf = asOf === '' || isUndated ? null : asOf.slice(0, 4);
  const told = passage.words.filter(
    ({ spelling }, position) => has(spelling, SPELLING.year) && own.isMatched[position] === 0,
  );
  // What bears a date and names other years speaks of those.
  const isNamed = told.length === 0 || told.some(({ form }) => form === spokenOf);
  return isNamed ? spokenOf : (told[0]?.form ?? null);
}

/**
 * A year asked for that the passage does not hold, or holds beside the one that it is of. A line of the desk that asks
 * for it, or a title, makes the passage answer, and leaves it of another year; what an article says leans on its
 * paragraph.
 */
export const yearMismatches: MismatchRule = (shown) => {
  const { evidence, question } = shown;
  const { context, ordinal, own, around } = evidence;
  const isArticle = context.index.passages.metadataAt(ordinal).kind === 'article';
  const isOther = speaksOfOtherYear(evidence);
  const isWithin = tellsOfTimeAsked(evidence);
  return context.query.terms.flatMap((term, number) => {
    const isHeld = (own.certainties[number] ?? 0) > 0 || (isArticle && (around.certainties[number] ?? 0) > 0);
    if (!has(term.spelling, SPELLING.year) || (isHeld ? !isOther : isWithin)) return [];
    const stands = yearOf(shown);
    return stands === term.typed ? [] : [mismatchOf('year', { question, stands }, [[term, number]])];
  });
};

const isNumber = (spelling: number) =>
  has(spelling, SPELLING.digits | SPELLING.code) && !has(spelling, SPELLING.year);

/** The number or code that stands in place of a missing one: beside a word of the question, or else the first. */
export const numberMismatches: MismatchRule = ({ evidence, passage, question }) => {
  const { own, context } = evidence;
  return context.query.terms.flatMap((term, number) => {
    if (has(term.spelling, SPELLING.year) || !isOtherNumber(evidence, number)) return [];
    const others = passage.words.flatMap(({ spelling }, position) =>
      isNumber(spelling) && own.isMatched[position] === 0 ? [position] : [],
    );
    const isBeside = (at: number) => own.isMatched[at - 1] === 1 || own.isMatched[at + 1] === 1;
    const at = others.find(isBeside) ?? others[0];
    const stands = at === undefined ? null : writtenFrom(passage, at, at);
    return [mismatchOf('number', { question, stands }, [[term, number]])];
  });
};

/** What is told in a form that can be seen: a passage without it tells none. */
const SEEN: ReadonlySet<AnswerType> = new Set([
  'count',
  'money',
  'percentage',
  'duration',
  'measure',
  'age',
  'date',
  'year',
]);

const ONE: ReadonlySet<string> = new Set(['a', 'an']);

/** Whether a length of time is told without a number: "for decades", "half a year". */
function tellsLooseDuration({ evidence: { context }, passage: { words } }: ShownEvidence): boolean {
  const { lexicon, wordClasses } = context.index;
  return words.some(({ form }, at) => {
    const classes = wordClasses[lexicon.idOf(form)] ?? 0;
    return has(classes, WORD_CLASS.duration) && (form.endsWith('s') || ONE.has(words[at - 1]?.form ?? ''));
  });
}

export const answerMismatches: MismatchRule = (shown) => {
  const { evidence } = shown;
  const { type } = evidence.context.query.expected;
  if (type === 'duration' && tellsLooseDuration(shown)) return [];
  const isLacking = SEEN.has(type) ? evidence.answer.grade < SHOWN_GRADE : isTellingLack(evidence);
  return isLacking ? [{ mismatch: { kind: 'answer', asksFor: type }, terms: [] }] : [];
};
