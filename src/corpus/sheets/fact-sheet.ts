import { byPlace, type Problem } from '../problem.ts';
import type { Fact } from './fact.ts';
import { type FactRights, readRights } from './fact-rights.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Report } from './section-fields.ts';
import { readFact } from './sheet-fact.ts';
import { readSections } from './sheet-section.ts';
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

/** Reads the text of one fact sheet. `id` is the source's id, `file` the name that problems and places carry. */
export function parseFactSheet(
  text: string,
  { id, file }: { readonly id: string; readonly file: string },
): FactSheet {
  const problems: Problem[] = [];
  const report: Report = (line, what, mend) => problems.push({ file, line, what, mend });
  const frontMatter = readFrontMatter(text);
  reportFrontMatter(frontMatter, report);
  const head =
    frontMatter.kind === 'read' ? readSheetHead(frontMatter.entries, { id, file }, problems) : undefined;
  const sections = readSections(text, frontMatter.end);
  if (sections.length === 0 && frontMatter.kind !== 'missing')
    report(1, 'the sheet has no facts', 'Add a section: "## an-id", "> the words", "- kind: …"');
  const facts = sections.flatMap((section) => readFact(section, { head, text, file }, report) ?? []);
  return {
    facts,
    ids: sections.map(({ heading }) => heading),
    rights: readRights(sections, text.slice(0, frontMatter.end)),
    problems: problems.sort(byPlace),
  };
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
