import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import { factVersion } from '../../ledger/index.ts';
import { limits } from './block-limits.ts';
import { type ButtonValue, writeButtonValue } from './button-value.ts';
import { asInlineText, clip } from './inline-text.ts';

/** The buttons under a reply, by the id Slack sends back. */
export const buttonIds = {
  share: 'share_here',
  context: 'show_context',
  cite: 'copy_citation',
  notRight: 'not_right',
  askDesk: 'ask_the_desk',
  choose: 'this_one',
  show: 'show_fact',
  uses: 'show_uses',
} as const;

interface Wording {
  readonly text: string;
  /** What a screen reader says: the words on the button first (WCAG 2.5.3), then what it does, also read alone. */
  readonly label: string;
}

const WORDINGS: Readonly<Record<keyof typeof buttonIds, Wording>> = {
  share: { text: 'Share here', label: 'Share here: show this reply to everybody in this channel' },
  context: { text: 'Context', label: 'Context of this quote' },
  cite: { text: 'Copy citation', label: 'Copy citation: this quote with its source' },
  notRight: { text: 'Not right', label: 'Not right: tell the desk what is wrong with this' },
  askDesk: { text: 'Ask the desk', label: 'Ask the desk: put this question to people' },
  show: { text: 'Show', label: 'Show this fact with its source' },
  uses: { text: 'Uses', label: 'Uses of this fact: who was shown it, and when' },
  choose: { text: 'This one', label: 'This one answers the question' },
};

/** A row of buttons for one quote. */
export function quoteButtons(
  quote: Quote,
  questionId: string,
  ...names: readonly (keyof typeof buttonIds)[]
): readonly types.ActionsBlock[] {
  return row({ questionId, fact: factVersion(quote) }, names);
}

/** A row of buttons for a quote that may not fit the question, as `doubt` says, unless it is empty. */
export function doubtedQuoteButtons(
  quote: Quote,
  { questionId, doubt }: { readonly questionId: string; readonly doubt: string },
  ...names: readonly (keyof typeof buttonIds)[]
): readonly types.ActionsBlock[] {
  if (doubt === '') return quoteButtons(quote, questionId, ...names);
  return row({ questionId, fact: factVersion(quote), doubt }, names);
}

/** A row of buttons for the whole reply. */
export function replyButtons(
  questionId: string,
  ...names: readonly (keyof typeof buttonIds)[]
): readonly types.ActionsBlock[] {
  return row({ questionId, fact: null }, names);
}

function row(value: ButtonValue, names: readonly (keyof typeof buttonIds)[]): readonly types.ActionsBlock[] {
  const written = writeButtonValue(value);
  if (written === null || names.length === 0) return [];
  const elements = names.map((name): types.Button => {
    const { text, label } = WORDINGS[name];
    return {
      type: 'button',
      action_id: buttonIds[name],
      text: { type: 'plain_text', text },
      value: written,
      accessibility_label: label,
      ...(name === 'share' && value.doubt !== undefined && { confirm: confirmSharing(value.doubt) }),
    };
  });
  return [{ type: 'actions', elements }];
}

/** Who shares what may not fit the question is told so once more before others see it. */
function confirmSharing(doubt: string): types.ConfirmationDialog {
  return {
    title: { type: 'plain_text', text: 'Share this close match?' },
    text: { type: 'plain_text', text: clip(asInlineText(doubt), limits.confirmText) },
    confirm: { type: 'plain_text', text: 'Share' },
    deny: { type: 'plain_text', text: 'Cancel' },
  };
}
