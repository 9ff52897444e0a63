/** Control characters, soft hyphens and marks without width: they break quotes and are never seen. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu;

/** No letter of any language has so many marks; putting a thousand of them into order takes the square of the time. */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/** A text with one paragraph after the other, an empty line between them, and single spaces between words. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, (mark) => (mark === '\n' ? '\n' : mark === '\t' || mark === '\f' ? ' ' : ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(TOO_MANY_MARKS, '$1')
    .normalize('NFC')
    .trim();
}

/** A text on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}
