import { endOfCode, plainCode } from './codes.ts';
import { fold } from './fold.ts';
import { SIGN_WORDS } from './number-words.ts';

/** What the spelling of a word in its text tells, as bits. */
export const SPELLING = {
  /** Begins with a capital letter. */
  capital: 1,
  /** First word of a sentence, where a capital tells nothing. */
  sentenceStart: 2,
  /** Begins with a digit. */
  digits: 4,
  /** Four digits that can be a year (1100 to 2100), without separators or currency. */
  year: 8,
  /** Two letters or more, all capitals. */
  upper: 16,
  /** Numbers something by name and counts nothing: the `VIII` of Henry VIII, the `1990s`. */
  nominal: 32,
  /** Letters with digits behind them: `F-16`, `E4`. */
  code: 64,
  /** Joined by a hyphen to the word before: the `Paul` of Jean-Paul. */
  hyphenated: 128,
} as const;

/** Half-open range of UTF-16 offsets in a passage's untouched text. */
export type Range = readonly [start: number, end: number];

/** Receives each word: folded form, range of UTF-16 offsets in the untouched text, spelling bits. */
export type OnWord = (form: string, start: number, end: number, spelling: number) => void;

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const WIDE = 4;

/** Kinds of the ASCII characters; anything beyond is asked of Unicode, see `kindBeyond`. */
const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return code >= 48 && code <= 57 ? DIGIT : OTHER;
});

const LETTER = /[\p{L}\p{M}]/u;
const CAPITAL = /\p{Lu}/u;
const DECIMAL = /\p{Nd}/u;
/** Scripts written without spaces: each character is searched as a word of its own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function kindBeyond(code: number): number {
  // General punctuation is what news text holds most beyond ASCII.
  if (code >= 0x2000 && code <= 0x206f) return OTHER;
  const character = String.fromCharCode(code);
  if (UNSPACED.test(character)) return WIDE;
  if (CAPITAL.test(character)) return UPPER;
  // Half of a surrogate pair: letters of rare scripts, kept together with their neighbours.
  if (LETTER.test(character) || (code >= 0xd835 && code <= 0xd838)) return LOWER;
  return DECIMAL.test(character) ? DIGIT : OTHER;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII_KINDS[code] ?? OTHER) : kindBeyond(code);
}

const APOSTROPHES = new Set(["'", '’', 'ʼ', '‘']);

/** Single letters with full stops between them: `U.N.`, `a.m`. The last full stop is not part of the word. */
const DOTTED = /\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\d])/uy;
/** Groups of three digits with commas between them. */
const THOUSANDS = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?/y;

/** Of a possessive, or of the plural in `90's`. */
const ENDING = /s(?![\p{L}\p{M}\d])/iuy;

function endOfMatch(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Whether the word goes on over the mark at `at`: `11.7`, `don't`, `O'Brien`, `F16's`. */
function isInside(text: string, at: number): boolean {
  const before = kindAt(text, at - 1);
  const after = at + 1 < text.length ? kindAt(text, at + 1) : OTHER;
  if (text.charAt(at) === '.') return before === DIGIT && after === DIGIT;
  if (!APOSTROPHES.has(text.charAt(at))) return false;
  return isLetter(after) && (isLetter(before) || (before === DIGIT && endOfMatch(ENDING, text, at + 1) > 0));
}

const isLetter = (kind: number) => kind === LOWER || kind === UPPER;

/** Offset behind the word that begins at `start`. */
function endOfWord(text: string, start: number): number {
  const first = kindAt(text, start);
  if (first === WIDE) return start + 1;
  if (isLetter(first) && text.charAt(start + 1) === '.') {
    const end = endOfMatch(DOTTED, text, start);
    if (end > 0) return end;
  } else if (first === DIGIT) {
    const end = endOfMatch(THOUSANDS, text, start);
    if (end > 0) return end;
  }
  let at = start + 1;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === WIDE || (kind === OTHER && !isInside(text, at))) break;
  }
  return at;
}

/** In capitals or with its dots it is the country; folded, it would be the pronoun. */
const UNITED_STATES = /^(?:US|[Uu]\.[Ss])(?:['’ʼ‘]s)?$/;

/** With a mark as many write it: `90's`, `1990's`. Later years with it are mostly possessives: 2024's budget. */
const DECADE = /^(\d0|1[1-9]\d0)['’ʼ‘](s)$/i;

/** Without the marks inside, the possessive ending, the plural of codes and the accents. */
function formOf(raw: string): string {
  if (raw.length <= 5 && UNITED_STATES.test(raw)) return 'usa';
  const isNumber = /^[\d.,]+$/.test(raw);
  if (isNumber) return raw.replaceAll(',', '');
  const word = raw.replace(DECADE, '$1$2').replace(/['’ʼ‘]s$/i, '');
  const plain = (/[\d& ]/.test(word) ? plainCode(word) : word).replace(/(?<!\d)\.|\.(?!\d)|[,'’ʼ‘]/g, '');
  // Of a letter that is nothing but a mark, folding leaves a blank.
  return /^[a-zA-Z0-9.]+$/.test(plain) ? plain.toLowerCase() : fold(plain).trim();
}

const YEAR = /^\d{4}(?:['’ʼ‘]s)?$/i;

/** What the spelling of a word tells by itself. */
function spellingOf(form: string, raw: string): number {
  const first = kindAt(raw, 0);
  if (first === DIGIT) {
    const isYear = YEAR.test(raw) && form.length === 4 && form >= '1100' && form <= '2100';
    return isYear ? SPELLING.digits | SPELLING.year : SPELLING.digits;
  }
  if (first !== UPPER) return 0;
  return raw.length > 1 && !/\p{Ll}/u.test(raw) ? SPELLING.capital | SPELLING.upper : SPELLING.capital;
}

const codeOf = (form: string) => (/^\D+\d/.test(form) ? SPELLING.code : 0);

const isHyphen = (code: number) => code === 45 || code === 0x2010 || code === 0x2011;

/** Whether the word that begins at `start` is joined by a hyphen to a word of letters. */
const isBehindHyphen = (text: string, start: number) =>
  start > 1 && isHyphen(text.charCodeAt(start - 1)) && isLetter(kindAt(text, start - 2));

const FULL_STOP = 46;
const APOSTROPHE = 39;

/**
 * Offset behind the run of ASCII letters that begins at `start`, or -1 when that is not a whole word: most words of
 * news text are nothing else, and need no closer look.
 */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  let code = 0;
  for (; end < text.length; end++) {
    code = text.charCodeAt(end);
    const kind = code < 128 ? ASCII_KINDS[code] : DIGIT;
    if (kind === LOWER || kind === UPPER) continue;
    // A full stop goes on behind a single letter only: `U.N.`, but not `mines.`
    const goesOn = kind === DIGIT || code === APOSTROPHE || (code === FULL_STOP && end - start === 1);
    return goesOn || end === start ? -1 : end;
  }
  return end;
}

const SENTENCE_ENDS: ReadonlySet<string> = new Set('.!?:\n');

/**
 * Finds the words of a text, in order. Hyphens, slashes and spaces part words; apostrophes, the dots of
 * acronyms and the marks within numbers and codes do not.
 */
export function splitWords(text: string, onWord: OnWord): void {
  let start: number = SPELLING.sentenceStart;
  for (let at = 0; at < text.length; ) {
    if (kindAt(text, at) === OTHER) {
      const mark = text.charAt(at);
      if (mark !== ' ') {
        const word = SIGN_WORDS.get(mark);
        if (word !== undefined) onWord(word, at, at + 1, 0);
        if (SENTENCE_ENDS.has(mark)) start = SPELLING.sentenceStart;
      }
      at++;
      continue;
    }
    const plainEnd = endOfPlainWord(text, at);
    const end = endOfCode(text, at, plainEnd > 0 ? plainEnd : endOfWord(text, at));
    const raw = text.slice(at, end);
    const isPlain = end === plainEnd && raw !== 'US';
    const form = isPlain ? raw.toLowerCase() : formOf(raw);
    const spelling = spellingOf(form, raw) | (isPlain ? 0 : codeOf(form));
    const joined = isBehindHyphen(text, at) ? SPELLING.hyphenated : 0;
    if (form !== '') onWord(form, at, end, start | joined | spelling);
    start = 0;
    at = end;
  }
}
