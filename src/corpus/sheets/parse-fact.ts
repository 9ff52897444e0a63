import type { Place } from '../passage.ts';
import type { Fact } from './fact.ts';
import { isFactId } from './fact-id.ts';
import { parseBlockQuote } from './parse-block-quote.ts';
import { parseFactFields } from './parse-fact-fields.ts';
import { parseOwnSource } from './parse-own-source.ts';
import type { Section } from './parse-section.ts';
import type { SheetHead } from './parse-sheet-head.ts';
import type { ReportProblem } from './report-problem.ts';
import { readSectionFields } from './section-fields.ts';

/** The sheet that a section belongs to. Without a valid head it yields problems only. */
export interface SheetContext {
  readonly head: SheetHead | undefined;
  readonly text: string;
  readonly file: string;
}

/** Parses one section as a fact; undefined when something is wrong, which was then reported. */
export function parseFact(section: Section, sheet: SheetContext, report: ReportProblem): Fact | undefined {
  let isValid = true;
  const reject: ReportProblem = (line, what, mend) => {
    isValid = false;
    report(line, what, mend);
  };
  checkId(section, reject);
  const quote = findQuote(section, sheet, reject);
  const fields = readSectionFields(section, reject);
  const details = parseFactFields(section, fields, reject);
  const { head, file } = sheet;
  const checkable = head && parseOwnSource(fields, { head, file }, reject);
  if (!isValid || !head || !checkable || !quote || !details) return undefined;
  const { review } = head;
  const own = { id: section.heading, line: section.line, ...quote, ...details, ...checkable };
  if (review === undefined || details.reviewBy !== undefined) return own;
  return { ...own, reviewBy: review.by, lines: { ...details.lines, reviewBy: review.line } };
}

function checkId({ heading, line }: Section, reject: ReportProblem): void {
  if (isFactId(heading)) return;
  const better = heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  reject(
    line,
    `"${heading}" is not an id`,
    `Use small letters, digits and hyphens, such as "${better || 'my-fact'}"`,
  );
}

function findQuote(
  { heading, line, quotes }: Section,
  sheet: SheetContext,
  reject: ReportProblem,
): { readonly text: string; readonly place: Place } | undefined {
  const [extent, second] = quotes;
  if (!extent) {
    reject(
      line,
      `"${heading}" has no quote`,
      'Add the words in a line that starts with "> " under the heading',
    );
    return undefined;
  }
  if (second) {
    reject(
      second.line,
      `"${heading}" has two quotes`,
      'Make it two facts, or join them in one block of ">" lines',
    );
    return undefined;
  }
  const markdown = sheet.text.slice(extent.start, extent.end);
  const text = parseBlockQuote(markdown);
  if (text === '') {
    reject(extent.line, `the quote of "${heading}" is empty`, 'Write the words behind ">"');
    return undefined;
  }
  const start = extent.start + (markdown.length - markdown.replace(/^[\s>]+/, '').length);
  const end = extent.start + markdown.trimEnd().length;
  return { text, place: { file: sheet.file, line: extent.line, start, end } };
}
