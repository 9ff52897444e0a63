/**
 * What steers a terminal in place of standing on it: control characters, the escape sequences that begin with them,
 * marks that turn the direction of what follows, and separators that some terminals take for the end of a line. Tabs
 * and line ends are text.
 */
const STEERING = /(?![\t\n]|\r\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const BREAKS = /\r\n|[\t\n\r]/g;

/**
 * Text with everything shown that could steer a terminal, as `\x1b` or `U+202E`. What it holds already is not
 * changed.
 */
export function visibleText(text: string): string {
  return text.replaceAll(STEERING, show);
}

/** The same on one line: line ends and tabs become spaces, so that no words pass for a line of ours. */
export function visibleLine(text: string): string {
  return visibleText(text.replaceAll(BREAKS, ' '));
}

/**
 * JSON with everything escaped that could steer a terminal: the same value, on any number of lines.
 * @param json text that is JSON already
 */
export function visibleJson(json: string): string {
  return json.replaceAll(STEERING, (character) => `\\u${hexadecimal(character, 4).toLowerCase()}`);
}

function show(character: string): string {
  const isByte = character < '\u0100';
  return isByte ? `\\x${hexadecimal(character, 2).toLowerCase()}` : `U+${hexadecimal(character, 4)}`;
}

function hexadecimal(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0');
}
