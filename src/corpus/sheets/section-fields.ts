import type { Section, SectionField } from './parse-section.ts';

/** Tells the desk of something wrong at a line of the sheet at hand. */
export type Report = (line: number, what: string, mend: string) => void;

const REPEATABLE = ['asked as', 'also called'] as const;
const SINGLE = [
  'kind',
  'said by',
  'as of',
  'status',
  'replaces',
  'embargo until',
  'review by',
  'checked by',
  'note',
] as const;

type Single = (typeof SINGLE)[number];
type Repeatable = (typeof REPEATABLE)[number];

/** The fields of one section, each name known, single ones once, no value empty. */
export interface SectionFields {
  one(name: Single): SectionField | undefined;
  all(name: Repeatable): readonly SectionField[];
}

/** Sorts the fields of a section; what does not belong is reported and left out. */
export function readSectionFields({ fields, unrecognised }: Section, report: Report): SectionFields {
  for (const { line } of unrecognised) {
    report(
      line,
      'this line is neither the quote nor a field',
      'Start it with ">" or "- note:", or take it out',
    );
  }
  const single = new Map<string, SectionField>();
  const repeated: SectionField[] = [];
  for (const field of fields) {
    if (!isFactField(field.name)) report(field.line, unknownField(field.name), mendUnknown);
    else if (field.value === '')
      report(field.line, `"${field.name}" is empty`, 'Write its value or take it out');
    else if (REPEATABLE.some((name) => name === field.name)) repeated.push(field);
    else if (single.has(field.name))
      report(field.line, `"${field.name}" stands twice`, 'Keep one of the two lines');
    else single.set(field.name, field);
  }
  return {
    one: (name) => single.get(name),
    all: (name) => repeated.filter((field) => field.name === name),
  };
}

const mendUnknown = `Use one of ${[...SINGLE, ...REPEATABLE].join(', ')}, or take the line out`;

/** Whether a section may have a field of this name. */
export function isFactField(name: string): boolean {
  return [...SINGLE, ...REPEATABLE].some((known) => known === name);
}

function unknownField(name: string): string {
  return name === '' ? 'this line has no "name:"' : `"${name}" is not a field of a fact`;
}
