import type { Problem } from '../problem.ts';
import type { Fact } from '../sheets/fact.ts';
import type { ReadBlocks } from '../sheets/markdown-blocks.ts';
import { parseSheet } from '../sheets/parse-sheet.ts';
import type { DraftFact } from './draft-fact.ts';
import { type DraftField, type FiledFact, type WrittenSection, writeSection } from './write-section.ts';

/** A sheet, parsed again with one fact more. */
export interface SheetWithFact {
  /** What is put behind what stands there. */
  readonly added: string;
  readonly section: WrittenSection;
  /** Line of the sheet, from 1, in which the section begins. */
  readonly line: number;
  /** What the parser reads of the fact; undefined when it reads none. */
  readonly fact: Fact | undefined;
  /** Every problem of the sheet with the fact in it. */
  readonly problems: readonly Problem[];
}

/**
 * Puts a fact behind the text of a sheet, in its own line ends, and has the parser of the sheets read it. The text that
 * is there stays as it is, to the letter.
 */
export function sheetWithFact(
  text: string,
  filed: FiledFact,
  { file, readBlocks }: { readonly file: string; readonly readBlocks: ReadBlocks },
): SheetWithFact {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const section = writeSection(filed, lineEnd);
  const ended = text.endsWith('\n') ? '' : lineEnd;
  // An empty line above the heading, as people leave one.
  const parted = /\n[ \t]*\r?\n$/.test(`${text}${ended}`) ? '' : lineEnd;
  const before = `${text}${ended}${parted}`;
  const { facts, problems } = parseSheet(`${before}${section.text}`, { id: 'desk', file, readBlocks });
  return {
    added: `${ended}${parted}${section.text}`,
    section,
    line: before.split('\n').length,
    fact: facts.find(({ id }) => id === filed.id),
    problems,
  };
}

/** The fields in which a fact that was read is not the one that was written. */
export function fieldsThatDiffer(fact: Fact, draft: DraftFact): readonly DraftField[] {
  const { source } = fact;
  const read: Readonly<Record<DraftField, unknown>> = {
    ...{ kind: fact.kind, text: fact.text, saidBy: fact.saidBy, asOf: fact.asOf },
    ...{ title: source.title, publisher: source.publisher, url: source.url },
    published: [source.published, source.accessed],
    topics: fact.topics,
    askedAs: fact.askedAs,
  };
  const written = { ...draft, published: [draft.published, draft.accessed] };
  return FIELDS.filter((field) => JSON.stringify(read[field]) !== JSON.stringify(written[field]));
}

const FIELDS = [
  'kind',
  'text',
  'saidBy',
  'asOf',
  'askedAs',
  'title',
  'publisher',
  'published',
  'url',
  'topics',
] as const satisfies readonly DraftField[];
