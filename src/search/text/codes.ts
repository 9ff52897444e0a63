import { wordList } from './word-list.ts';

/** Letters, a hyphen and digits that are one code: `F-16`, `B-52s`, `H-1B`. */
const HYPHENATED = /[a-z]{1,2}[-‐‑]\d[a-z\d]*/iy;
/** Words and names of states before a hyphen and digits: `by-2`, `EU-27`. They are no letters of a code. */
const NO_LETTERS_OF_CODE: ReadonlySet<string> = new Set(
  wordList('to by or of in on at no ex vs up eu us un uk'),
);
/** Initials with a sign between them: `AT&T`, `Q&As`. What ends in a semicolon is an entity of HTML. */
const WITH_AMPERSAND = /[a-z]{1,3}&[a-z]s?(?![\p{L}\d&;])/iuy;
/** With blanks they are in capitals: `R & D`. */
const WITH_SPACES = /[A-Z]{1,3} & [A-Z]s?(?![\p{L}\d&;])/uy;
/** Spelt out, only such initials are told from words: "TV and I", "hepatitis B and C". */
const WITH_AND = /[A-Z]{2} and [B-HJ-Z](?![\p{L}\d'’.])/uy;

const LONGEST_LETTERS = 3;

/** Whether a folded word before digits can be the letters of a code, as `am` and `f` are. */
export const isCodeLetters = (form: string): boolean =>
  /^[b-z][a-z]{0,2}$/.test(form) && !NO_LETTERS_OF_CODE.has(form);

function endOfMatch(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Offset behind a code or initials of which the letters from `start` to `end` are only the beginning; `end` where they
 * are a word of their own.
 */
export function endOfCode(text: string, start: number, end: number): number {
  if (end - start > LONGEST_LETTERS) return end;
  switch (text.charAt(end)) {
    case '-':
    case '‐':
    case '‑':
      if (NO_LETTERS_OF_CODE.has(text.slice(start, end).toLowerCase())) return end;
      return Math.max(end, endOfMatch(HYPHENATED, text, start));
    case '&':
      return Math.max(end, endOfMatch(WITH_AMPERSAND, text, start));
    case ' ':
      return Math.max(end, endOfSpaced(text, start, end));
    default:
      return end;
  }
}

function endOfSpaced(text: string, start: number, end: number): number {
  if (text.charAt(end + 1) === '&') return endOfMatch(WITH_SPACES, text, start);
  return text.startsWith('and ', end + 1) ? endOfMatch(WITH_AND, text, start) : -1;
}

/** The plural of a code: `F16s`, `A320neos`, `747s`. Decades are none, and the capital of `Su-35S` is of its name. */
const PLURAL = /^(?!(?:\d\d)?\d0s$).*(?:\d[a-z]{0,3}|&[A-Za-z])s$/s;

/** A code without its plural, and without the marks inside: `F-16s` is `F16`, `AT and T` is `ATT`. */
export function plainCode(raw: string): string {
  const singular = PLURAL.test(raw) ? raw.slice(0, -1) : raw;
  return singular.replace(/ and |[-‐‑& ]/g, '');
}
