import type { AnswerType } from '../query/answer-type.ts';
import type { QueryTerm } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import type { Evidence } from './evidence.ts';
import { isOfOtherKind } from './example-features.ts';
import { WELL_COVERED } from './example-queries.ts';
import { holdsOtherName } from './other-name.ts';
import { holdsOtherNumber } from './other-number.ts';

const isYear = ({ spelling }: QueryTerm) => (spelling & SPELLING.year) !== 0;

/**
 * Whether a passage is as of another year than the one asked for: of a year that stands nowhere in and around it, or
 * though it names both: "In 2023 …, says the Monitor 2024" is as of 2023, and no answer for 2024. Unless an example
 * query asks for that year: a report of 2023 on what happened in 2022.
 */
function speaksOfOtherYear({ context, ordinal, lines, anywhere }: Evidence): boolean {
  const { passages } = context.index;
  const { terms } = context.query;
  if (!terms.some(isYear)) return false;
  const { asOf, isUndated } = passages.metadataAt(ordinal);
  if (asOf === '' || isUndated) return false;
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
/** A country that no more than this share of the example queries names is one that a figure is compared with. */
const SELDOM = 0.1;

/** Whether the desk wrote so many example queries that what none of them asks is not answered. */
const isWellCovered = ({ lines }: Evidence) => lines.examples.count >= WELL_COVERED;

/**
 * Whether something is asked of a country of which the passage does not speak: one that no question it is known to
 * answer names, or next to none where a figure may be asked for. With few such questions only figures are judged, and
 * only where the text lacks the country too; passages without any lean on what surrounds them, and are not judged.
 */
function isOfElsewhere(evidence: Evidence): boolean {
  const { lines, own } = evidence;
  const { terms, expected } = evidence.context.query;
  const isFigure = FIGURES.has(expected.type);
  if (lines.examples.count === 0 || (!isFigure && !isWellCovered(evidence))) return false;
  const most =
    isFigure || expected.type === 'thing' || expected.type === 'topic' ? SELDOM * lines.examples.count : 0;
  return terms.some(({ name }, i) => {
    if (name?.isCountry !== true) return false;
    return isWellCovered(evidence)
      ? (lines.holders[i] ?? 0) <= most
      : own.certainties[i] === 0 && lines.certainties[i] === 0;
  });
}

/** So many example queries tell who does what to whom. */
const ENOUGH = 2;
/** One question in so many has its words in another order, and asks the same. */
const SELDOM_REVERSED = 3;

/**
 * Whether the example queries name another country first than the question does: what answers "when did
 * Ukraine fire missiles at Russia" does not answer "when did Russia fire missiles at Ukraine".
 */
function hasRolesReversed({ lines: { orders } }: Evidence): boolean {
  return orders.reversed >= ENOUGH && orders.kept * SELDOM_REVERSED <= orders.reversed;
}

/** What is told in a form that can be seen: a passage without it does not hold it. */
const PLAIN_KINDS: ReadonlySet<AnswerType> = new Set(['money', 'percentage', 'reason']);
/** What is told in other forms too: only many example queries that ask for something else tell that it is not there. */
const VARIED_KINDS: ReadonlySet<AnswerType> = new Set(['count', 'measure', 'duration', 'date', 'year']);

/**
 * Whether it counts against a passage that it does not hold what is asked for, and that none of its example queries
 * asks for it: "why did they miss the date" of a fact that only says that they did. Names have too many forms to be
 * judged.
 */
function isTellingLack(evidence: Evidence): boolean {
  const { type } = evidence.context.query.expected;
  if (!isOfOtherKind(evidence)) return false;
  // "Because", "led" and "allow" stand in many a sentence that tells no reason for what is asked.
  if (evidence.answer.grade > 0) return type === 'reason' && isWellCovered(evidence);
  return PLAIN_KINDS.has(type) || (VARIED_KINDS.has(type) && isWellCovered(evidence));
}

/**
 * Whether a passage that was matched says something else than what was asked: of another number, name, year
 * or country, with the roles reversed, or nothing of the kind.
 */
export function contradicts(evidence: Evidence): boolean {
  return (
    holdsOtherNumber(evidence) ||
    holdsOtherName(evidence) ||
    speaksOfOtherYear(evidence) ||
    isOfElsewhere(evidence) ||
    hasRolesReversed(evidence) ||
    isTellingLack(evidence)
  );
}
