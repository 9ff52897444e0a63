import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { DraftFact, DraftField } from '../../../corpus/index.ts';
import { clip } from '../inline-text.ts';

/** The form in which a fact is written; its fields are those of a draft. */
export const factFormId = 'desk_fact_window';

/** What a field may hold: as much as Slack lets anybody type. */
const LONGEST = 3_000;

/** So many questions have room in what Slack keeps with a form. */
const MOST_QUESTIONS = 60;

/** What the form was opened for. */
export interface FormSubject {
  readonly groupId: string;
  /** The draft that is changed; null for a new one. */
  readonly draftId: string | null;
  /** The version of it that is changed. @default the newest */
  readonly version?: number | undefined;
  /** The questions that it was opened for: they may be on another card when it is sent. @default none is known */
  readonly questionIds?: readonly string[] | undefined;
  /** What the person was warned of and sends all the same. @default nothing */
  readonly warned?: string | undefined;
}

/** What stands in the form. */
export interface FormContent extends FormSubject {
  readonly filled: Partial<DraftFact>;
  /** What to think of before it is sent. @default nothing */
  readonly warnings?: readonly string[];
}

/** The form, with what was filled in. */
export function renderFactForm({ filled, warnings = [], ...subject }: FormContent): types.ModalView {
  return {
    type: 'modal',
    callback_id: factFormId,
    private_metadata: JSON.stringify({
      ...subject,
      ...(subject.questionIds && { questionIds: subject.questionIds.slice(0, MOST_QUESTIONS) }),
    }),
    title: { type: 'plain_text', text: subject.draftId === null ? 'Answer with a fact' : 'Change the draft' },
    submit: { type: 'plain_text', text: warnings.length === 0 ? 'Put forward' : 'Put forward anyway' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      ...warnings.map((text): types.SectionBlock => {
        return { type: 'section', text: { type: 'plain_text', text: clip(text, LONGEST), emoji: false } };
      }),
      kindInput(filled.kind),
      ...FIELDS.map((field) => textInput(field, filled)),
    ],
  };
}

const subjectSchema = z.object({
  groupId: z.string(),
  draftId: z.string().nullable(),
  version: z.number().optional(),
  questionIds: z.array(z.string()).optional(),
  warned: z.string().optional(),
});

/** What the form was opened for; null where the metadata is none of ours. */
export function readFormSubject(metadata: string): FormSubject | null {
  try {
    return subjectSchema.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

const KINDS = [
  ['quote', 'A quote: what somebody said, letter for letter'],
  ['statement', 'A statement: our own wording'],
] as const;

function kindInput(chosen: DraftFact['kind'] | undefined): types.InputBlock {
  const options = KINDS.map(([value, text]): types.PlainTextOption => {
    return { text: { type: 'plain_text', text }, value };
  });
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'input',
    block_id: 'kind',
    label: { type: 'plain_text', text: 'Whose words are it?' },
    element: {
      type: 'radio_buttons',
      action_id: 'kind',
      options,
      ...(initial && { initial_option: initial }),
    },
  };
}

interface Field {
  readonly name: Exclude<DraftField, 'kind'>;
  readonly label: string;
  readonly hint?: string;
  readonly isNeeded?: boolean;
  readonly isLong?: boolean;
}

const DATE = 'As exact as it is known: 2026, 2026-11 or 2026-11-20.';

const FIELDS: readonly Field[] = [
  { name: 'text', label: 'The words', isNeeded: true, isLong: true },
  { name: 'saidBy', label: 'Who said it', hint: 'Name and function. A quote needs it.' },
  { name: 'asOf', label: 'As of', hint: `The date that the words speak of. ${DATE}` },
  { name: 'title', label: 'Title of the source', hint: 'Of a call or an e-mail, say so.', isNeeded: true },
  { name: 'publisher', label: 'Publisher' },
  { name: 'published', label: 'Date of the source', hint: `${DATE} Leave it empty if it bears none.` },
  { name: 'url', label: 'Link' },
  { name: 'topics', label: 'Topics', hint: 'With commas between.' },
  {
    name: 'askedAs',
    label: 'Questions it answers',
    hint: 'One a line. Whoever asked one of them is told. Take out what it does not answer.',
    isLong: true,
  },
];

function textInput(
  { name, label, hint, isNeeded = false, isLong = false }: Field,
  filled: Partial<DraftFact>,
) {
  const initial = initialValue(name, filled);
  const input: types.InputBlock = {
    type: 'input',
    block_id: name,
    optional: !isNeeded,
    label: { type: 'plain_text', text: label },
    ...(hint !== undefined && { hint: { type: 'plain_text', text: hint } }),
    element: {
      type: 'plain_text_input',
      action_id: name,
      multiline: isLong,
      max_length: LONGEST,
      ...(initial !== '' && { initial_value: initial }),
    },
  };
  return input;
}

function initialValue(name: Field['name'], filled: Partial<DraftFact>): string {
  if (name === 'topics') return clip((filled.topics ?? []).join(', '), LONGEST);
  if (name !== 'askedAs') return clip(filled[name] ?? '', LONGEST);
  return offeredQuestions(filled.askedAs ?? []).join('\n');
}

/** Whole questions, as many as have room in their field. */
export function offeredQuestions(questions: readonly string[]): readonly string[] {
  let length = -1;
  return questions.filter((question) => {
    if (length + 1 + question.length > LONGEST) return false;
    length += 1 + question.length;
    return true;
  });
}
