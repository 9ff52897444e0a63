import type { types } from '@slack/bolt';
import type { RecallChange, RecallVerb } from '../../../ledger/index.ts';

/** The buttons of the card, and the modals they open, by the id Slack sends back. */
export const recallIds: Readonly<Record<RecallVerb, { readonly button: string; readonly modal: string }>> = {
  correct: { button: 'recall_correct', modal: 'recall_correct_window' },
  refile: { button: 'recall_refile', modal: 'recall_refile_window' },
  withdraw: { button: 'recall_withdraw', modal: 'recall_withdraw_window' },
  leave: { button: 'recall_leave', modal: 'recall_leave_window' },
};

/** "Seen", under what a person is told. */
export const SEEN_BUTTON = 'recall_seen';

interface Wording {
  /** As the button says it. */
  readonly name: string;
  /** What it does, in one line. */
  readonly does: string;
  /** What the modal asks for; null where it asks for nothing. */
  readonly asks: string | null;
  readonly isNeeded: boolean;
  readonly submit: string;
}

/** The verbs of the trade, in the order of the card. */
export const RECALL_WORDINGS: Readonly<Record<RecallVerb, Wording>> = {
  correct: {
    name: 'Correct and tell',
    does: 'Every copy is changed and says so; everybody who got it is told once.',
    asks: 'What was wrong, in one sentence',
    isNeeded: true,
    submit: 'Correct',
  },
  refile: {
    name: 'Refile',
    does: 'Every copy is changed and says so; nobody is told. For spelling or a link.',
    asks: null,
    isNeeded: false,
    submit: 'Refile',
  },
  withdraw: {
    name: 'Withdraw',
    does: 'Every copy is replaced by “do not use”; everybody who got it is told once.',
    asks: 'Why, in one sentence',
    isNeeded: false,
    submit: 'Withdraw',
  },
  leave: {
    name: 'Leave as it is',
    does: 'Nothing is changed and nobody is told. It is kept who decided so, and why.',
    asks: 'Why it can stay as it is',
    isNeeded: true,
    submit: 'Leave',
  },
};

/** The verbs that fit a change: without new words there is nothing to correct with. */
export function verbsFor(change: RecallChange): readonly RecallVerb[] {
  const hasWords = change === 'changed' || change === 'replaced';
  return hasWords ? ['correct', 'refile', 'withdraw', 'leave'] : ['withdraw', 'leave'];
}

/** What a button of the card remembers: which recall, and which words the desk had before it. */
export interface RecallSubject {
  readonly number: number;
  readonly toHash: string | null;
}

/** As Slack keeps it. */
export function writeRecallSubject({ number, toHash }: RecallSubject): string {
  return `${number} ${toHash ?? '-'}`;
}

/** What a button of ours brought back, or null when it is none of ours. */
export function readRecallSubject(value: string): RecallSubject | null {
  const [number = '', toHash = ''] = value.split(' ');
  if (!/^\d{1,9}$/.test(number) || toHash === '') return null;
  return { number: Number(number), toHash: toHash === '-' ? null : toHash };
}

/** A row of the verbs that fit. */
export function verbButtons(subject: RecallSubject, change: RecallChange): types.ActionsBlock {
  return {
    type: 'actions',
    elements: verbsFor(change).map((verb): types.Button => {
      const { name, does } = RECALL_WORDINGS[verb];
      return {
        type: 'button',
        action_id: recallIds[verb].button,
        text: { type: 'plain_text', text: name },
        value: writeRecallSubject(subject),
        accessibility_label: `${name}: ${does}`.slice(0, 75),
      };
    }),
  };
}

/** "Seen", for whoever was told. */
export function seenButton(number: number): types.ActionsBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: SEEN_BUTTON,
        text: { type: 'plain_text', text: 'Seen' },
        value: String(number),
        accessibility_label: 'Seen: tell the desk that you know',
      },
    ],
  };
}
