import type { types } from '@slack/bolt';
import type { Quote } from '../../../answer/index.ts';
import type { DeskQuestion, Draft } from '../../../ledger/index.ts';
import { NOTE_LENGTH } from '../closing-modal.ts';
import { asInlineText, clipEscaped } from '../inline-text.ts';
import { quoteBlocks } from '../quote.ts';
import { bold, bullets, line, person, plain, richText } from '../rich-text-elements.ts';
import { fits, message, packMessages, type SlackMessage } from '../slack-message.ts';

/** The buttons of a draft, by the id Slack sends back. */
export const draftIds = { sign: 'draft_sign', sendBack: 'draft_send_back', edit: 'draft_edit' } as const;

const QUESTION_LENGTH = 250;
const MOST_QUESTIONS = 8;
const MOST_NAMED = 8;

/** What the card of a draft shows. */
export interface DraftCard {
  readonly draft: Draft;
  /** As a reader would see it; null once the words are no longer kept. */
  readonly quote: Quote | null;
  /** What the signer should think of. */
  readonly warnings: readonly string[];
  /** Whether somebody else than its writer has to sign. */
  readonly needsSecond: boolean;
  /** Whose questions it answered. */
  readonly told: readonly DeskQuestion[];
}

/** A draft as the desk channel sees it. The first message holds the buttons: it is the one that changes. */
export function renderDraft(card: DraftCard): readonly SlackMessage[] {
  const { draft, quote, warnings } = card;
  const head = richText(...headLines(card));
  const quoted = quote === null ? [] : quoteBlocks(quote);
  const asked = askedBlocks(draft);
  const warned = warnings.length === 0 ? [] : [richText(bullets(...warnings.map((one) => line(plain(one)))))];
  const buttons = buttonsOf(draft);
  const whole = [head, ...quoted, ...asked, ...warned, ...buttons];
  return fits(whole) ? [message(whole)] : packMessages([head, ...buttons, ...quoted, ...asked, ...warned]);
}

function headLines({ draft, needsSecond, told }: DraftCard): readonly types.RichTextSection[] {
  const by = line(bold('Draft of a fact, by '), person(draft.writtenBy));
  switch (draft.state) {
    case 'drafted':
      return [by, line(plain(needsSecond ? SECOND : ALONE))];
    case 'sent-back':
      return [
        by,
        line(bold('Sent back by '), person(draft.sentBackBy), plain(`: ${noteOf(draft)}`)),
        line(plain('Whoever changes it puts it forward again.')),
      ];
    case 'dropped':
      return [by, line(plain('It was not signed in time, and its words are no longer kept.'))];
    case 'signed':
    case 'filed':
    case 'told':
      return [by, signedLine(draft), line(plain(filedWords(draft))), ...toldLines(draft, told)];
    default:
      return draft.state satisfies never;
  }
}

const SECOND = 'Another member of the desk compares it with its source, and signs it.';
const ALONE = 'Whoever wrote it may sign it alone here (SECOND_SIGNATURE=off).';

function signedLine({ writtenBy, signedBy }: Draft): types.RichTextSection {
  const alone = writtenBy !== null && writtenBy === signedBy;
  return line(
    bold('Signed by '),
    person(signedBy),
    plain(alone ? ', who wrote it: no second signature is asked for here (SECOND_SIGNATURE=off).' : '.'),
  );
}

function filedWords({ state, sheet, trouble, factId }: Draft): string {
  if (state === 'filed' && trouble !== null)
    return `Written to ${sheet} as ${factId}, but not in use: ${trouble}. Nobody was told, and its questions are open.`;
  if (state !== 'signed') return `On file in ${sheet} as ${factId}.`;
  if (trouble === null) return `It is being written to ${sheet}.`;
  return (
    `It could not be written to ${sheet}: ${trouble}. It is kept, and tried again each minute; ` +
    '“factdesk desk write” does it at once.'
  );
}

function toldLines({ state }: Draft, told: readonly DeskQuestion[]): readonly types.RichTextSection[] {
  if (told.length === 0 && state !== 'told') return [];
  if (told.length === 0) return [line(plain('It answers none of the open questions, which stay open.'))];
  return TELLINGS.flatMap(({ lead, is }) => peopleLine(lead, told.filter(is)));
}

const WHY_NOT = new Map([
  ['guest', 'Not told, since guests are not answered here: '],
  ['forgotten', 'Not told, since the words of the question are no longer kept: '],
  ['nobody', 'Not told, since nobody is known who could be: '],
]);

/** What is said of whom. */
const TELLINGS: readonly { readonly lead: string; readonly is: (question: DeskQuestion) => boolean }[] = [
  { lead: 'Told where they asked: ', is: ({ isSettled, notTold }) => isSettled && notTold === null },
  { lead: 'Not told yet, tried again each minute: ', is: ({ isSettled }) => !isSettled },
  {
    lead: 'Could not be reached in Slack: ',
    is: ({ notTold }) => notTold !== null && !WHY_NOT.has(notTold),
  },
  ...[...WHY_NOT].map(([why, lead]) => ({ lead, is: ({ notTold }: DeskQuestion) => notTold === why })),
];

function peopleLine(lead: string, questions: readonly DeskQuestion[]): readonly types.RichTextSection[] {
  const people = [...new Set(questions.map(({ askedBy }) => askedBy))];
  if (people.length === 0) return [];
  const left = people.length - MOST_NAMED;
  const named = people
    .slice(0, MOST_NAMED)
    .flatMap((one, nth) => [...(nth === 0 ? [] : [plain(', ')]), person(one)]);
  return [line(plain(lead), ...named, plain(left > 0 ? ` and ${left} more.` : '.'))];
}

function noteOf({ note }: Draft): string {
  return note === null ? 'no note' : clipEscaped(asInlineText(note), NOTE_LENGTH);
}

function askedBlocks({ fact }: Draft): readonly types.RichTextBlock[] {
  if (fact === null) return [];
  const shown = fact.askedAs.slice(0, MOST_QUESTIONS);
  const left = fact.askedAs.length - shown.length;
  if (shown.length === 0) return [richText(line(plain('It is said to answer no question.')))];
  return [
    richText(
      line(bold('Answers:')),
      bullets(
        ...shown.map((question) => line(plain(clipEscaped(asInlineText(question), QUESTION_LENGTH) || '…'))),
      ),
      ...(left > 0 ? [line(plain(`and ${left} more.`))] : []),
    ),
  ];
}

function buttonsOf(draft: Draft): readonly types.ActionsBlock[] {
  if (draft.state !== 'drafted' && draft.state !== 'sent-back') return [];
  const value = writeDraftValue(draft);
  const edit = button(draftIds.edit, 'Change', 'Change this draft', value);
  if (draft.state === 'sent-back') return [{ type: 'actions', elements: [edit] }];
  const sign: types.Button = {
    ...button(draftIds.sign, 'Sign', 'Sign: this fact agrees with its source', value),
    style: 'primary',
  };
  const back = button(draftIds.sendBack, 'Send back', 'Send back: say what is wrong with it', value);
  return [{ type: 'actions', elements: [sign, back, edit] }];
}

function button(id: string, text: string, label: string, value: string): types.Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text },
    value,
    accessibility_label: label,
  };
}

/** A version of a draft, as a button remembers it. */
export interface DraftVersion {
  readonly draftId: string;
  readonly version: number;
}

function writeDraftValue({ id, version }: Draft): string {
  return `${id} ${version}`;
}

/** The version that a button stands under. */
export function readDraftValue(value: string): DraftVersion {
  const [draftId = '', version = ''] = value.split(' ');
  return { draftId, version: Number(version) };
}
