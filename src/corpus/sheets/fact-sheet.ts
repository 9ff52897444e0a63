import { byPlace, type Problem } from '../problem.ts';
import type { Fact } from './fact.ts';
import { type FactRights, readRights } from './fact-rights.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Report } from './section-fields.ts';
import type { ReadBlocks } from './sheet-blocks.ts';
import { readFact } from './sheet-fact.ts';
import { readSections, type Section } from './sheet-section.ts';
import { readSheetHead } from './sheet-source.ts';

/** A sheet as read: the sound facts, and everything that has to be mended. */
export interface FactSheet {
  readonly facts: readonly Fact[];
  /** The heading of every section, sound or not. */
  readonly ids: readonly string[];
  /** Who may see each fact, unsound ones too, by its id; without those of which that is in doubt. */
  readonly rights: ReadonlyMap<string, FactRights>;
  readonly problems: readonly Problem[];
}

/** What the text of a sheet is read with. */
export interface SheetReading {
  /** The source's id. */
  readonly id: string;
  /** The name that problems and places carry. */
  readonly file: string;
  readonly readBlocks: ReadBlocks;
}

/** Reads the text of one fact sheet. Never throws: whatever is wrong with it is among its problems. */
export function parseFactSheet(text: string, { id, file, readBlocks }: SheetReading): FactSheet {
  const problems: Problem[] = [];
  const report: Report = (line, what, mend) => problems.push({ file, line, what, mend });
  const frontMatter = readFrontMatter(text);
  reportFrontMatter(frontMatter, report);
  const head =
    frontMatter.kind === 'read' ? readSheetHead(frontMatter.entries, { id, file }, problems) : undefined;
  const sections = openSections(text, { from: frontMatter.end, readBlocks }, report);
  if (sections?.length === 0 && frontMatter.kind !== 'missing')
    report(1, 'the sheet has no facts', 'Add a section: "## an-id", "> the words", "- kind: …"');
  const known = sections ?? [];
  const facts = known.flatMap((section) => readFact(section, { head, text, file }, report) ?? []);
  return {
    facts,
    ids: known.map(({ heading }) => heading),
    rights: readRights(known, text.slice(0, frontMatter.end)),
    problems: problems.sort(byPlace),
  };
}

/** Undefined when the sections cannot be told apart, which was then reported. */
function openSections(
  text: string,
  { from, readBlocks }: { readonly from: number; readonly readBlocks: ReadBlocks },
  report: Report,
): readonly Section[] | undefined {
  const read = readSections(text, from, readBlocks);
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
