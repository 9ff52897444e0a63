import { byPlace, type Problem } from '../problem.ts';
import type { Fact } from './fact.ts';
import { type FactVisibility, parseVisibility } from './fact-visibility.ts';
import { linesTakingBack } from './lines-taking-back.ts';
import type { ReadBlocks } from './markdown-blocks.ts';
import { parseFact } from './parse-fact.ts';
import { type FrontMatter, parseFrontMatter } from './parse-front-matter.ts';
import { parseSections, type SheetSections } from './parse-sections.ts';
import { parseSheetHead } from './parse-sheet-head.ts';

import type { ReportProblem } from './report-problem.ts';
import { MEND_SHEET } from './taking-back.ts';

const SHEET_TAKEN_BACK = 'this line seems to take the sheet back, which it cannot';

/** The valid facts of a sheet, and every problem in it. */
export interface ParsedSheet {
  readonly facts: readonly Fact[];
  /** The heading of every section, valid or not. */
  readonly ids: readonly string[];
  /** Visibility of each fact by id, of invalid facts too. */
  readonly visibility: ReadonlyMap<string, FactVisibility>;
  readonly problems: readonly Problem[];
}

/** What a sheet is parsed with. */
export interface ParseOptions {
  /** The source's id. */
  readonly id: string;
  /** The file name that problems and places carry. */
  readonly file: string;
  readonly readBlocks: ReadBlocks;
}

/** Parses the text of one fact sheet. Never throws: whatever is wrong with it is among its problems. */
export function parseSheet(text: string, { id, file, readBlocks }: ParseOptions): ParsedSheet {
  const problems: Problem[] = [];
  const report: ReportProblem = (line, what, mend) => problems.push({ file, line, what, mend });
  const frontMatter = parseFrontMatter(text);
  reportFrontMatter(frontMatter, report);
  const head =
    frontMatter.kind === 'read' ? parseSheetHead(frontMatter.entries, { id, file }, problems) : undefined;
  const takingBack = linesTakingBack(text.slice(0, frontMatter.end));
  for (const line of takingBack) {
    // A line that is wrong for another reason is told once.
    if (!problems.some((problem) => problem.line === line)) report(line, SHEET_TAKEN_BACK, MEND_SHEET);
  }
  const body = parseSections(text, frontMatter.end, readBlocks);
  reportBody(body, { hasHead: frontMatter.kind !== 'missing' }, report);
  const sections = body.kind === 'read' ? body.sections : [];
  const facts = sections.flatMap((section) => parseFact(section, { head, text, file }, report) ?? []);
  const isSheetInDoubt = takingBack.length > 0 || (body.kind === 'read' && body.mayTakeBack);
  return {
    facts: isSheetInDoubt ? [] : facts,
    ids: sections.map(({ heading }) => heading),
    visibility: parseVisibility(sections, { isSheetInDoubt }),
    problems: problems.sort(byPlace),
  };
}

function reportBody(
  body: SheetSections,
  { hasHead }: { readonly hasHead: boolean },
  report: ReportProblem,
): void {
  if (body.kind === 'too deep') {
    const what = 'quotes and lists are nested too deeply here';
    report(body.line, what, 'Write one quote and one list for each fact');
    return;
  }
  for (const { line, what, mend } of body.doubts) report(line, what, mend);
  if (body.sections.length === 0 && hasHead)
    report(1, 'the sheet has no facts', 'Add a section: "## an-id", "> the words", "- kind: …"');
}

function reportFrontMatter(frontMatter: FrontMatter, report: ReportProblem): void {
  if (frontMatter.kind === 'missing') {
    report(
      1,
      'the sheet has no source',
      'Begin it with a line of ---, the lines "title: …" and "published: …", and a line of ---',
    );
  }
  if (frontMatter.kind === 'read') {
    for (const { line, what, mend } of frontMatter.altered) report(line, what, mend);
  }
  if (frontMatter.kind === 'broken') {
    report(
      frontMatter.line,
      `the source at the head of the sheet cannot be read: ${frontMatter.why}`,
      'Write "name: value" lines, with quotation marks around a value that holds ": " or starts with a sign',
    );
  }
}
