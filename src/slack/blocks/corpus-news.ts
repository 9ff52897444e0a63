import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import { formatProblem, type Problem } from '../../corpus/index.ts';
import { asLabels } from './inline-text.ts';
import { bold, bullets, line, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';

/** Whoever mends these looks into the file; `factdesk check` and the log tell the rest. */
const PROBLEMS_SHOWN = 10;
const PROBLEM_LENGTH = 300;
const IDS_SHOWN = 20;

/** What is wrong with sheets. */
export interface SheetNews {
  readonly problems: readonly Problem[];
  /** Ids of the facts that are not shown until their sheet is mended. */
  readonly heldBack: readonly string[];
  /** Whether the bot has just started, so that there is no last good state. @default false */
  readonly isStart?: boolean;
}

/** What is wrong with sheets, in the words of `factdesk check`, and what it costs. */
export function renderBrokenSheets({
  problems,
  heldBack,
  isStart = false,
}: SheetNews): readonly SlackMessage[] {
  return packMessages([
    richText(
      isStart
        ? line(
            bold('Started without the fact sheets that cannot be read. '),
            plain('Their facts are not in use until they are mended.'),
          )
        : line(
            bold('A fact sheet was saved that cannot be read. '),
            plain('Its last good state stays in use.'),
          ),
      ...problemList(problems, 'factdesk check tells them all'),
      ...held(heldBack),
    ),
  ]);
}

function held(ids: readonly string[]): readonly types.RichTextSection[] {
  if (ids.length === 0) return [];
  const named = asLabels(ids.slice(0, IDS_SHOWN), PROBLEM_LENGTH).join(', ');
  const more = ids.length > IDS_SHOWN ? ` and ${amount(ids.length - IDS_SHOWN, 'other')}` : '';
  return [
    line(
      bold('Held back until it is mended: '),
      plain(`${named}${more}. The save may have taken them back, and what it says of that cannot be read.`),
    ),
  ];
}

/** Nothing is wrong any more. */
export function renderMendedSheets(): readonly SlackMessage[] {
  return packMessages([
    richText(line(bold('All fact sheets can be read again. '), plain('They are in use as they were saved.'))),
  ]);
}

/** What of the archive came to be broken. */
export function renderBrokenArchive(problems: readonly Problem[]): readonly SlackMessage[] {
  return packMessages([
    richText(
      line(
        bold('Something in the archive cannot be read. '),
        plain('Articles that it names are held back until it is mended: it may withdraw them.'),
      ),
      ...problemList(problems, 'the log tells them all'),
    ),
  ]);
}

function problemList(problems: readonly Problem[], where: string): readonly types.RichTextBlockElement[] {
  const shown = asLabels(problems.map(formatProblem).slice(0, PROBLEMS_SHOWN), PROBLEM_LENGTH);
  const left = problems.length - shown.length;
  return [
    bullets(...shown.map((problem) => line(plain(problem)))),
    ...(left > 0 ? [line(plain(`${amount(left, 'more problem')}: ${where}.`))] : []),
  ];
}
