/**
 * Characters a terminal obeys instead of showing: control characters, with which escape sequences begin, marks that
 * change the text direction, and separators that some terminals take for the end of a line. Tabs and line ends are
 * text.
 */
const CONTROLS = /(?![\t\n]|\r\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const BREAKS = /\r\n|[\t\n\r]/g;

/** Text with every control character escaped, as `\x1b` or `U+202E`. Escapes it holds already are not changed. */
export function escapeText(text: string): string {
  return text.replaceAll(CONTROLS, escapeCharacter);
}

/** The same on one line: line ends and tabs become spaces, so that no words pass for a line of ours. */
export function escapeLine(text: string): string {
  return escapeText(text.replaceAll(BREAKS, ' '));
}

/**
 * JSON with every control character escaped: the same value, on any number of lines.
 * @param json text that is JSON already
 */
export function escapeJson(json: string): string {
  return json.replaceAll(CONTROLS, (character) => `\\u${hexadecimal(character, 4).toLowerCase()}`);
}

function escapeCharacter(character: string): string {
  const isByte = character < '\u0100';
  return isByte ? `\\x${hexadecimal(character, 2).toLowerCase()}` : `U+${hexadecimal(character, 4)}`;
}

function hexadecimal(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0');
}
