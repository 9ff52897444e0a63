import type { IndexData } from '../indexing/index-columns.ts';
import { endOfReranked, spellingOfToken, wordOfToken } from '../indexing/token-lists.ts';
import type { AnswerType } from '../query/answer-type.ts';
import type { QueryTerm } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import { WORD_CLASS } from '../text/word-classes.ts';
import type { Evidence } from './evidence.ts';
import { asksForOther } from './example-queries.ts';
import { holdsOtherLabel } from './other-label.ts';
import { holdsOtherName } from './other-name.ts';
import { holdsOtherNumber } from './other-number.ts';
import { isOfOtherTime, tellsVeryTimes } from './told-time.ts';

const isYear = ({ spelling }: QueryTerm) => (spelling & SPELLING.year) !== 0;

/**
 * Whether a passage is as of another year than the one asked for: of a year that stands nowhere in and around it, or
 * though it names both: "In 2023 …, says the Monitor 2024" is as of 2023, and no answer for 2024. Unless an example
 * query asks for that year, as a report of 2023 on what happened in 2022, or the passage tells of the very time: "since
 * 2022" for "since 2022", though it was counted in 2024.
 */
export function speaksOfOtherYear(evidence: Evidence): boolean {
  const { context, ordinal, lines, anywhere } = evidence;
  const { passages } = context.index;
  const { terms } = context.query;
  if (!terms.some(isYear)) return false;
  const { asOf, isUndated } = passages.metadataAt(ordinal);
  if (asOf === '' || isUndated || tellsVeryTimes(evidence)) return false;
  const spokenOf = asOf.slice(0, 4);
  const isNamed = passages.textAt(ordinal).includes(spokenOf);
  return terms.every((term, i) => {
    if (!isYear(term)) return true;
    const isOther = term.typed !== spokenOf && lines.certainties[i] === 0;
    return isOther && (isNamed || anywhere[i] === 0);
  });
}

/** What is counted is counted somewhere: these figures of one country are no answer for another. */
const FIGURES: ReadonlySet<AnswerType> = new Set(['count', 'percentage', 'money']);

/** A word or two that may stand between "than" and a number: "more than a million". */
const NUMBER_WITHIN = 2;

/** Whether "than" leads to a number, as in "more than 1,000 in Ukraine": it then compares with no country. */
function leadsToNumber({ text: { words }, wordClasses }: IndexData, than: number, to: number): boolean {
  for (let at = than + 1; at < to && at <= than + NUMBER_WITHIN; at++) {
    const token = words.tokens[at] ?? 0;
    if ((spellingOfToken(token) & SPELLING.digits) !== 0) return true;
    if (((wordClasses[wordOfToken(token)] ?? 0) & WORD_CLASS.number) !== 0) return true;
  }
  return false;
}

/** Position behind which a passage names what something is compared with: "fewer than Syria". */
function startOfComparison({ context: { index }, ordinal }: Evidence): number {
  const than = index.lexicon.idOf('than');
  const { starts, tokens } = index.text.words;
  const from = starts[ordinal] ?? 0;
  const to = endOfReranked(index.text.words, ordinal);
  for (let at = from; than >= 0 && at < to; at++) {
    if (wordOfToken(tokens[at] ?? 0) === than && !leadsToNumber(index, at, to)) return at - from;
  }
  return to - from;
}

/**
 * Whether a term of the question, by its number, is of a country that stands nowhere in and around a passage, or only
 * as what another is compared with. Where a figure is asked for, a fact must name the country itself or in a line,
 * whatever the topics of its sheet; a sentence of an article leans on what surrounds it.
 */
export function isElsewhere(evidence: Evidence, term: number): boolean {
  const { context, ordinal, own, lines, anywhere } = evidence;
  const { index, query } = context;
  if (query.terms[term]?.name?.isCountry !== true) return false;
  if ((own.certainties[term] ?? 0) > 0) return (own.firstAt[term] ?? 0) > startOfComparison(evidence);
  const mustName = FIGURES.has(query.expected.type) && index.passages.metadataAt(ordinal).kind !== 'article';
  return mustName ? lines.certainties[term] === 0 : anywhere[term] === 0;
}

/** Whether a passage is of elsewhere than a country that is asked of. */
function isOfElsewhere(evidence: Evidence): boolean {
  const { countries, terms } = evidence.context.query;
  if (countries.length === 0) return false;
  for (let term = 0; term < terms.length; term++) if (isElsewhere(evidence, term)) return true;
  return false;
}

/** Whether a quote is asked for of what is in the desk's own words. */
export const isDeskWording = ({ context: { index, query }, ordinal }: Evidence): boolean =>
  query.asksForQuote && index.passages.metadataAt(ordinal).kind === 'statement';

/** So many example queries tell who does what to whom. */
const ENOUGH = 2;
/** One question in so many has its words in another order, and asks the same. */
const SELDOM_REVERSED = 3;

/**
 * Whether the example queries name another country first than the question does: what answers "when did
 * Ukraine fire missiles at Russia" does not answer "when did Russia fire missiles at Ukraine".
 */
export function hasRolesReversed({ lines: { orders } }: Evidence): boolean {
  return orders.reversed >= ENOUGH && orders.kept * SELDOM_REVERSED <= orders.reversed;
}

/** What is told in a form that can be seen: a passage without it does not hold it. */
const PLAIN_KINDS: ReadonlySet<AnswerType> = new Set(['money', 'percentage']);
/** What is told in other forms too, so that an article may tell it without; a fact says what it says. */
const VARIED_KINDS: ReadonlySet<AnswerType> = new Set([
  'count',
  'measure',
  'duration',
  'age',
  'date',
  'year',
]);

/**
 * Whether a passage lacks what is asked for, and the desk did not write down that it answers such a question. Reasons
 * are told in so many forms that only questions of the desk, all for something else, tell that there is none.
 */
export function isTellingLack({ context, ordinal, answer }: Evidence): boolean {
  const { type } = context.query.expected;
  if (answer.grade > 0) return false;
  if (PLAIN_KINDS.has(type)) return true;
  if (type !== 'reason' && !VARIED_KINDS.has(type)) return false;
  const examples = context.examplesOf(ordinal);
  if (type === 'reason' && examples.length === 0) return false;
  if (!examples.every((example) => asksForOther(type, example))) return false;
  return type === 'reason' || context.index.passages.metadataAt(ordinal).kind !== 'article';
}

/**
 * Whether a passage that was matched says something else than what was asked: of another number, name, year
 * or country, with the roles reversed, or nothing of the kind.
 */
export function contradicts(evidence: Evidence): boolean {
  return (
    holdsOtherNumber(evidence) ||
    holdsOtherName(evidence) ||
    holdsOtherLabel(evidence) ||
    isOfOtherTime(evidence) ||
    speaksOfOtherYear(evidence) ||
    isOfElsewhere(evidence) ||
    hasRolesReversed(evidence) ||
    isTellingLack(evidence) ||
    isDeskWording(evidence)
  );
}
