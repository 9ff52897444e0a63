import { linesAt } from './importer.ts';

/** The entries of a feed as they stand in its text. */
export interface FeedEntries {
  /** On which line each begins. A JSON Feed tells none. */
  readonly lines: readonly number[];
  /** The line of the first entry that does not end: it may have lost its second half. */
  readonly broken: number | undefined;
  /** The feed up to there. */
  readonly whole: string;
  /** What stands in each, up to the next. A JSON Feed tells none. */
  readonly sources: readonly string[];
}

/** Finds the entries of RSS, RDF or Atom, and how far the feed is whole. */
export function findEntries(text: string): FeedEntries {
  if (/^\s*\{/.test(text)) return { lines: [], broken: undefined, whole: text, sources: [] };
  const tags = blankHidden(text);
  const begins = [...tags.matchAll(/<(?:\w+:)?(?:item|entry)[\s>]/gi)].map(({ index }) => index);
  const lines = linesAt(text, begins);
  const ends = [...tags.matchAll(/<\/(?:\w+:)?(?:item|entry)\s*>/gi)];
  const last = ends.at(-1);
  const isWhole = ends.length >= lines.length;
  const end = isWhole ? text.length : last ? last.index + last[0].length : 0;
  return {
    lines,
    broken: isWhole ? undefined : lines[ends.length],
    whole: renameBodies(text.slice(0, end), tags, begins[0] ?? end),
    sources: begins.map((begin, at) => text.slice(begin, begins[at + 1] ?? end)),
  };
}

/** `<fullitem>`, and XHTML's `<body>`: elements that are in no standard of feeds and hold the whole text. */
const BODY = /<((?:\w{1,20}:)?(?:fullitem|body))(?:\s[^<>]{0,200})?>/gi;

/** The feed with such elements under the name that the parser knows. */
function renameBodies(text: string, tags: string, from: number): string {
  const parts: string[] = [];
  let done = 0;
  for (const { index, 0: tag, 1: name } of tags.matchAll(BODY)) {
    const close = `</${name}>`;
    const end = index < Math.max(done, from) ? -1 : tags.indexOf(close, index);
    if (end === -1 || end > text.length) continue;
    // Prefixes of elements are no part of HTML.
    const html = text.slice(index + tag.length, end).replace(/<!\[CDATA\[|\]\]>/g, '');
    const body = html.replace(/(<\/?)\w{1,20}:/g, '$1');
    const inside = body.includes('<') ? `<![CDATA[${body}]]>` : body;
    parts.push(text.slice(done, index), `<content:encoded>${inside}</content:encoded>`);
    done = end + close.length;
  }
  return parts.join('') + text.slice(done);
}

const blanks = (words: string) => ' '.repeat(words.length);

/** Comments and CDATA are blanked, so that a tag an article writes about is not counted. */
function blankHidden(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/<!(?:--|\[CDATA\[)/g)) {
    if (index < from) continue;
    const close = text.startsWith('<!--', index) ? '-->' : ']]>';
    const end = text.indexOf(close, index);
    if (end === -1) break;
    parts.push(text.slice(from, index), text.slice(index, end).replace(/[^\n]+/g, blanks));
    from = end;
  }
  return parts.join('') + text.slice(from);
}
