import type { types } from '@slack/bolt';
import type { ReportReason } from '../../ledger/index.ts';

/** The modal behind "Not right". */
export const reportModal = { id: 'not_right_window', reason: 'reason', line: 'line' } as const;

/** Why a quote can be not right, in the order offered. */
export const REPORT_REASONS: Readonly<Record<ReportReason, string>> = {
  'wrong-fact': 'The fact is wrong, or does not answer',
  'out-of-date': 'It is out of date',
  'badly-worded': 'It is badly worded',
  other: 'Something else',
};
/** What somebody may add in words, in characters. */
export const LINE_LENGTH = 300;

/** Asks why, and for one line more if the person likes. */
export function renderReportModal(metadata: string): types.ModalView {
  const options = Object.entries(REPORT_REASONS).map(([value, text]): types.PlainTextOption => {
    return { value, text: { type: 'plain_text', text } };
  });
  return {
    type: 'modal',
    callback_id: reportModal.id,
    private_metadata: metadata,
    title: { type: 'plain_text', text: 'Not right' },
    submit: { type: 'plain_text', text: 'Send to the desk' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: reportModal.reason,
        label: { type: 'plain_text', text: 'What is not right?' },
        element: { type: 'radio_buttons', action_id: reportModal.reason, options },
      },
      {
        type: 'input',
        block_id: reportModal.line,
        optional: true,
        label: { type: 'plain_text', text: 'In a line, if you like' },
        element: { type: 'plain_text_input', action_id: reportModal.line, max_length: LINE_LENGTH },
      },
    ],
  };
}
