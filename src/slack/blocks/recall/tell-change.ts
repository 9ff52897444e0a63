import type { ShownWords } from '../../../ledger/index.ts';
import { asInlineText, clip } from '../inline-text.ts';

/** What was shown and what stands now, short enough for one line each. */
export interface ToldChange {
  readonly was: string;
  readonly is: string;
}

/** A text up to this length, in characters, is told whole. */
const WHOLE_LENGTH = 220;
const LONGEST = 400;
/** So many characters beside what differs are told with it. */
const AROUND = 60;

/**
 * In what two versions of a fact differ, as a line tells it: of long words the stretch that differs, else the line of
 * the source, else the address.
 */
export function tellChange(was: ShownWords, is: ShownWords): ToldChange {
  if (was.text !== is.text) return shorten(was.text, is.text);
  if (was.sourceLine !== is.sourceLine) return shorten(was.sourceLine, is.sourceLine);
  return shorten(was.url ?? 'no link', is.url ?? 'no link');
}

function shorten(was: string, is: string): ToldChange {
  if (Math.max(was.length, is.length) <= WHOLE_LENGTH)
    return { was: asInlineText(was), is: asInlineText(is) };
  const start = sharedStart(was, is);
  const end = sharedEnd(was.slice(start), is.slice(start));
  const before = tailOf(was.slice(0, start));
  const after = headOf(was.slice(was.length - end));
  const tell = (text: string) =>
    clip(asInlineText(before + text.slice(start, text.length - end) + after), LONGEST);
  return { was: tell(was), is: tell(is) };
}

/** How many characters two texts share at their beginning, up to the word in which they part. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  while (length > 0 && !isBlank(one[length - 1])) length -= 1;
  return length;
}

/** The same of their ends. */
function sharedEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  while (length > 0 && !isBlank(one.at(-length))) length -= 1;
  return length;
}

const isBlank = (character = '') => /^\s$/.test(character);

function tailOf(text: string): string {
  if (text.length <= AROUND) return text;
  const from = text.indexOf(' ', text.length - AROUND);
  return `… ${text.slice(from < 0 ? text.length - AROUND : from + 1)}`;
}

function headOf(text: string): string {
  if (text.length <= AROUND) return text;
  const to = text.lastIndexOf(' ', AROUND);
  return `${text.slice(0, to < 0 ? AROUND : to)} …`;
}
