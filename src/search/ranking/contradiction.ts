import type { AnswerType } from '../query/answer-type.ts';
import { isWrittenAsName, type QueryTerm } from '../query/query.ts';
import { SPELLING } from '../text/split-words.ts';
import type { AnswerGrade } from './answer-type-match.ts';
import { isAttributedToAsked } from './attribution.ts';
import { countsMore } from './counts-more.ts';
import { KNOWN_WELL } from './example-queries.ts';
import { isTurnedRound } from './role-reversal.ts';
import type { ScoringContext } from './scoring-context.ts';

/** Whether a number of the question is missing while another of its kind stands in its place. */
function holdsOtherNumber({ lookup, scratch: { own, anywhere } }: ScoringContext): boolean {
  const { terms } = lookup.question;
  for (let i = 0; i < terms.length; i++) {
    const spelling = terms[i]?.spelling ?? 0;
    if ((spelling & SPELLING.digits) === 0 || (anywhere[i] ?? 0) > 0) continue;
    if ((spelling & SPELLING.year) !== 0 ? own.otherYear : own.otherNumber) return true;
  }
  return false;
}

const isYear = ({ spelling }: QueryTerm) => (spelling & SPELLING.year) !== 0;

/**
 * Whether a passage is as of another year than the one asked for: of a year that stands nowhere in and around it, or though it
 * names both: "In 2023 …, says the Monitor 2024" is as of 2023, and no answer for 2024. Unless a known question asks for that
 * year: a report of 2023 on what happened in 2022.
 */
function speaksOfOtherYear({ index, lookup, scratch }: ScoringContext, ordinal: number): boolean {
  const { terms } = lookup.question;
  if (!terms.some(isYear)) return false;
  const { asOf, isUndated } = index.passages.metadataAt(ordinal);
  if (asOf === '' || isUndated) return false;
  const spokenOf = asOf.slice(0, 4);
  const isNamed = index.passages.textAt(ordinal).includes(spokenOf);
  return terms.every((term, i) => {
    if (!isYear(term)) return true;
    const isOther = term.typed !== spokenOf && scratch.lines.certainties[i] === 0;
    return isOther && (isNamed || scratch.anywhere[i] === 0);
  });
}

/** What is written like a name, or is no word that anybody knows. */
function isName(term: QueryTerm): boolean {
  return isWrittenAsName(term) || (term.alternatives.length === 0 && !term.isEnglish);
}

/**
 * Whether it is asked what somebody did of whom a passage, and what surrounds it, says nothing: "did Blinken approve it". Where the
 * desk wrote questions they tell more surely, and people are called by many names.
 */
function tellsOfOthers({ lookup: { question }, scratch }: ScoringContext): boolean {
  if (scratch.lines.questions.count > 0) return false;
  return question.terms.some((term, i) => term.isSubject && scratch.anywhere[i] === 0 && isName(term));
}

/** What is counted is counted somewhere: these figures of one country are no answer for another. */
const FIGURES: ReadonlySet<AnswerType> = new Set(['count', 'percentage', 'money']);
/** A country that no more than this share of the known questions names is one that a figure is compared with. */
const SELDOM = 0.1;

/** Whether the desk wrote so many questions that what none of them asks is not answered. */
const isKnownWell = ({ scratch: { lines } }: ScoringContext) => lines.questions.count >= KNOWN_WELL;

/**
 * Whether something is asked of a country of which the passage does not speak: one that no question it is known to answer
 * names, or next to none where a figure may be asked for. With few such questions only figures are judged, and only where the
 * text lacks the country too; passages without any lean on what surrounds them, and are not judged.
 */
function isOfElsewhere(context: ScoringContext): boolean {
  const { lines, own } = context.scratch;
  const { terms, expected } = context.lookup.question;
  const isFigure = FIGURES.has(expected.type);
  if (lines.questions.count === 0 || (!isFigure && !isKnownWell(context))) return false;
  const most =
    isFigure || expected.type === 'thing' || expected.type === 'topic' ? SELDOM * lines.questions.count : 0;
  return terms.some(({ name }, i) => {
    if (name?.isCountry !== true) return false;
    return isKnownWell(context)
      ? (lines.holders[i] ?? 0) <= most
      : own.certainties[i] === 0 && lines.certainties[i] === 0;
  });
}

/** What was found out of what is asked for: how well the passage holds it, and whether none of its known questions asks for it. */
export interface Sought {
  readonly answer: AnswerGrade;
  readonly isOtherKind: boolean;
}

/** What is told in a form that can be seen: a passage without it does not hold it. */
const PLAIN_KINDS: ReadonlySet<AnswerType> = new Set(['money', 'percentage', 'reason']);
/** What is told in other forms too: only many known questions that ask for something else tell that it is not there. */
const VARIED_KINDS: ReadonlySet<AnswerType> = new Set(['count', 'measure', 'duration', 'date', 'year']);

/**
 * Whether it counts against a passage that it does not hold what is asked for, and that none of its known questions asks for it:
 * "why did they miss the date" of a fact that only says that they did. Names have too many forms to be judged.
 */
function isTellingLack(context: ScoringContext, { answer: { grade }, isOtherKind }: Sought): boolean {
  const { type } = context.lookup.question.expected;
  if (!isOtherKind) return false;
  // "Because", "led" and "allow" stand in many a sentence that tells no reason for what is asked.
  if (grade > 0) return type === 'reason' && isKnownWell(context);
  return PLAIN_KINDS.has(type) || (VARIED_KINDS.has(type) && isKnownWell(context));
}

/**
 * Whether somebody's words are asked for and these are about them, or somebody else's: "what did Mattis say" of a study that he
 * ordered. Passages that nobody wrote questions for are not judged: in an article the speaker often stands in the sentence.
 */
function isInOthersWords(context: ScoringContext, ordinal: number): boolean {
  const { lookup, scratch } = context;
  return (
    lookup.question.asksForWords &&
    scratch.lines.questions.count > 0 &&
    !isAttributedToAsked(context, ordinal)
  );
}

/**
 * Whether a passage that was matched says something else than what was asked: of another number, year, person, country or count, in others'
 * words, or nothing of the kind.
 */
export function contradicts(context: ScoringContext, ordinal: number, sought: Sought): boolean {
  return (
    holdsOtherNumber(context) ||
    tellsOfOthers(context) ||
    speaksOfOtherYear(context, ordinal) ||
    isOfElsewhere(context) ||
    isTurnedRound(context, ordinal) ||
    isInOthersWords(context, ordinal) ||
    isTellingLack(context, sought) ||
    countsMore(context, ordinal)
  );
}
