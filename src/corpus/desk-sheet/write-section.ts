import type { DraftFact } from './draft-fact.ts';

/** The fields of a draft, by which problems are told. */
export type DraftField = Exclude<keyof DraftFact, 'accessed'>;

/** A draft with what it is filed under. */
export interface FiledFact extends DraftFact {
  /** Id of the fact: small letters, digits and hyphens. */
  readonly id: string;
  /** Who of the desk stands for it, and since when. */
  readonly checkedBy: string;
}

/** A section of a sheet. */
export interface WrittenSection {
  readonly text: string;
  /** The field that each line of the text comes from; undefined for the heading and what parts things. */
  readonly fields: readonly (DraftField | undefined)[];
}

type Line = readonly [text: string, field?: DraftField];

/** A tidy draft as a person would write it into a sheet: heading, words, and a field a line. Ends in a line end. */
export function writeSection(fact: FiledFact, lineEnd = '\n'): WrittenSection {
  const words = fact.text.split('\n').map((line): Line => [line === '' ? '>' : `> ${line}`, 'text']);
  const lines: readonly Line[] = [
    [`## ${fact.id}`],
    ...words,
    [''],
    ...fieldLines(fact),
    [`- checked by: ${fact.checkedBy}`],
  ];
  return {
    text: lines.map(([text]) => `${text}${lineEnd}`).join(''),
    fields: lines.map(([, field]) => field),
  };
}

function fieldLines(fact: FiledFact): readonly Line[] {
  const { kind, saidBy, asOf, title, publisher, published, accessed, url, topics, askedAs } = fact;
  const one = (name: string, value: string | undefined, field: DraftField): readonly Line[] =>
    value === undefined ? [] : [[`- ${name}: ${value}`, field]];
  return [
    ...one('kind', kind, 'kind'),
    ...one('said by', saidBy, 'saidBy'),
    ...one('as of', asOf, 'asOf'),
    ...askedAs.flatMap((question) => one('asked as', question, 'askedAs')),
    ...one('title', title, 'title'),
    ...one('publisher', publisher, 'publisher'),
    ...one('published', published, 'published'),
    ...one('accessed', accessed, 'published'),
    ...one('url', url, 'url'),
    ...one('topics', topics.length === 0 ? undefined : topics.join(', '), 'topics'),
  ];
}
