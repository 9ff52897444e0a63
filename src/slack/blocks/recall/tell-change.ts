import { diffWordsWithSpace } from 'diff';
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
  const parts = diffWordsWithSpace(was, is);
  const first = parts.findIndex(({ added, removed }) => added || removed);
  const last = parts.findLastIndex(({ added, removed }) => added || removed);
  const start = parts[first - 1]?.value ?? '';
  const end = parts[last + 1]?.value ?? '';
  const before = first <= 0 ? '' : tailOf(start);
  const after = last === parts.length - 1 ? '' : headOf(end);
  const middle = parts.slice(first, last + 1);
  const told = (isLeftOut: (part: (typeof parts)[number]) => boolean) =>
    clip(
      asInlineText(
        before +
          middle
            .filter((part) => !isLeftOut(part))
            .map(({ value }) => value)
            .join('') +
          after,
      ),
      LONGEST,
    );
  return { was: told(({ added }) => added), is: told(({ removed }) => removed) };
}

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
