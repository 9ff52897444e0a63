import type { types } from '@slack/bolt';
import type { ComplaintReason } from '../../ledger/index.ts';

/** The window behind "Not right". */
export const complaintWindow = { id: 'not_right_window', reason: 'reason', line: 'line' } as const;

/** Why a quote can be not right, in the order offered. */
export const COMPLAINT_REASONS: Readonly<Record<ComplaintReason, string>> = {
  'wrong-fact': 'The fact is wrong, or does not answer',
  'out-of-date': 'It is out of date',
  'badly-worded': 'It is badly worded',
  other: 'Something else',
};
/** What somebody may add in words, in characters. */
export const LINE_LENGTH = 300;

/** Asks why, and for one line more if the person likes. */
export function renderComplaintWindow(metadata: string): types.ModalView {
  const options = Object.entries(COMPLAINT_REASONS).map(([value, text]): types.PlainTextOption => {
    return { value, text: { type: 'plain_text', text } };
  });
  return {
    type: 'modal',
    callback_id: complaintWindow.id,
    private_metadata: metadata,
    title: { type: 'plain_text', text: 'Not right' },
    submit: { type: 'plain_text', text: 'Send to the desk' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: complaintWindow.reason,
        label: { type: 'plain_text', text: 'What is not right?' },
        element: { type: 'radio_buttons', action_id: complaintWindow.reason, options },
      },
      {
        type: 'input',
        block_id: complaintWindow.line,
        optional: true,
        label: { type: 'plain_text', text: 'In a line, if you like' },
        element: { type: 'plain_text_input', action_id: complaintWindow.line, max_length: LINE_LENGTH },
      },
    ],
  };
}
