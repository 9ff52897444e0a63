import type { DeskQuestion } from '../../ledger/index.ts';
import { closingButtons, NOTE_LENGTH } from './closing-modal.ts';
import { asInlineText, clip } from './inline-text.ts';
import { bold, type Leaf, line, person, plain, richText } from './rich-text-elements.ts';
import { message, type SlackMessage } from './slack-message.ts';

/** How the desk may close a question. */
export type QuestionClosing = 'answered' | 'wont-answer';

const QUESTION_LENGTH = 2_000;

/** An open question as the desk channel sees it. */
export function renderOpenQuestion(question: DeskQuestion): SlackMessage {
  return message([
    richText(
      line(bold('Question for the desk, from '), person(question.askedBy)),
      line(plain(words(question))),
    ),
    closingButtons(question.id, 'answered', 'wont-answer'),
  ]);
}

/** The same message once the question is closed. */
export function renderClosedQuestion(question: DeskQuestion, closing: QuestionClosing): SlackMessage {
  const how = closing === 'answered' ? 'Answered' : 'Closed without an answer';
  return message([
    richText(
      line(bold('Question for the desk, from '), person(question.askedBy)),
      line(plain(words(question))),
      line(bold(`${how}, by `), person(question.closedBy), closingNote(question.note)),
    ),
  ]);
}

/** What the asker is told when the desk has closed the question. */
export function renderNewsForAsker(question: DeskQuestion, closing: QuestionClosing): SlackMessage {
  const how =
    closing === 'answered'
      ? 'The desk has answered your question.'
      : 'The desk will not answer your question.';
  return message([
    richText(
      line(bold(how)),
      line(plain('You asked: '), plain(words(question))),
      line(plain('Closed'), closingNote(question.note)),
    ),
  ]);
}

/** What the desk wrote when it closed something, as the end of a sentence. */
export function closingNote(note: string | null): Leaf {
  return plain(note === null ? '.' : `: ${clip(asInlineText(note), NOTE_LENGTH)}`);
}

function words(question: DeskQuestion): string {
  return question.words === null ? '(no longer kept)' : clip(asInlineText(question.words), QUESTION_LENGTH);
}
