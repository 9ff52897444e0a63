import type { types } from '@slack/bolt';

/** The modal in which the desk puts a review off, and its fields, by the id Slack sends back. */
export const snoozeIds = { modal: 'review_snooze_window', reason: 'reason', days: 'days' } as const;

const REASON_LENGTH = 300;
const PERIODS = [
  ['7', 'a week'],
  ['30', '30 days'],
  ['90', '90 days'],
] as const;

/** So many days, from 1, as the modal offers them; null for anything else. */
export function readSnoozeDays(given: string | undefined): number | null {
  return PERIODS.some(([days]) => days === given) ? Number(given) : null;
}

/** Asks why the review of a fact can wait, and for how long. `value` is that of the button. */
export function renderSnoozeModal(value: string): types.ModalView {
  const options = PERIODS.map(
    ([days, text]): types.PlainTextOption => ({ text: { type: 'plain_text', text }, value: days }),
  );
  const [initial] = options;
  return {
    type: 'modal',
    callback_id: snoozeIds.modal,
    private_metadata: value,
    title: { type: 'plain_text', text: 'Snooze' },
    submit: { type: 'plain_text', text: 'Snooze' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: snoozeIds.reason,
        label: { type: 'plain_text', text: 'Why can it wait?' },
        hint: { type: 'plain_text', text: 'Readers are still told that its review was due.' },
        element: { type: 'plain_text_input', action_id: snoozeIds.reason, max_length: REASON_LENGTH },
      },
      {
        type: 'input',
        block_id: snoozeIds.days,
        label: { type: 'plain_text', text: 'For how long?' },
        element: {
          type: 'static_select',
          action_id: snoozeIds.days,
          options,
          ...(initial && { initial_option: initial }),
        },
      },
    ],
  };
}
