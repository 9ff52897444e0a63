import type { types } from '@slack/bolt';

/** The modal with a question box, and the box in it. */
export const questionBox = { modal: 'ask_window', question: 'question' } as const;

const TITLE = 'Ask factdesk';
const QUESTION_LENGTH = 3_000;

/** A modal that asks for a question. */
export function renderQuestionBox(): types.ModalView {
  return {
    type: 'modal',
    callback_id: questionBox.modal,
    title: { type: 'plain_text', text: TITLE },
    submit: { type: 'plain_text', text: 'Ask' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: questionBox.question,
        label: { type: 'plain_text', text: 'Your question' },
        hint: { type: 'plain_text', text: 'The answer appears here, for you alone.' },
        element: {
          type: 'plain_text_input',
          action_id: questionBox.question,
          multiline: true,
          max_length: QUESTION_LENGTH,
        },
      },
    ],
  };
}

/** The same modal with what the reply is so far. */
export function renderReplyModal(blocks: readonly types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: TITLE },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [...blocks],
  };
}
