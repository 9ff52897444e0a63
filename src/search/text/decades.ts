import { DECADE_WORDS } from './number-words.ts';
import { wordList } from './word-list.ts';

/** `1990s`, `90s`. */
const IN_DIGITS = /^(?:\d\d)?\d0s$/;
/** Whose are so many years of age: "in her 30s", "in his late fifties". */
const OWNERS: ReadonlySet<string> = new Set(wordList('his her hers their my our your its'));
const PARTS: ReadonlySet<string> = new Set(wordList('early mid middle late'));
const LONGEST = 'seventies'.length;
/** The tens and the twenties may be of either century, and are left as they are. */
const FIRST_OF_LAST_CENTURY = 30;

/**
 * The decade that a word names, in one spelling: `1990s` for `1990s`, `90s` and `nineties`. An age stays without its
 * century: `30s`. Undefined for any other word.
 * @param before the folded words before it, the nearest first
 */
export function readDecade(form: string, before: readonly [string, string]): string | undefined {
  if (!form.endsWith('s') || form.length > LONGEST) return undefined;
  const tens = DECADE_WORDS.get(form);
  const decade = tens === undefined ? form : `${tens}s`;
  if (!IN_DIGITS.test(decade)) return undefined;
  const [nearest, next] = before;
  const isAge = OWNERS.has(nearest) || (PARTS.has(nearest) && OWNERS.has(next));
  if (decade.length > 3 || isAge) return decade;
  if (decade === '00s') return '2000s';
  return Number.parseInt(decade, 10) < FIRST_OF_LAST_CENTURY ? decade : `19${decade}`;
}
