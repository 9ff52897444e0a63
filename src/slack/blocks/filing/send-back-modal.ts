import type { types } from '@slack/bolt';
import { NOTE_LENGTH } from '../closing-modal.ts';

/** The modal in which somebody says what is wrong with a draft, and its field. */
export const sendBackIds = { modal: 'draft_send_back_window', note: 'note' } as const;

/** Asks what is wrong. `value` is that of the button. */
export function renderSendBackModal(value: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: sendBackIds.modal,
    private_metadata: value,
    title: { type: 'plain_text', text: 'Send back' },
    submit: { type: 'plain_text', text: 'Send back' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: sendBackIds.note,
        label: { type: 'plain_text', text: 'What is to be changed?' },
        hint: { type: 'plain_text', text: 'It stands on the card for the desk.' },
        element: {
          type: 'plain_text_input',
          action_id: sendBackIds.note,
          multiline: true,
          max_length: NOTE_LENGTH,
        },
      },
    ],
  };
}
