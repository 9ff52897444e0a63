import type { types } from '@slack/bolt';
import type { DeskQuestion } from '../../ledger/index.ts';
import { message, type SlackMessage } from './message.ts';
import { asInlineText, clip } from './plain-text.ts';
import { bold, type Leaf, line, plain, richText } from './rich-text.ts';

/** The buttons under a question in the desk channel, and the window they open. */
export const deskIds = {
  answered: 'desk_answered',
  wontAnswer: 'desk_wont_answer',
  answeredWindow: 'desk_answered_window',
  wontAnswerWindow: 'desk_wont_answer_window',
  note: 'note',
} as const;

/** How the desk may close a question. */
export type Closing = 'answered' | 'wont-answer';

const QUESTION_LENGTH = 2_000;
const NOTE_LENGTH = 1_000;

/** An open question as the desk channel sees it. */
export function renderOpenQuestion(question: DeskQuestion): SlackMessage {
  return message([
    richText(
      line(bold('Question for the desk, from '), person(question.askedBy)),
      line(plain(words(question))),
    ),
    {
      type: 'actions',
      elements: [
        button('Answered', {
          id: deskIds.answered,
          value: question.id,
          label: 'Answered: close this question with a note to the asker',
        }),
        button("Won't answer", {
          id: deskIds.wontAnswer,
          value: question.id,
          label: "Won't answer: close this question with a note to the asker",
        }),
      ],
    },
  ]);
}

/** The same message once the question is closed. */
export function renderClosedQuestion(question: DeskQuestion, closing: Closing): SlackMessage {
  const how = closing === 'answered' ? 'Answered' : 'Closed without an answer';
  return message([
    richText(
      line(bold('Question for the desk, from '), person(question.askedBy)),
      line(plain(words(question))),
      line(bold(`${how}, by `), person(question.closedBy), plain(note(question))),
    ),
  ]);
}

/** What the asker is told when the desk has closed the question. */
export function renderNewsForAsker(question: DeskQuestion, closing: Closing): SlackMessage {
  const how =
    closing === 'answered'
      ? 'The desk has answered your question.'
      : 'The desk will not answer your question.';
  return message([
    richText(
      line(bold(how)),
      line(plain('You asked: '), plain(words(question))),
      line(plain(`Closed${note(question)}`)),
    ),
  ]);
}

/** Asks the desk for a line to the asker. */
export function renderClosingWindow(deskQuestionId: string, closing: Closing): types.ModalView {
  const isAnswered = closing === 'answered';
  return {
    type: 'modal',
    callback_id: isAnswered ? deskIds.answeredWindow : deskIds.wontAnswerWindow,
    private_metadata: deskQuestionId,
    title: { type: 'plain_text', text: isAnswered ? 'Answered' : "Won't answer" },
    submit: { type: 'plain_text', text: 'Tell the asker' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: deskIds.note,
        optional: !isAnswered,
        label: { type: 'plain_text', text: isAnswered ? 'What do we tell the asker?' : 'Why, in a line' },
        element: {
          type: 'plain_text_input',
          action_id: deskIds.note,
          multiline: isAnswered,
          max_length: NOTE_LENGTH,
        },
      },
    ],
  };
}

function person(user: string | null): Leaf {
  return user === null ? plain('somebody') : { type: 'user', user_id: user };
}

function words(question: DeskQuestion): string {
  return question.words === null ? '(no longer kept)' : clip(asInlineText(question.words), QUESTION_LENGTH);
}

function note(question: DeskQuestion): string {
  return question.note === null ? '.' : `: ${clip(asInlineText(question.note), NOTE_LENGTH)}`;
}

interface DeskButton {
  readonly id: string;
  readonly value: string;
  readonly label: string;
}

function button(text: string, { id, value, label }: DeskButton): types.Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text },
    value,
    accessibility_label: label,
  };
}
