import { SPELLING } from '../analysis/words.ts';
import type { AnswerType } from '../question/answer-type.ts';
import type { QuestionTerm } from '../question/question.ts';
import type { IndexData } from '../store/index-data.ts';
import { lowerBound } from '../store/lower-bound.ts';
import { endOfLook, spellingOfToken, wordOfToken } from '../store/token-lists.ts';
import type { Look, Room } from './measure-parts.ts';

/** Whether a number of the question is missing while another of its kind stands in its place. */
function holdsOtherNumber(terms: readonly QuestionTerm[], { own, anywhere }: Room): boolean {
  for (let i = 0; i < terms.length; i++) {
    const spelling = terms[i]?.spelling ?? 0;
    if ((spelling & SPELLING.digits) === 0 || (anywhere[i] ?? 0) > 0) continue;
    if ((spelling & SPELLING.year) !== 0 ? own.otherYear : own.otherNumber) return true;
  }
  return false;
}

const isYear = ({ spelling }: QuestionTerm) => (spelling & SPELLING.year) !== 0;

/**
 * Whether a passage speaks of another year than the one asked for, though it names both: "In 2023 …, says the Monitor
 * 2024" is as of 2023, and no answer for 2024.
 */
function speaksOfOtherYear(
  { passages }: IndexData,
  ordinal: number,
  terms: readonly QuestionTerm[],
): boolean {
  if (!terms.some(isYear)) return false;
  const { asOf } = passages.commonAt(ordinal);
  const text = passages.textAt(ordinal);
  const spokenOf = asOf.slice(0, 4);
  return text.includes(spokenOf) && terms.every((term) => !isYear(term) || term.typed !== spokenOf);
}

/** What is counted is counted somewhere: these figures of one country are no answer for another. */
const FIGURES: ReadonlySet<AnswerType> = new Set(['count', 'percentage', 'money']);

/**
 * Whether a figure is asked for a country of which neither the passage nor any question it is known to answer speaks.
 * Passages without such questions lean on what surrounds them, and are not judged.
 */
function isFigureOfElsewhere({ index, table, room }: Look, ordinal: number): boolean {
  const { terms, expected } = table.question;
  if (!FIGURES.has(expected.type)) return false;
  if (index.passageOfLine[lowerBound(index.passageOfLine, ordinal)] !== ordinal) return false;
  return terms.some(
    ({ name }, i) => name?.isCountry === true && room.own.certainties[i] === 0 && room.lines[i] === 0,
  );
}

/** Whether the question names something beside a term, as in `killed or injured`, that the passage may hold by another word. */
function asksForMore({ table: { question }, room: { own } }: Look, term: number): boolean {
  const positionOf = (number: number) => question.terms[number]?.position ?? Number.NaN;
  // One word that is not searched stands between the two.
  return [term - 1, term + 1].some(
    (beside) => own.certainties[beside] === 0 && Math.abs(positionOf(beside) - positionOf(term)) === 2,
  );
}

/**
 * Whether a count is asked of one thing and the passage counts it together with another, as in "4,710 were killed or
 * injured": it does not say how many were killed.
 */
function countsMore(look: Look, ordinal: number): boolean {
  const { index, table } = look;
  if (table.question.expected.type !== 'count') return false;
  const { starts, tokens } = index.text.words;
  const or = index.lexicon.idOf('or');
  const wordAt = (at: number) => wordOfToken(tokens[at] ?? 0);
  const termAt = (at: number) => table.termAt(index.termOfWord[wordAt(at)] ?? 0);
  const isNumber = (at: number) => (spellingOfToken(tokens[at] ?? 0) & SPELLING.digits) !== 0;
  const isOther = (at: number) => termAt(at) < 0 && index.isStopWord[wordAt(at)] === 0 && !isNumber(at);
  for (let at = (starts[ordinal] ?? 0) + 1; at < endOfLook(index.text.words, ordinal) - 1; at++) {
    if (wordAt(at) !== or) continue;
    const term = Math.max(termAt(at - 1), termAt(at + 1));
    if (term >= 0 && (isOther(at - 1) || isOther(at + 1)) && !asksForMore(look, term)) return true;
  }
  return false;
}

/** Whether a passage that was matched says something else than what was asked: of another number, year, country or count. */
export function contradicts(look: Look, ordinal: number): boolean {
  const { index, table, room } = look;
  const { terms } = table.question;
  return (
    holdsOtherNumber(terms, room) ||
    speaksOfOtherYear(index, ordinal, terms) ||
    isFigureOfElsewhere(look, ordinal) ||
    countsMore(look, ordinal)
  );
}
