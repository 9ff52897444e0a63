import { isPartialDate, parseMoment } from '../partial-date.ts';
import type { PassageKind } from '../passage.ts';
import { FACT_STATUSES, type Fact, type FieldLines } from './fact.ts';
import type { Section } from './parse-section.ts';
import type { ReportProblem } from './report-problem.ts';
import type { SectionFields } from './section-fields.ts';

/** How to mend the date of a review. */
export const MEND_REVIEW_DATE = 'Write 2027, 2027-01 or 2027-01-31, a day that exists';

const KINDS: readonly PassageKind[] = ['quote', 'statement'];

/** Everything a section says of a fact besides its words. */
export type FactFields = Omit<Fact, 'id' | 'line' | 'text' | 'place' | 'source' | 'topics'>;

/** Parses the fields of a section; undefined without a valid kind or status, which was then reported. */
export function parseFactFields(
  section: Section,
  fields: SectionFields,
  reject: ReportProblem,
): FactFields | undefined {
  const { heading, line } = section;
  const typed = fields.one('kind');
  const kind = KINDS.find((known) => known === typed?.value);
  if (!kind) {
    const what = typed ? `"${typed.value}" is not a kind` : `"${heading}" does not say whose words it holds`;
    reject(typed?.line ?? line, what, mendKind);
  }
  const saidBy = fields.one('said by')?.value;
  if (kind === 'quote' && saidBy === undefined) {
    reject(line, `"${heading}" is a quote and names no speaker`, 'Add a line "- said by: …"');
  }
  const status = fields.one('status');
  const known = FACT_STATUSES.find((each) => each === (status?.value ?? 'published'));
  if (status && !known)
    reject(status.line, `"${status.value}" is not a status`, `Use ${FACT_STATUSES.join(', ')}`);
  const dates = parseDates(fields, reject);
  const replaces = fields.one('replaces')?.value;
  const checkedBy = fields.one('checked by')?.value;
  const correction = fields.one('correction')?.value;
  const note = fields.one('note')?.value;
  if (!kind || !known) return undefined;
  return {
    kind,
    status: known,
    ...(saidBy !== undefined && { saidBy }),
    ...dates,
    ...(replaces !== undefined && { replaces }),
    ...(checkedBy !== undefined && { checkedBy }),
    ...(correction !== undefined && { correction }),
    ...(note !== undefined && { note }),
    askedAs: fields.all('asked as').map(({ value }) => value),
    alsoCalled: fields
      .all('also called')
      .flatMap(({ value }) => value.split(',').map((name) => name.trim()))
      .filter((name) => name !== ''),
    lines: linesOf(fields),
  };
}

function linesOf(fields: SectionFields): FieldLines {
  const replaces = fields.one('replaces')?.line;
  const reviewBy = fields.one('review by')?.line;
  return {
    askedAs: fields.all('asked as').map(({ line }) => line),
    ...(replaces !== undefined && { replaces }),
    ...(reviewBy !== undefined && { reviewBy }),
  };
}

const mendKind =
  'Write "- kind: quote" (words of the named speaker) or "- kind: statement" (the desk\'s own wording)';

function parseDates(
  fields: SectionFields,
  reject: ReportProblem,
): Pick<Fact, 'asOf' | 'reviewBy' | 'embargoUntil'> {
  const asOf = fields.one('as of');
  if (asOf && !isPartialDate(asOf.value)) {
    reject(
      asOf.line,
      `"${asOf.value}" is not a date`,
      'Write 2024, 2024-11 or 2024-11-20, a day that exists',
    );
  }
  const reviewBy = fields.one('review by');
  if (reviewBy && !isPartialDate(reviewBy.value))
    reject(reviewBy.line, `"${reviewBy.value}" is not a date`, MEND_REVIEW_DATE);
  const embargo = fields.one('embargo until');
  const embargoUntil = embargo && parseMoment(embargo.value);
  if (embargo && !embargoUntil) {
    reject(
      embargo.line,
      `"${embargo.value}" is not a moment`,
      'Write day, time and zone: 2026-12-01T06:00:00Z',
    );
  }
  return {
    ...(asOf && { asOf: asOf.value }),
    ...(reviewBy && { reviewBy: reviewBy.value }),
    ...(embargoUntil && { embargoUntil }),
  };
}
