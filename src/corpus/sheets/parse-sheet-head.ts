import { isPartialDate } from '../partial-date.ts';
import type { Problem } from '../problem.ts';
import type { Source, SourceDate } from '../source.ts';
import { canBeShown, isLine } from './head-text.ts';
import { nearestName } from './nearest-name.ts';
import { MEND_REVIEW_DATE } from './parse-fact-fields.ts';
import type { FrontMatterEntry } from './parse-front-matter.ts';
import { parseTopics } from './parse-topics.ts';
import type { ReportProblem } from './report-problem.ts';
import { MEND_SHEET, mayTakeBack } from './taking-back.ts';

const NAMES = ['title', 'publisher', 'published', 'url', 'accessed', 'topics', 'review by'] as const;
const MEND_DATE = 'Write 2024, 2024-11 or 2024-11-20, a day that exists';

/** What the head of a sheet says: the source and the topics of its facts. */
export interface SheetHead {
  readonly source: Source;
  readonly topics: readonly string[];
  /** When facts that name no date of their own are to be looked at again; undefined where the head says nothing. */
  readonly review?: {
    /** Partial date. */
    readonly by: string;
    /** Line of the head, from 1. */
    readonly line: number;
  };
}

type Entries = ReadonlyMap<string, FrontMatterEntry>;

/** Parses the head of a sheet; undefined without title or date. Every problem found is added to `problems`. */
export function parseSheetHead(
  entries: Entries,
  { id, file }: { readonly id: string; readonly file: string },
  problems: Problem[],
): SheetHead | undefined {
  const report: ReportProblem = (line, what, mend) => problems.push({ file, line, what, mend });
  reportUnknownNames(entries, report);
  const title = readText(entries.get('title'), { name: 'title', mend: 'Write it on one line' }, report);
  if (!entries.has('title'))
    report(1, 'the source has no title', 'Add "title: …" between the two lines of ---');
  const publisherMend = 'Write who published it, or take the line out when nobody knows';
  const publisher = readText(entries.get('publisher'), { name: 'publisher', mend: publisherMend }, report);
  const urlMend = 'Write a full address that starts with https:// or http://, or take the line out';
  const url = readText(entries.get('url'), { name: 'url', mend: urlMend, isGood: isWebAddress }, report);
  const date = parseSourceDate(entries, report);
  const topics = parseTopics(entries.get('topics'), report);
  const review = parseReview(entries.get('review by'), report);
  if (title === undefined || !date) return undefined;
  const known = { ...(publisher !== undefined && { publisher }), ...(url !== undefined && { url }) };
  return { source: { id, title, ...known, ...date, file }, topics, ...review };
}

function parseReview(entry: FrontMatterEntry | undefined, report: ReportProblem): Pick<SheetHead, 'review'> {
  const by = readText(entry, { name: 'review by', mend: MEND_REVIEW_DATE, isGood: isPartialDate }, report);
  return by === undefined || !entry ? {} : { review: { by, line: entry.line } };
}

/** Whether a text is an address that a reader can open in a browser. */
function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') && !/[\s<>|]|&amp;/.test(text);
}

function reportUnknownNames(entries: Entries, report: ReportProblem): void {
  for (const [name, { line, value }] of entries) {
    if (NAMES.some((known) => known === name)) continue;
    const mend = mendName(name, typeof value === 'string' ? value : '');
    report(line, `"${name}" is not a field of a source`, mend);
  }
}

function mendName(name: string, value: string): string {
  const nearest = nearestName(name, NAMES);
  if (nearest !== undefined)
    return `Write "${nearest}" if that is meant, in small letters; otherwise take the line out`;
  if (mayTakeBack(`${name} ${value}`)) return MEND_SHEET;
  return `Use one of ${NAMES.join(', ')}, or take the line out`;
}

interface Expected {
  readonly name: string;
  readonly mend: string;
  /** For what is no text that readers are shown. */
  readonly isGood?: (text: string) => boolean;
}

function readText(
  entry: FrontMatterEntry | undefined,
  expected: Expected,
  report: ReportProblem,
): string | undefined {
  if (!entry) return undefined;
  const { name, mend, isGood } = expected;
  const { value, line } = entry;
  if (typeof value !== 'string') {
    report(line, `"${name}" is no text to YAML`, `Put it into quotation marks: ${name}: "…"`);
    return undefined;
  }
  const text = value.trim();
  if (text === '') report(line, `"${name}" is empty`, mend);
  else if (!(isGood ?? isLine)(text)) report(line, `"${name}" cannot be read`, mend);
  else if (isGood || canBeShown(text, { name, line }, report)) return text;
  return undefined;
}

function parseSourceDate(entries: Entries, report: ReportProblem): SourceDate | undefined {
  const read = (name: string) =>
    readText(entries.get(name), { name, mend: MEND_DATE, isGood: isPartialDate }, report);
  const published = read('published');
  const accessed = read('accessed');
  if (!entries.has('published') && !entries.has('accessed')) {
    report(
      1,
      'the source has no date',
      'Add "published: 2024-11-20", or "accessed: …" when it bears no date',
    );
  }
  if (published !== undefined) return { published, ...(accessed !== undefined && { accessed }) };
  return accessed === undefined ? undefined : { accessed };
}
