import { isFactField, isRepeatable, type RepeatableField, type SingleField } from './fact-field-names.ts';
import type { Section } from './parse-section.ts';
import type { ReportProblem } from './report-problem.ts';
import type { SectionField } from './section-field.ts';

/** The fields of one section, each name known, single ones once, no value empty. */
export interface SectionFields {
  one(name: SingleField): SectionField | undefined;
  all(name: RepeatableField): readonly SectionField[];
}

/** Sorts the fields of a section; what does not belong is reported and left out. */
export function readSectionFields({ fields, doubts }: Section, report: ReportProblem): SectionFields {
  for (const { line, what, mend } of doubts) report(line, what, mend);
  const single = new Map<string, SectionField>();
  const repeated: SectionField[] = [];
  for (const field of fields.filter(({ name }) => isFactField(name))) {
    if (field.value === '') report(field.line, `"${field.name}" is empty`, 'Write its value or take it out');
    else if (isRepeatable(field.name)) repeated.push(field);
    else if (single.has(field.name))
      report(field.line, `"${field.name}" stands twice`, 'Keep one of the two lines');
    else single.set(field.name, field);
  }
  return {
    one: (name) => single.get(name),
    all: (name) => repeated.filter((field) => field.name === name),
  };
}
