import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import type { Quote } from '../../answer/index.ts';
import type { DeskQuestion } from '../../ledger/index.ts';
import { closingButtons, NOTE_LENGTH } from './closing-modal.ts';
import { answerButton, sendButton, sortButton } from './filing/group-buttons.ts';
import { asInlineText, clip, clipEscaped } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, bullets, type Leaf, line, person, plain, richText } from './rich-text-elements.ts';
import { fits, message, type SlackMessage } from './slack-message.ts';

/** How the desk may close a question. */
export type QuestionClosing = 'answered' | 'wont-answer';

/** Open questions to the desk that mean the same. */
export interface OpenGroup {
  readonly groupId: string;
  /** Oldest first; at least one. */
  readonly questions: readonly DeskQuestion[];
  /** A fact that came on file since, and may answer them. @default none */
  readonly proposed?: Quote | null;
  /** Whether a fact that answers them can be written here. @default false */
  readonly canAnswer?: boolean;
}

const QUESTION_LENGTH = 2_000;
const SHORT_LENGTH = 250;
/** More ways of putting one question are counted. */
const MOST_WORDINGS = 8;
/** More people are counted. */
const MOST_NAMED = 8;

/** Open questions that mean the same, as the desk channel sees them: one card. */
export function renderOpenGroup({
  groupId,
  questions,
  proposed,
  canAnswer = false,
}: OpenGroup): SlackMessage {
  const head = richText(...questionLines(questions));
  const buttons = [
    ...(canAnswer ? [answerButton(groupId)] : []),
    ...closingButtons(groupId, 'answered', 'wont-answer').elements,
    sortButton(groupId),
  ];
  const actions: types.ActionsBlock = { type: 'actions', elements: buttons };
  if (proposed === undefined || proposed === null) return message([head, actions]);
  const send = sendButton(groupId, proposed);
  const lead = richText(line(bold('A new fact may answer this:')));
  const whole = [head, lead, ...quoteBlocks(proposed), ...send, actions];
  if (fits(whole)) return message(whole);
  const named = line(bold('A new fact may answer this: '), plain(clip(proposed.factId, SHORT_LENGTH)));
  return message([head, richText(named), ...send, actions]);
}

/** The same card once all of them are closed. */
export function renderClosedGroup(questions: readonly DeskQuestion[]): SlackMessage {
  const closed = [...questions].sort((a, b) => (a.closedAt?.getTime() ?? 0) - (b.closedAt?.getTime() ?? 0));
  const last = closed.at(-1);
  const note = closingNote(last?.note ?? null);
  return message([
    richText(
      ...questionLines(questions),
      line(
        bold(`${last === undefined ? 'Closed' : howClosed(last)}, by `),
        person(last?.closedBy ?? null),
        note,
      ),
    ),
  ]);
}

/** What is left of a card whose questions stand on another one. */
export function renderMergedGroup(questions: readonly DeskQuestion[]): SlackMessage {
  const words = plain('These are on another card now, with those that mean the same.');
  return message([richText(...questionLines(questions), line(words))]);
}

function howClosed({ state, answerFactId }: DeskQuestion): string {
  if (answerFactId !== null) return 'Answered with a fact';
  return state === 'answered' ? 'Answered' : 'Closed without an answer';
}

/** What the asker is told when the desk has closed the question in words. */
export function renderNewsForAsker(question: DeskQuestion, closing: QuestionClosing): SlackMessage {
  const how =
    closing === 'answered'
      ? 'The desk has answered your question.'
      : 'The desk will not answer your question.';
  return message([
    richText(
      line(bold(how)),
      line(plain('You asked: '), plain(words(question, QUESTION_LENGTH))),
      line(plain('Closed'), closingNote(question.note)),
    ),
  ]);
}

/** What the desk wrote when it closed something, as the end of a sentence. */
export function closingNote(note: string | null): Leaf {
  return plain(note === null ? '.' : `: ${clip(asInlineText(note), NOTE_LENGTH)}`);
}

/** How many asked, and each way of asking once, with who asked so. */
export function questionLines(questions: readonly DeskQuestion[]): readonly types.RichTextBlockElement[] {
  const wordings = wordingsOf(questions);
  const [only] = wordings;
  const askers = distinct(questions.map(({ askedBy }) => askedBy));
  if (wordings.length === 1 && only !== undefined && askers.length === 1) {
    return [
      line(bold('Question for the desk, from '), person(askers[0] ?? null)),
      line(plain(clipEscaped(only.words, QUESTION_LENGTH))),
    ];
  }
  const shown = wordings.slice(0, MOST_WORDINGS);
  const left = wordings.length - shown.length;
  return [
    line(bold(`Question for the desk: ${peopleCount(askers.length)} asked`)),
    bullets(
      ...shown.map(({ words: asked, askedBy }) =>
        line(plain(`${clipEscaped(asked, SHORT_LENGTH)} — `), ...named(askedBy)),
      ),
    ),
    ...(left > 0 ? [line(plain(`and in ${amount(left, 'other wording')}.`))] : []),
  ];
}

function peopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

interface Wording {
  readonly words: string;
  readonly askedBy: readonly (string | null)[];
}

function wordingsOf(questions: readonly DeskQuestion[]): readonly Wording[] {
  const found = new Map<string, Wording>();
  for (const question of questions) {
    const asked = words(question, QUESTION_LENGTH);
    const same = asked.toLowerCase();
    const before = found.get(same) ?? { words: asked, askedBy: [] };
    found.set(same, { ...before, askedBy: distinct([...before.askedBy, question.askedBy]) });
  }
  return [...found.values()];
}

function named(people: readonly (string | null)[]): readonly Leaf[] {
  const shown = people.slice(0, MOST_NAMED);
  const left = people.length - shown.length;
  return [
    ...shown.flatMap((one, nth) => (nth === 0 ? [person(one)] : [plain(', '), person(one)])),
    ...(left > 0 ? [plain(` and ${left} more`)] : []),
  ];
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function words(question: DeskQuestion, length: number): string {
  return question.words === null ? '(no longer kept)' : clip(asInlineText(question.words), length) || '…';
}
