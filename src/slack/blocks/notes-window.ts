import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import { asInlineText, clip } from './inline-text.ts';
import { NOTES_FORMS, type NotesForm, type StandingFact } from './source-note.ts';

/** The modal and its fields, by the id Slack sends back. */
export const notesIds = {
  modal: 'source_notes_window',
  since: 'source_notes_since',
  facts: 'source_notes_facts',
  forms: 'source_notes_forms',
} as const;

/** So many facts are offered, the ones that were got last. */
export const MOST_FACTS = 100;
const TITLE = 'Source notes';
/** Slack takes so many checkboxes in one group, and so long a text beside each. */
const BOXES = 10;
const BOX_TEXT = 75;

/** From when on facts are listed. */
export type Since = 'today' | '24-hours' | '7-days' | '30-days';

const SINCE: readonly (readonly [Since, string])[] = [
  ['today', 'Today (UTC)'],
  ['24-hours', 'Last 24 hours'],
  ['7-days', 'Last 7 days'],
  ['30-days', 'Last 30 days'],
];
/** What the modal shows first: who makes notes of a story has asked for more than a day. */
export const FIRST_SINCE: Since = '7-days';
const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = { '24-hours': 1, '7-days': 7, '30-days': 30 } as const;

/** The choice that was made; null for anything else. */
export function readSince(given: string): Since | null {
  return SINCE.find(([since]) => since === given)?.[0] ?? null;
}

/** The moment from which on a choice lists facts. */
export function startOf(since: Since, now: Date): Date {
  if (since === 'today') return new Date(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
  return new Date(now.getTime() - DAYS[since] * DAY_MS);
}

/** The forms that were ticked, in the order in which they are offered. */
export function readForms(given: readonly string[]): readonly NotesForm[] {
  return NOTES_FORMS.map(({ form }) => form).filter((form) => given.includes(form));
}

/** What the modal offers. */
export interface OfferedNotes {
  readonly since: Since;
  readonly facts: readonly StandingFact[];
  /** How many there are, also beyond those offered. */
  readonly total: number;
}

/** The modal in which somebody ticks the facts that go into their source notes. */
export function renderNotesWindow(offered: OfferedNotes): types.ModalView {
  const { since, facts, total } = offered;
  const groups = Array.from({ length: Math.ceil(facts.length / BOXES) }, (_, index) =>
    factBoxes(facts.slice(index * BOXES, (index + 1) * BOXES), { since, first: index * BOXES }),
  );
  const isEmpty = facts.length === 0;
  return {
    type: 'modal',
    callback_id: notesIds.modal,
    title: { type: 'plain_text', text: TITLE },
    ...(isEmpty ? {} : { submit: { type: 'plain_text', text: 'Make notes' } }),
    close: { type: 'plain_text', text: isEmpty ? 'Close' : 'Cancel' },
    blocks: [
      sinceMenu(since),
      says(isEmpty ? NONE : tellCount(facts.length, total)),
      ...groups,
      ...(isEmpty ? [] : [formBoxes()]),
    ],
  };
}

const NONE = 'You got no facts in that time. Choose a longer one, or ask something first.';
const WHERE =
  'They come to you alone, in your direct messages with the app: as files, or as text where the app may send none.';

function tellCount(offered: number, total: number): string {
  const lead =
    total > offered
      ? `The ${offered} facts you got last, of ${total}. Choose a shorter time to see others.`
      : `You got ${amount(total, 'fact')}, listed as they were shown to you, the last first.`;
  return `${lead} ${WHERE}`;
}

function sinceMenu(since: Since): types.ActionsBlock {
  const options = SINCE.map(
    ([value, text]): types.PlainTextOption => ({ text: { type: 'plain_text', text }, value }),
  );
  const initial = options.find(({ value }) => value === since);
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: notesIds.since,
        options,
        ...(initial && { initial_option: initial }),
      },
    ],
  };
}

function factBoxes(
  facts: readonly StandingFact[],
  { since, first }: { readonly since: Since; readonly first: number },
): types.InputBlock {
  const options = facts.map(factOption);
  // What was withdrawn goes into notes only where somebody ticks it.
  const ticked = options.filter((_, at) => facts[at]?.standing !== 'gone');
  return {
    type: 'input',
    // What was ticked belongs to this list: Slack keeps the state of a block while its id stays.
    block_id: `${notesIds.facts} ${since} ${first}`,
    optional: true,
    label: { type: 'plain_text', text: `Facts ${first + 1} to ${first + facts.length}` },
    element: {
      ...{ type: 'checkboxes', action_id: notesIds.facts, options },
      ...(ticked.length > 0 && { initial_options: ticked }),
    },
  };
}

const STANDS: Readonly<Record<StandingFact['standing'], string>> = {
  'as-shown': '',
  changed: 'changed since · ',
  gone: 'NO LONGER ON FILE · ',
  unknown: '',
};

function factOption({ received, standing, now }: StandingFact): types.PlainTextOption {
  const { words, factId, deliveryId, receivedAt } = received;
  const text = asInlineText(words?.text ?? (standing === 'as-shown' ? now?.quote.text : undefined) ?? factId);
  const day = receivedAt.toISOString().slice(0, 10);
  const asOf = words === null ? '' : `as of ${words.asOf} · `;
  const about = `${STANDS[standing]}${day} · ${asOf}${asInlineText(words?.attribution ?? factId)}`;
  return {
    text: { type: 'plain_text', text: clip(text, BOX_TEXT) },
    description: { type: 'plain_text', text: clip(about, BOX_TEXT) },
    value: deliveryId,
  };
}

function formBoxes(): types.InputBlock {
  const options = NOTES_FORMS.map(
    ({ form, name }): types.PlainTextOption => ({ text: { type: 'plain_text', text: name }, value: form }),
  );
  return {
    type: 'input',
    block_id: notesIds.forms,
    label: { type: 'plain_text', text: 'As' },
    element: {
      type: 'checkboxes',
      action_id: notesIds.forms,
      options,
      initial_options: options.slice(0, 1),
    },
  };
}

/** The same modal while it is being filled, or with what became of it. */
export function renderNotesNotice(text: string): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: TITLE },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [says(text)],
  };
}

function says(text: string): types.SectionBlock {
  return { type: 'section', text: { type: 'plain_text', text } };
}
