import type { types } from '@slack/bolt';
import type { DeskQuestion } from '../../../ledger/index.ts';
import { limits } from '../block-limits.ts';
import { asInlineText, clip } from '../inline-text.ts';

/** The modal in which the desk says which questions mean the same, and its fields. */
export const sortIds = { modal: 'desk_sort_window', apart: 'apart', same: 'same' } as const;

/** What Slack lets a menu hold. */
const MOST_OPTIONS = 100;

/** What can be sorted. */
export interface Sortable {
  readonly groupId: string;
  /** The open questions of the card. */
  readonly questions: readonly DeskQuestion[];
  /** The first question of each other card, the likest first. */
  readonly others: readonly DeskQuestion[];
}

/** Asks which questions of a card mean something else, and which card means the same; undefined where none can. */
export function renderSortModal({ groupId, questions, others }: Sortable): types.ModalView | undefined {
  const blocks = [
    ...(questions.length > 1 ? [apartInput(questions)] : []),
    ...(others.length > 0 ? [sameInput(others)] : []),
  ];
  if (blocks.length === 0) return undefined;
  return {
    type: 'modal',
    callback_id: sortIds.modal,
    private_metadata: groupId,
    title: { type: 'plain_text', text: 'Merge or split' },
    submit: { type: 'plain_text', text: 'Sort' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks,
  };
}

function apartInput(questions: readonly DeskQuestion[]): types.InputBlock {
  return {
    type: 'input',
    block_id: sortIds.apart,
    optional: true,
    label: { type: 'plain_text', text: 'Which of them ask for something else?' },
    hint: { type: 'plain_text', text: 'They get a card of their own, together.' },
    element: {
      type: 'multi_static_select',
      action_id: sortIds.apart,
      options: questions.slice(0, MOST_OPTIONS).map((question) => option(question, question.id)),
    },
  };
}

function sameInput(others: readonly DeskQuestion[]): types.InputBlock {
  return {
    type: 'input',
    block_id: sortIds.same,
    optional: true,
    label: { type: 'plain_text', text: 'Which other card asks the same?' },
    hint: { type: 'plain_text', text: 'The likest stands first. These questions go there.' },
    element: {
      type: 'static_select',
      action_id: sortIds.same,
      options: others.slice(0, MOST_OPTIONS).map((question) => option(question, question.groupId)),
    },
  };
}

function option({ words }: DeskQuestion, value: string): types.PlainTextOption {
  const text = words === null ? '(no longer kept)' : clip(asInlineText(words), limits.buttonText) || '…';
  return { text: { type: 'plain_text', text, emoji: false }, value };
}
