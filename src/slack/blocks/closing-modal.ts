import type { types } from '@slack/bolt';

/** What the desk may close, and how. */
export type Closing = 'answered' | 'wont-answer' | 'report';

/** Something in the desk's hands, and whether it was taken from the Home tab, which then has to be drawn anew. */
export interface ClosingSubject {
  readonly id: string;
  readonly isOnHome: boolean;
}

/** The buttons with which the desk closes something, and the modals they open, by the id Slack sends back. */
export const closingIds: Readonly<Record<Closing, { readonly button: string; readonly modal: string }>> = {
  answered: { button: 'desk_answered', modal: 'desk_answered_window' },
  'wont-answer': { button: 'desk_wont_answer', modal: 'desk_wont_answer_window' },
  report: { button: 'desk_close_complaint', modal: 'desk_close_complaint_window' },
};

/** The one field of the modal. */
export const CLOSING_NOTE = 'note';
/** What a note may hold, in characters. */
export const NOTE_LENGTH = 1_000;

interface Wording {
  readonly title: string;
  /** What a screen reader says: the words on the button first (WCAG 2.5.3), then what it does. */
  readonly label: string;
  readonly submit: string;
  readonly ask: string;
  readonly isNeeded: boolean;
}

const WORDINGS: Readonly<Record<Closing, Wording>> = {
  answered: {
    title: 'Answered',
    label: 'Answered: close this question with a note to the asker',
    submit: 'Tell the asker',
    ask: 'What do we tell the asker?',
    isNeeded: true,
  },
  'wont-answer': {
    title: "Won't answer",
    label: "Won't answer: close this question with a note to the asker",
    submit: 'Tell the asker',
    ask: 'Why, in a line',
    isNeeded: false,
  },
  report: {
    title: 'Dealt with',
    label: 'Dealt with: close this complaint with a note to whoever sent it',
    submit: 'Tell them',
    ask: 'What do we tell whoever sent it?',
    isNeeded: true,
  },
};

/** A row of buttons with which the desk closes something. */
export function closingButtons(id: string, ...closings: readonly Closing[]): types.ActionsBlock {
  const elements = closings.map((closing): types.Button => {
    const { title, label } = WORDINGS[closing];
    return {
      type: 'button',
      action_id: closingIds[closing].button,
      text: { type: 'plain_text', text: title },
      value: id,
      accessibility_label: label,
    };
  });
  return { type: 'actions', elements };
}

/** Asks the desk for a note. */
export function renderClosingModal(subject: ClosingSubject, closing: Closing): types.ModalView {
  const { title, submit, ask, isNeeded } = WORDINGS[closing];
  return {
    type: 'modal',
    callback_id: closingIds[closing].modal,
    private_metadata: (subject.isOnHome ? ON_HOME : '') + subject.id,
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: submit },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: CLOSING_NOTE,
        optional: !isNeeded,
        label: { type: 'plain_text', text: ask },
        element: {
          type: 'plain_text_input',
          action_id: CLOSING_NOTE,
          multiline: isNeeded,
          max_length: NOTE_LENGTH,
        },
      },
    ],
  };
}

const ON_HOME = 'home ';

/** What the modal was opened for. */
export function readClosingSubject(metadata: string): ClosingSubject {
  const isOnHome = metadata.startsWith(ON_HOME);
  return { id: isOnHome ? metadata.slice(ON_HOME.length) : metadata, isOnHome };
}
