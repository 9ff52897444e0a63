import type { types } from '@slack/bolt';

/** A modal that only says something: after a submission, or when it cannot be taken. */
export function renderNoticeModal(title: string, text: string): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
  };
}
