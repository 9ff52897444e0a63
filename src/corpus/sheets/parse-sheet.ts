import { byPlace, type Problem } from '../problem.ts';
import type { Fact } from './fact.ts';
import { type FactVisibility, parseVisibility } from './fact-visibility.ts';
import type { ReadBlocks } from './markdown-blocks.ts';
import { parseFact } from './parse-fact.ts';
import { type FrontMatter, parseFrontMatter } from './parse-front-matter.ts';
import { parseSections, type Section } from './parse-section.ts';
import { parseSheetHead } from './parse-sheet-head.ts';
import type { Report } from './section-fields.ts';

/** The valid facts of a sheet, and every problem in it. */
export interface ParsedSheet {
  readonly facts: readonly Fact[];
  /** The heading of every section, valid or not. */
  readonly ids: readonly string[];
  /** Visibility of each fact by id, of invalid facts too; without those whose visibility is in doubt. */
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
  const report: Report = (line, what, mend) => problems.push({ file, line, what, mend });
  const frontMatter = parseFrontMatter(text);
  reportFrontMatter(frontMatter, report);
  const head =
    frontMatter.kind === 'read' ? parseSheetHead(frontMatter.entries, { id, file }, problems) : undefined;
  const sections = openSections(text, { from: frontMatter.end, readBlocks }, report);
  if (sections?.length === 0 && frontMatter.kind !== 'missing')
    report(1, 'the sheet has no facts', 'Add a section: "## an-id", "> the words", "- kind: …"');
  const known = sections ?? [];
  const facts = known.flatMap((section) => parseFact(section, { head, text, file }, report) ?? []);
  return {
    facts,
    ids: known.map(({ heading }) => heading),
    visibility: parseVisibility(known, text.slice(0, frontMatter.end)),
    problems: problems.sort(byPlace),
  };
}

/** Undefined when the sections cannot be told apart, which was then reported. */
function openSections(
  text: string,
  { from, readBlocks }: { readonly from: number; readonly readBlocks: ReadBlocks },
  report: Report,
): readonly Section[] | undefined {
  const read = parseSections(text, from, readBlocks);
  if (read.kind === 'read') return read.sections;
  report(
    read.line,
    'quotes and lists are nested too deeply here',
    'Write one quote and one list for each fact',
  );
  return undefined;
}

function reportFrontMatter(frontMatter: FrontMatter, report: Report): void {
  if (frontMatter.kind === 'missing') {
    report(
      1,
      'the sheet has no source',
      'Begin it with a line of ---, the lines "title: …" and "published: …", and a line of ---',
    );
  }
  if (frontMatter.kind === 'broken') {
    report(
      frontMatter.line,
      `the source at the head of the sheet cannot be read: ${frontMatter.why}`,
      'Write "name: value" lines, with quotation marks around a value that holds ": " or starts with a sign',
    );
  }
}
