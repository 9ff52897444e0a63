import type { AnswerType } from '../query/answer-type.ts';
import { type Figure, type Quantity, readFigures } from '../text/figures.ts';
import { STOP_WORDS } from '../text/stop-words.ts';

/** A word of a passage, by UTF-16 offsets in its text, and what the question has to do with it. */
export interface PassageWord {
  readonly start: number;
  readonly end: number;
  /** Bits of `SPELLING`. */
  readonly spelling: number;
  /** Whether it stands for a word of the question. */
  readonly isMatched: boolean;
  /** Whether it stands for the noun that the question asks for: `experts` in "how many experts". */
  readonly isAsked: boolean;
}

/** A figure that may answer, and the words of the statement that it stands in. */
export interface FigureStatement {
  readonly figure: Figure;
  readonly words: readonly PassageWord[];
}

/** What can be measured by the figure that a question asks for; the first that any figure measures counts. */
const FITTING: Partial<Readonly<Record<AnswerType, readonly (readonly Quantity[])[]>>> = {
  count: [
    ['count', 'time', 'length', 'area', 'volume', 'weight', 'speed', 'temperature'],
    ['money', 'share'],
  ],
  money: [['money']],
  percentage: [['share']],
  duration: [['time'], ['length']],
  measure: [['length', 'area', 'volume', 'weight', 'speed', 'temperature']],
};

/** What parts one statement from the next: "834 in Syria and 608 in Ukraine", "from 60 to 600". */
const PARTING = /[,;:()–—]|\b(?:and|but|while|whereas)\b|\bto\b(?=\D{0,20}\d)/iu;
/** Tells how far one thing is above another, and not how much it is: "five more than Orrby". */
const COMPARING = /^(?:more|fewer|less|higher|lower|above|below)$/;

/** Whether no word behind the figure says what it counts: the `58` of "Halden had 71 goals, Rovers 58". */
export const isBare = ({ noun }: Figure) => noun === '' || STOP_WORDS.has(noun);

/** The figures that can be of the kind asked for; a bare one is of the kind that others of the text are. */
function fittingFigures(text: string, type: AnswerType): readonly Figure[] {
  const figures = readFigures(text).filter(({ noun }) => !COMPARING.test(noun));
  for (const quantities of FITTING[type] ?? []) {
    const isFitting = ({ quantity }: Figure) => quantities.includes(quantity);
    if (!figures.some(isFitting)) continue;
    return figures.filter((figure) => isFitting(figure) || (figure.quantity === 'count' && isBare(figure)));
  }
  return [];
}

/** Offset at which the statement of one figure ends and that of the next begins. */
function cutBetween(text: string, { end }: Figure, next: Figure | undefined): number {
  if (next === undefined) return text.length;
  const parting = PARTING.exec(text.slice(end, next.start));
  return parting === null ? next.start : end + parting.index;
}

/** The noun of a bare figure is the word that parts it from the next, or none of its own. */
const ownEnd = (figure: Figure): Figure =>
  isBare(figure) ? { ...figure, end: figure.end - figure.noun.length } : figure;

/**
 * The figures of a text that are of the kind that a question asks for, in their order, each with the words of its
 * statement.
 */
export function figureStatements(
  text: string,
  words: readonly PassageWord[],
  type: AnswerType,
): readonly FigureStatement[] {
  const figures = fittingFigures(text, type).map(ownEnd);
  let from = 0;
  return figures.map((figure, i) => {
    const to = cutBetween(text, figure, figures[i + 1]);
    const own = words.filter(({ start }) => start >= from && start < to);
    from = to;
    return { figure, words: own };
  });
}
