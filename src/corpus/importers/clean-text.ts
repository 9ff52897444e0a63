/** Control characters, soft hyphens and marks without width: they break quotes and are never seen. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu;

/** No letter of any language has so many marks; putting a thousand of them into order takes the square of the time. */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/** Signs that are no marks, take none and stand as they are: those of nearly every text in English. */
const UNMARKED = /^[\0-\u02ff\u2002-\u206f]*$/;

/** Letters and their marks in one form (NFC). */
function compose(text: string): string {
  if (UNMARKED.test(text)) return text;
  // Some marks become two.
  return withoutExcess(withoutExcess(text).normalize('NFC'));
}

const withoutExcess = (text: string) => text.replace(TOO_MANY_MARKS, '$1');

/** A text with one paragraph after the other, an empty line between them, and single spaces between words. */
export function cleanText(text: string): string {
  const spaced = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, (mark) => (mark === '\n' ? '\n' : mark === '\t' || mark === '\f' ? ' ' : ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
  return compose(spaced).trim();
}

/** A text on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}
