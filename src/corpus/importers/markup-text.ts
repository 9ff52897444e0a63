import { isClaimLabel } from '../archive/index.ts';
import { writeBlockQuote } from './block-quote.ts';
import { cleanText } from './clean-text.ts';
import { isDataTable } from './data-table.ts';
import { isFurniture } from './hidden-markup.ts';
import { HOLE } from './leftover-marks.ts';
import { isLinkList } from './link-list.ts';
import type { Markup, MarkupElement } from './markup.ts';
import { raised, sunk } from './raised-marks.ts';
import { layOut, MARK, markIndents } from './text-layout.ts';

/** HTML, NITF and Markdown blocks: each is a paragraph of its own. */
const BLOCKS = new Set(
  `p div section article main header hr tr td th ul ol dl dt dd address details summary center block lead`.split(
    ' ',
  ),
);

/** What holds no words of the article's sentences, though it may stand among them. */
const UNREAD = new Set(
  `script style noscript template svg embed option input audio video canvas head title media fn rt rp
   del s strike`.split(/\s+/),
);

/** What shows words that are no text: a sentence around them is none without. */
export const SHOWS_OTHER_WORDS = new Set('button select textarea math'.split(' '));

/** What stands between paragraphs and is none: headings, captions, page furniture. */
const UNREAD_BLOCKS = new Set(
  `form nav aside h1 h2 h3 h4 h5 h6 hl1 hl2 header footer figcaption caption copyrite body.head body.end`.split(
    /\s+/,
  ),
);

/** What may be nothing but links to other pages. */
const LEADS_AWAY = new Set(['p', 'ul', 'ol']);

/** Where the walk is. */
interface Place {
  /** Line ends count: in `pre`, and in text that no block holds. */
  readonly hasLines: boolean;
  readonly isInItem: boolean;
  /** In a link to another place of the page. */
  readonly isInNote: boolean;
  readonly isInBlockQuote: boolean;
  /** How many `<q>` are open. */
  readonly quotations: number;
}

const START: Place = {
  hasLines: true,
  isInItem: false,
  isInNote: false,
  isInBlockQuote: false,
  quotations: 0,
};

/**
 * The words of marked-up text: paragraphs apart by empty lines, points of a list each on a line with a bullet, block
 * quotes in quotation marks. Struck and hidden words, captions, tables of data and marks that lead to notes are left
 * out.
 */
export function markupText(markup: Markup): string {
  return cleanText(layOut(withoutClaims(write([markup], START))));
}

/** The words of some markup, with marks for `layOut` between them. */
function write(markups: Iterable<Markup>, place: Place): string {
  const parts: string[] = [];
  for (const markup of markups) collect(markup, parts, place);
  return parts.join('');
}

function collect(markup: Markup, parts: string[], place: Place): void {
  if (typeof markup === 'string') {
    parts.push(place.hasLines ? markup : markup.replace(/\s+/g, ' '));
    return;
  }
  const { name, children } = markup;
  const writer = WRITERS.get(name);
  if (isFurniture(markup) || UNREAD.has(name)) parts.push(MARK.gone);
  else if (SHOWS_OTHER_WORDS.has(name)) parts.push(HOLE);
  else if (writer) parts.push(writer(markup, place, parts));
  else if (/^h[1-6]$/.test(name)) parts.push(writeHeading(children, place));
  else if (UNREAD_BLOCKS.has(name) || (LEADS_AWAY.has(name) && isLinkList(markup))) parts.push(gapOf(place));
  else if (BLOCKS.has(name)) parts.push(writeBlock(children, place));
  else for (const child of children) collect(child, parts, place);
}

function writeBlock(children: Iterable<Markup>, place: Place): string {
  const gap = gapOf(place);
  return `${gap}${write(children, { ...place, hasLines: false })}${gap}`;
}

/** Where what stands below a heading is not what the article says, and where the next heading ends that. */
const DISOWNED = '\ufff9';
const HEADING = '\ufffa';

function writeHeading(children: Iterable<Markup>, place: Place): string {
  const isClaim = isClaimLabel(write(children, { ...place, hasLines: false }));
  return `${gapOf(place)}${isClaim ? DISOWNED : HEADING}${gapOf(place)}`;
}

function withoutClaims(marked: string): string {
  return marked.replace(/\ufff9[^\ufff9\ufffa]*/g, '').replaceAll(HEADING, '');
}

/** A point of a list is one line. */
function gapOf({ isInItem }: Place): string {
  return isInItem ? ' ' : MARK.paragraph;
}

/** @param written What was written before it, as far as it is in the same block. */
type Writer = (element: MarkupElement, place: Place, written: readonly string[]) => string;

/** Elements that mean more than their words. */
const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['a', writeLink],
  ['blockquote', writeQuoted],
  ['bq', writeQuoted],
  ['br', (_, place) => (place.isInItem ? ' ' : MARK.line)],
  ['cite', writeCite],
  ['credit', writeCite],
  // A term and what is said of it belong together: "False", and what is.
  ['dd', writeItem],
  ['denom', ({ children }, place) => `/${write(children, place)}`],
  ['figure', writeFigure],
  ['footer', writeCite],
  ['li', writeItem],
  ['pre', writePreformatted],
  ['q', writeQuotation],
  ['sub', ({ children }, place) => sunk(write(children, place))],
  ['sup', writeRaised],
  ['table', (table, place) => (isDataTable(table) ? gapOf(place) : writeBlock(table.children, place))],
]);

function writeItem({ children }: MarkupElement, place: Place): string {
  return `${MARK.item}- ${write(children, { ...place, hasLines: false, isInItem: true })}`;
}

function writePreformatted({ children }: MarkupElement, place: Place): string {
  const gap = gapOf(place);
  const isCode = [...children].every((child) =>
    typeof child === 'string' ? child.trim() === '' : child.name === 'code',
  );
  return isCode ? gap : `${gap}${markIndents(write(children, { ...place, hasLines: true }))}${gap}`;
}

function writeQuotation({ children }: MarkupElement, place: Place): string {
  const words = write(children, { ...place, quotations: place.quotations + 1 }).trim();
  if (words === '' || /^["“„«‘']/.test(words)) return words;
  return place.quotations % 2 === 0 ? `“${words}”` : `‘${words}’`;
}

function writeRaised({ children }: MarkupElement, place: Place, written: readonly string[]): string {
  const isLink =
    place.isInNote || [...children].some((child) => typeof child !== 'string' && child.name === 'a');
  return raised(write(children, place), endOf(written), isLink);
}

/** "[1]" that leads to another place of the page is the mark of a note. */
function writeLink({ children, attributes }: MarkupElement, place: Place): string {
  const isInNote = attributes?.href?.startsWith('#') ?? false;
  const words = write(children, isInNote ? { ...place, isInNote } : place);
  return isInNote && /^\s*(?:[[(]?[\da-z]{1,3}[\])]|[*†‡§¶↑↩])\s*$/i.test(words) ? MARK.gone : words;
}

function writeQuoted({ children }: MarkupElement, place: Place): string {
  const gap = gapOf(place);
  const text = layOut(write(children, { ...place, isInItem: false, isInBlockQuote: true }));
  return [gap, ...writeBlockQuote(cleanText(text)).flatMap((paragraph) => [paragraph, gap])].join('');
}

/** In a block quote it names the speaker, at the end; elsewhere `cite` is the title of a work. */
function writeCite({ name, children }: MarkupElement, place: Place, written: readonly string[]): string {
  if (!place.isInBlockQuote) return name === 'cite' ? write(children, place) : gapOf(place);
  const words = write(children, { ...place, hasLines: false, isInBlockQuote: false }).trim();
  const isAtEnd = name !== 'cite' || /^$|[.!?…\u2028\u2029—–-]["”’]?$/.test(endOf(written).trim());
  if (words === '' || !isAtEnd) return words;
  return `${MARK.paragraph}${/^[—–―-]/.test(words) ? '' : '— '}${words}${MARK.paragraph}`;
}

/** A figure is a picture with its caption, or a block quote with its speaker. */
function writeFigure({ children }: MarkupElement, place: Place): string {
  const elements = [...children].flatMap((child) => (typeof child === 'string' ? [] : [child]));
  const quote = elements.find(({ name }) => name === 'blockquote');
  if (!quote) return gapOf(place);
  const caption = elements.find(({ name }) => name === 'figcaption');
  const speaker = caption ? [{ name: 'footer', children: caption.children }] : [];
  return writeQuoted({ name: quote.name, children: [...quote.children, ...speaker] }, place);
}

/** The last letters of what was written. */
function endOf(written: readonly string[]): string {
  let end = '';
  for (let at = written.length - 1; at >= 0 && end.length < 8; at -= 1) end = `${written[at]}${end}`;
  return end.replaceAll(MARK.gone, '');
}
