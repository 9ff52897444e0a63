import { type NamedTime, namedTimeAt, readTimeWords, type TimeWord } from './named-time.ts';
import type { TimeSpan } from './time-span.ts';

/** Longer texts are pages; no sentence names its time further back. */
const MOST_CHARACTERS = 2000;
/** Hardly any text has one, and this tells it faster than reading its words. */
const MAY_HOLD_TIME = /\d{4}|\d0['’]?s\b|centur|[a-z]ties\b/i;
const DASH = /^\s?[-‐‑–—]{1,2}\s?$/;

const THROUGH: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'thru']);
const NOW: ReadonlySet<string> = new Set(['present', 'now', 'today', 'date']);

/** Whether what stands between two times makes them the ends of one: "1985 to 1992", "between 1990 and 1994". */
function joins(words: readonly TimeWord[], one: NamedTime, other: NamedTime): boolean {
  const between = other.first - one.last - 1;
  // From day to day, in one stroke: somebody's birth and death, and nothing that was so all the time.
  if (between === 0) return !(one.isDay && other.isDay) && DASH.test(words[other.first]?.gap ?? '');
  const word = words[one.last + 1]?.form ?? '';
  if (between === 1) return THROUGH.has(word) || (word === 'and' && words[one.first - 1]?.form === 'between');
  return between === 2 && THROUGH.has(word) && words[one.last + 2]?.form === 'the';
}

/** Whether a time goes on to this day: "1996 to present", "since" is told by the word before. */
function goesOn(words: readonly TimeWord[], { last }: NamedTime): boolean {
  const [next, then] = [words[last + 1], words[last + 2]];
  if (next === undefined) return false;
  if (NOW.has(next.form) && DASH.test(next.gap)) return true;
  if (next.form.startsWith('onward')) return true;
  if (!THROUGH.has(next.form)) return false;
  return NOW.has(then?.form ?? '') || (then?.form === 'the' && words[last + 3]?.form === 'present');
}

/** A time as the words around it bound it: "since 1996", "until 2003", "before 1990". */
function boundBy(words: readonly TimeWord[], time: NamedTime): TimeSpan {
  const { from, to, first } = time;
  const isMonth = from === to;
  if (goesOn(words, time)) return { from, to: Number.POSITIVE_INFINITY, isWhole: false };
  switch (words[first - 1]?.form) {
    case 'since':
    case 'from':
    case 'after':
      return { from, to: Number.POSITIVE_INFINITY, isWhole: false };
    case 'until':
    case 'till':
      return { from: Number.NEGATIVE_INFINITY, to, isWhole: false };
    case 'before':
      return { from: Number.NEGATIVE_INFINITY, to: isMonth ? to : from - 1, isWhole: false };
    default:
      return { from, to, isWhole: false };
  }
}

/**
 * The times that a text names, in its order: years, months of a year, decades and centuries, each with the words that
 * bound it. "from 1985 to 1992" and "1988–91" are one span each, "since 1996" has no end, "in the late 1980s" is
 * half a decade. Days are read as their month.
 */
export function readTimeSpans(text: string): readonly TimeSpan[] {
  if (!MAY_HOLD_TIME.test(text)) return [];
  const words = readTimeWords(text.slice(0, MOST_CHARACTERS));
  const named: NamedTime[] = [];
  for (let at = 0; at < words.length; at++) {
    const time = namedTimeAt(words, at);
    if (time) named.push(time);
  }
  const spans: TimeSpan[] = [];
  for (let i = 0; i < named.length; i++) {
    const [time, next] = [named[i], named[i + 1]];
    if (!time) continue;
    if (next && time.from <= next.to && joins(words, time, next)) {
      spans.push({ from: time.from, to: next.to, isWhole: words[time.first - 1]?.form !== 'between' });
      i++;
    } else spans.push(boundBy(words, time));
  }
  return spans;
}
