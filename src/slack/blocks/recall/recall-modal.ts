import type { types } from '@slack/bolt';
import type { RecallVerb } from '../../../ledger/index.ts';
import { REASON_LENGTH } from './note-on-copy.ts';
import { RECALL_WORDINGS, type RecallSubject, recallIds, writeRecallSubject } from './recall-verbs.ts';

/** The one field of the modal. */
export const RECALL_REASON = 'reason';

/** Tells what a verb does and asks for what it needs, before anything is done. */
export function renderRecallModal(
  verb: RecallVerb,
  subject: RecallSubject,
  prefilled: string | null,
): types.ModalView {
  const { name, does, asks, isNeeded, submit } = RECALL_WORDINGS[verb];
  return {
    type: 'modal',
    callback_id: recallIds[verb].modal,
    private_metadata: writeRecallSubject(subject),
    title: { type: 'plain_text', text: name },
    submit: { type: 'plain_text', text: submit },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: does } },
      ...(asks === null
        ? []
        : [
            {
              type: 'input' as const,
              block_id: RECALL_REASON,
              optional: !isNeeded,
              label: { type: 'plain_text' as const, text: asks },
              element: {
                type: 'plain_text_input' as const,
                action_id: RECALL_REASON,
                max_length: REASON_LENGTH,
                ...(prefilled !== null && { initial_value: prefilled.slice(0, REASON_LENGTH) }),
              },
            },
          ]),
    ],
  };
}
