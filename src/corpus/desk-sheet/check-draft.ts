import { createBlockReader } from '../sheets/markdown-blocks.ts';
import { newDeskSheet } from './desk-sheet-file.ts';
import { type DraftFact, tidyDraft } from './draft-fact.ts';
import { fieldsThatDiffer, sheetWithFact } from './sheet-with-fact.ts';
import type { DraftField } from './write-section.ts';

/** Something wrong with a field of a draft, said so that whoever filled it in can mend it. */
export interface DraftProblem {
  readonly field: DraftField;
  readonly what: string;
  readonly mend: string;
}

/** A draft that the parser of the sheets reads back as it is, or what is wrong with it. */
export type CheckedDraft =
  | { readonly kind: 'sound'; readonly draft: DraftFact }
  | { readonly kind: 'problems'; readonly problems: readonly DraftProblem[] };

const CHECKED = { id: 'draft', checkedBy: 'the desk' } as const;

/** Checks a draft by writing it into a sheet of its own and reading that, by the very parser of the sheets. */
export function checkDraft(given: DraftFact): CheckedDraft {
  const draft = tidyDraft(given);
  const filed = { ...draft, ...CHECKED };
  const tools = { file: '', readBlocks: createBlockReader() };
  const { problems, section, line, fact } = sheetWithFact(newDeskSheet('2000-01'), filed, tools);
  const told = problems.map(({ line: at = 0, what, mend }): DraftProblem => {
    return { field: section.fields[at - line] ?? fieldOf(what), what: inForm(what), mend: inForm(mend) };
  });
  if (told.length > 0) return { kind: 'problems', problems: told };
  const differing = fact === undefined ? (['text'] as const) : fieldsThatDiffer(fact, draft);
  if (differing.length === 0) return { kind: 'sound', draft };
  return { kind: 'problems', problems: differing.map((field) => ({ field, ...NOT_AS_TYPED })) };
}

const NOT_AS_TYPED = {
  what: 'a sheet cannot hold this as it is typed',
  mend: 'Take out signs that do not belong to the words',
};

/** What is told of the heading is missing below it. */
function fieldOf(what: string): DraftField {
  return /speaker/.test(what) ? 'saidBy' : 'text';
}

/** The form has no lines that begin with a dash, and no heading. */
function inForm(text: string): string {
  return text
    .replace(`"${CHECKED.id}" is a quote and names`, 'a quote names')
    .replace(`of "${CHECKED.id}"`, '')
    .replace(`"${CHECKED.id}"`, 'it')
    .replace('Add a line "- said by: …"', 'Say who said it, or make it a statement');
}
