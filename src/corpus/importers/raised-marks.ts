import { MARK } from './text-layout.ts';

/** Letters and signs, and the forms that they have when raised or sunk, in the same order. */
interface Forms {
  readonly plain: string;
  readonly marks: string;
}

const RAISED: Forms = {
  plain: '0123456789+-−–=()abcdefghijklmnoprstuvwxyz',
  marks: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ',
};
const SUNK: Forms = {
  plain: '0123456789+-−=()aehijklmnoprstuvx',
  marks: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
};

/** Endings of ordinals in English, French, Spanish and Italian, and signs that are raised by themselves. */
const ON_THE_LINE = /^(?:st|nd|rd|th|er|re|e|ère|ème|o|a|os|as|[®™©ªº])$/i;
const TRADE_MARKS: Readonly<Record<string, string>> = { tm: '™', sm: '℠', r: '®' };

const BRACKETED = /^(?:\[.*\]|\((?:\d{1,3}|[a-z])\))$/is;
const SIGN = /^[*†‡§¶#]{1,4}$/;
const NOTE_NUMBERS = /^\d{1,3}(?:[\s,–-]{1,3}\d{1,3}){0,9}$/;
const NOTE_LETTER = /^[a-z]$/i;
/** What can have a power: a number that is no year, one letter, a unit, or letters in a formula. */
const HAS_POWER =
  /(?:\d|(?<!\p{L})(?:\p{L}|[kcdmnµμ]m|ft|in|mi|yd|sec|min)|[=+*/×·] ?\p{L}{1,3}|[+−*/-] ?[\p{L}\d]{1,3}\))$/u;
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d$/;
const ENDS_CLAUSE = /[.,;:!?"”’)\]]$/;
const ENDS_SENTENCE = /[.!?"”’)] $/;

/**
 * Raised letters as Unicode writes them, on the line where it has none. A mark that leads to a note gives no words.
 * @param before The words in front of it.
 * @param isLink Whether it leads to another place of the page.
 */
export function raised(text: string, before: string, isLink: boolean): string {
  const mark = text.trim();
  if (mark === '') return '';
  if (isReference(mark, before, isLink)) return MARK.gone;
  const sign = TRADE_MARKS[mark.toLowerCase()];
  if (sign) return sign;
  if (ON_THE_LINE.test(mark)) return mark;
  return (
    (/^\p{L}{3,}$/u.test(mark) ? undefined : translate(mark, RAISED)) ?? (/\d/.test(mark) ? `^${mark}` : text)
  );
}

/** Letters below the line as Unicode writes them, on the line where it has none. */
export function sunk(text: string): string {
  return translate(text.trim(), SUNK) ?? text;
}

function isReference(mark: string, before: string, isLink: boolean): boolean {
  if (BRACKETED.test(mark) || SIGN.test(mark)) return true;
  const isNote = NOTE_NUMBERS.test(mark) || NOTE_LETTER.test(mark);
  if (!isNote || isLink) return isNote;
  if (HAS_POWER.test(before) && !YEAR.test(before)) return !/^(?:\d+|[i-z])$/.test(mark);
  if (ENDS_CLAUSE.test(before) || ENDS_SENTENCE.test(before)) return true;
  // Behind a space stands what belongs to the next word: "¹⁴C".
  return NOTE_NUMBERS.test(mark) && before !== '' && before.trimEnd() === before;
}

/** Undefined when one of the letters has no such form. */
function translate(text: string, { plain, marks }: Forms): string | undefined {
  const places = [...text].map((letter) => plain.indexOf(letter));
  return places.includes(-1) ? undefined : places.map((place) => marks.charAt(place)).join('');
}
