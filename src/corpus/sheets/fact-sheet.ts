import { byPlace, type Problem } from '../problem.ts';
import type { Fact } from './fact.ts';
import { readFrontMatter } from './front-matter.ts';
import { readFact } from './sheet-fact.ts';
import { readSections } from './sheet-section.ts';
import { readSheetHead } from './sheet-source.ts';

/** A sheet as read: the sound facts, and everything that has to be mended. */
export interface FactSheet {
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
}

/** Reads the text of one fact sheet. `id` is the source's id, `file` the name that problems and places carry. */
export function parseFactSheet(
  text: string,
  { id, file }: { readonly id: string; readonly file: string },
): FactSheet {
  const problems: Problem[] = [];
  const report = (line: number, what: string, mend: string) => problems.push({ file, line, what, mend });
  const head = readFrontMatter(text);
  if (head.kind === 'missing') {
    const what = 'the sheet has no source';
    const mend = 'Begin it with a line of ---, the lines "title: …" and "published: …", and a line of ---';
    return { facts: [], problems: [{ file, line: 1, what, mend }] };
  }
  if (head.kind === 'broken') {
    const what = `the source at the head of the sheet cannot be read: ${head.why}`;
    const mend =
      'Write "name: value" lines, with quotation marks around a value that holds ": " or starts with a sign';
    return { facts: [], problems: [{ file, line: head.line, what, mend }] };
  }
  const sheet = { head: readSheetHead(head.entries, { id, file }, problems), text, file };
  const sections = readSections(text, head.end);
  if (sections.length === 0)
    report(1, 'the sheet has no facts', 'Add a section: "## an-id", "> the words", "- kind: …"');
  const facts = sections.flatMap((section) => readFact(section, sheet, report) ?? []);
  return { facts, problems: problems.sort(byPlace) };
}
