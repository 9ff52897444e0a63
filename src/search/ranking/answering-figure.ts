import type { AnswerType } from '../query/answer-type.ts';
import type { Figure } from '../text/figures.ts';
import { MONTH } from '../text/months.ts';
import { SPELLING } from '../text/split-words.ts';
import { type FigureStatement, figureStatements, isBare, type PassageWord } from './figure-statements.ts';

const MONTH_NAME = new RegExp(`^(?:${MONTH})$`);

const isDate = (text: string, { start, end, spelling }: PassageWord) =>
  (spelling & SPELLING.year) !== 0 || MONTH_NAME.test(text.slice(start, end));

/** Whether a word is a name: of words at the start of a sentence only those of the question are taken for one. */
function isName(text: string, word: PassageWord): boolean {
  const { spelling, isMatched, isAsked } = word;
  if ((spelling & SPELLING.capital) === 0 || isAsked || isDate(text, word)) return false;
  return (spelling & SPELLING.sentenceStart) === 0 || isMatched;
}

/**
 * Leaves out what is said of another: where one statement names what is asked, those are of another that name
 * something of the same kind and not this. A statement without such a name shares that of its neighbour.
 */
function keepOwn(
  statements: readonly FigureStatement[],
  isOfKind: (word: PassageWord) => boolean,
): readonly FigureStatement[] {
  const namesAsked = ({ words }: FigureStatement) => words.some((word) => word.isMatched && isOfKind(word));
  if (!statements.some(namesAsked)) return statements;
  return statements.filter((statement) => namesAsked(statement) || !statement.words.some(isOfKind));
}

/** How many words before its figure a list names whose it is: "Ukraine with 608", "Rovers 58". */
const LISTED_WITHIN = 2;

/** Where a list gives the subject asked for a figure of its own, all others are left out. */
function keepListed(text: string, statements: readonly FigureStatement[]): readonly FigureStatement[] {
  const listed = statements.filter(({ figure, words }) => {
    if (!isBare(figure)) return false;
    const before = words.filter(({ end }) => end <= figure.start).slice(-LISTED_WITHIN);
    return before.some((word) => word.isMatched && isName(text, word));
  });
  return listed.length > 0 ? listed : statements;
}

/** Where one figure counts the noun that is asked for, those are left out that count another. */
function keepCounted(statements: readonly FigureStatement[]): readonly FigureStatement[] {
  const countsAsked = ({ figure: { start, end }, words }: FigureStatement) =>
    words.some((word) => word.isAsked && word.start >= start && word.start < end);
  if (!statements.some(countsAsked)) return statements;
  return statements.filter((statement) => countsAsked(statement) || isBare(statement.figure));
}

/** Distance in words at which nearness is halved. */
const HALVED_AT = 3;
/** A word of another statement is this many words further away. */
const STATEMENT_APART = 6;
/** The year that is asked for tells more than other words; a name less, for it may be the subject of all figures. */
const YEAR_WEIGHT = 2;
const NAME_WEIGHT = 0.5;

function weightOf(text: string, word: PassageWord): number {
  if ((word.spelling & SPELLING.year) !== 0) return YEAR_WEIGHT;
  return isName(text, word) ? NAME_WEIGHT : 1;
}

/** How near (0 or more) the words of the question stand to a figure. */
function nearnessOf(
  text: string,
  words: readonly PassageWord[],
  { figure, words: own }: FigureStatement,
): number {
  const at = words.findIndex(({ start }) => start >= figure.start);
  return words.reduce((sum, word, position) => {
    if (!word.isMatched) return sum;
    const apart = Math.abs(position - at) + (own.includes(word) ? 0 : STATEMENT_APART);
    return sum + weightOf(text, word) / (1 + apart / HALVED_AT);
  }, 0);
}

/**
 * The figure of a text that answers a question for a figure: that of the subject, the year and the noun that are asked
 * for, and of several the one nearest to the words of the question. Undefined where no figure is of the kind asked for.
 */
export function answeringFigure(
  text: string,
  words: readonly PassageWord[],
  type: AnswerType,
): Figure | undefined {
  const counted = keepCounted(figureStatements(text, words, type));
  const ofSubject = keepListed(
    text,
    keepOwn(counted, (word) => isName(text, word)),
  );
  const ofYear = keepOwn(ofSubject, ({ spelling }) => (spelling & SPELLING.year) !== 0);
  const [best] = ofYear
    .map((statement) => ({ figure: statement.figure, nearness: nearnessOf(text, words, statement) }))
    .sort((a, b) => b.nearness - a.nearness);
  return best?.figure;
}
