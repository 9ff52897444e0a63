import type { types } from '@slack/bolt';
import type { Quote } from '../../../answer/index.ts';
import { factVersion } from '../../../ledger/index.ts';
import { writeButtonValue } from '../button-value.ts';

/** The buttons of a card of open questions, by the id Slack sends back. */
export const groupIds = { answer: 'desk_answer', sort: 'desk_sort', send: 'desk_send_fact' } as const;

/** Opens the form in which a fact is written. */
export function answerButton(groupId: string): types.Button {
  return {
    type: 'button',
    action_id: groupIds.answer,
    text: { type: 'plain_text', text: 'Answer' },
    style: 'primary',
    value: groupId,
    accessibility_label: 'Answer: write the fact that answers this question',
  };
}

/** Says which open questions mean the same. */
export function sortButton(groupId: string): types.Button {
  return {
    type: 'button',
    action_id: groupIds.sort,
    text: { type: 'plain_text', text: 'Merge or split' },
    value: groupId,
    accessibility_label: 'Merge or split: say which questions mean the same',
  };
}

/** Sends a fact that is on file by now to everybody on the card whose question it answers. */
export function sendButton(groupId: string, quote: Quote): readonly types.ActionsBlock[] {
  const value = writeButtonValue({ questionId: groupId, fact: factVersion(quote) });
  if (value === null) return [];
  const button: types.Button = {
    type: 'button',
    action_id: groupIds.send,
    text: { type: 'plain_text', text: 'Send it' },
    style: 'primary',
    value,
    accessibility_label: 'Send it: tell this fact to everybody whose question it answers',
  };
  return [{ type: 'actions', elements: [button] }];
}
