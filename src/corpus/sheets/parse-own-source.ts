import type { Problem } from '../problem.ts';
import { OWN_SOURCE_FIELDS } from './fact-field-names.ts';
import { parseSheetHead, type SheetHead } from './parse-sheet-head.ts';
import { parseTopics } from './parse-topics.ts';
import type { ReportProblem } from './report-problem.ts';
import type { SectionFields } from './section-fields.ts';

/** The sheet of a section that may name a source of its own. */
export interface OwnSourceContext {
  readonly head: SheetHead;
  readonly file: string;
}

const MEND_TITLE = 'Add "- title: …" with the name of the source, or take the line out';

/**
 * Where a fact can be checked, and its topics: what its own fields say, by the rules of the head, else what the head
 * says. A sheet that gathers facts has one source for each; undefined when something is wrong, which was then reported.
 */
export function parseOwnSource(
  fields: SectionFields,
  { head, file }: OwnSourceContext,
  reject: ReportProblem,
): Pick<SheetHead, 'source' | 'topics'> | undefined {
  const topics = fields.one('topics');
  const own = OWN_SOURCE_FIELDS.flatMap((name) => fields.one(name) ?? []);
  const title = fields.one('title');
  if (title === undefined) {
    for (const { name, line } of own)
      reject(line, `"${name}" belongs to a source that has no title`, MEND_TITLE);
    const { source } = head;
    return { source, topics: topics === undefined ? head.topics : parseTopics(topics, reject) };
  }
  const problems: Problem[] = [];
  const entries = new Map([...own, ...(topics ? [topics] : [])].map((field) => [field.name, field]));
  const id = `${head.source.id} ${title.value}`;
  const parsed = parseSheetHead(entries, { id, file }, problems);
  // What is missing is told at the title, and not at the head of the sheet.
  for (const { line = 1, what, mend } of problems) reject(Math.max(line, title.line), what, inSection(mend));
  if (parsed === undefined) return undefined;
  return { source: parsed.source, topics: topics === undefined ? head.topics : parsed.topics };
}

/** How to mend it where a field begins with a dash. */
function inSection(mend: string): string {
  return mend.replaceAll(/"(\w+: …|published: [\d-]+)"/g, '"- $1"');
}
