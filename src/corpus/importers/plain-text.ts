import { buildItem, type Draft } from './build-item.ts';
import type { ImportDocument, Imported } from './importer.ts';
import { readMoment } from './moments/read-moment.ts';
import { readEmbargoLine } from './publication/embargo-line.ts';

/** Of a line without blanks at its ends. */
const DATE_LINE = /^(?:date|published)(?:\s*:)?\s+(\d{4}-\d\d-\d\d(?:T\S+)?)(?!\S)/i;
const BYLINE = /^by\s+\p{Lu}/iu;
/** A line of this length or more is a paragraph, not a title. */
const LONGEST_TITLE = 150;

/**
 * One article a file: in its head, in any order, a date, a title and a "By …" line, each on a line of its own (after
 * `date 2026-11-20` the text may go on); then the text. Without them the file's name gives date and title.
 */
export function* importPlainText(document: ImportDocument): Generator<Imported> {
  yield buildItem({ line: 1, ...readFileName(document.name), ...readWritten(document.text) }, document);
}

/** What the words of an article say of it in their head, and the text below. */
export function readWritten(written: string): Pick<Draft, keyof Head | 'text'> {
  const lines = written.replace(/\r\n?/g, '\n').split('\n');
  const head: Head = {};
  let next = 0;
  for (let line = lines[next]; line !== undefined; next += 1, line = lines[next]) {
    const rest = readHeadLine(line, lines[next + 1], head);
    if (rest === undefined) continue;
    lines[next] = rest;
    break;
  }
  return { ...head, text: lines.slice(next).join('\n') };
}

interface Head {
  published?: string;
  title?: string;
  by?: string;
  edNote?: string;
}

/** Reads one line of the head; gives the words that belong to the text, which then begins. */
function readHeadLine(line: string, following: string | undefined, head: Head) {
  const text = line.trim();
  if (text === '') return undefined;
  if (readEmbargoLine(text)) {
    // Kept for the desk, and read there: it is no title.
    head.edNote = [head.edNote, text].filter((note) => note).join('\n');
    return undefined;
  }
  const dated = DATE_LINE.exec(text);
  if (dated?.[1] && !head.published) {
    head.published = dated[1];
    return text.slice(dated[0].length).trimStart() || undefined;
  }
  if (!head.published && readMoment(text)) head.published = text;
  else if (!head.by && BYLINE.test(text) && text.length < LONGEST_TITLE && !/[.!?]$/.test(text))
    head.by = text;
  else if (!head.title && isTitle(text, following)) head.title = text.replace(/^#+\s*|^title\s*:\s*/i, '');
  else return line;
  return undefined;
}

function isTitle(text: string, following: string | undefined): boolean {
  const endsHere =
    following === undefined ||
    following.trim() === '' ||
    BYLINE.test(following) ||
    DATE_LINE.test(following.trim()) ||
    readMoment(following.trim()) !== undefined;
  return (
    text.length < LONGEST_TITLE && !/[.!?:;,”"]$/.test(text) && (endsHere || /^(?:#|title\s*:)/i.test(text))
  );
}

/** What the name of a file says, as in "2026-11-20-harbour-closes.txt". */
export function readFileName(name: string): Pick<Draft, 'published' | 'title'> {
  const base = name.replace(/^.*[\\/!]/, '').replace(/\.\w{1,8}$/, '');
  const published = /^\d{4}-\d\d-\d\d/.exec(base)?.[0];
  const title = base
    .slice(published?.length ?? 0)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return {
    ...(published && readMoment(published) ? { published } : {}),
    ...(title ? { title: title.charAt(0).toUpperCase() + title.slice(1) } : {}),
  };
}
