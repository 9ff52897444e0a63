import { formatProblem, type Problem } from '../../corpus/index.ts';
import { amount } from './amounts.ts';
import { packMessages, type SlackMessage } from './message.ts';
import { asLabels } from './plain-text.ts';
import { bold, bullets, line, plain, richText } from './rich-text.ts';

/** Whoever mends these looks into the sheet; `factdesk check` tells the rest. */
const PROBLEMS_SHOWN = 10;
const PROBLEM_LENGTH = 300;

/** What is wrong with sheets that were just saved, in the words of `factdesk check`. */
export function renderBrokenSheets(problems: readonly Problem[]): readonly SlackMessage[] {
  const shown = asLabels(problems.map(formatProblem), PROBLEM_LENGTH).slice(0, PROBLEMS_SHOWN);
  const left = problems.length - shown.length;
  return packMessages([
    richText(
      line(bold('A fact sheet was saved that cannot be read. '), plain('Its last good state stays in use.')),
      bullets(...shown.map((problem) => line(plain(problem)))),
      ...(left > 0 ? [line(plain(`${amount(left, 'more problem')}: factdesk check tells them all.`))] : []),
    ),
  ]);
}

/** Nothing is wrong any more. */
export function renderMendedSheets(): readonly SlackMessage[] {
  return packMessages([
    richText(line(bold('All fact sheets can be read again. '), plain('They are in use as they were saved.'))),
  ]);
}
