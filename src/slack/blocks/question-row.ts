import type { types } from '@slack/bolt';
import { limits } from './block-limits.ts';
import { asInlineText, clip } from './inline-text.ts';

/** The button beside a question. */
export interface RowButton {
  readonly id: string;
  readonly value: string;
  readonly text: string;
}

const QUESTION_LENGTH = 200;

/** A question that can be asked with one press. What stands behind it in `remark` is ours. */
export function questionRow(question: string, button: RowButton, remark = ''): types.SectionBlock {
  // Slack refuses an empty text, as of a question made of marks that nobody sees.
  const words = clip(asInlineText(question), QUESTION_LENGTH) || '…';
  return {
    type: 'section',
    text: { type: 'plain_text', text: words + remark, emoji: false },
    accessory: {
      type: 'button',
      action_id: button.id,
      text: { type: 'plain_text', text: button.text },
      value: button.value,
      accessibility_label: clip(`${button.text}: ${words}`, limits.buttonText),
    },
  };
}
