/** Control characters, and the ones that turn the direction of the text that follows them. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** No writing system needs more marks on one letter; a tower of them covers the lines above. */
const TOWER_OF_MARKS = /(\p{M}{4})\p{M}+/gu;
/** The first half of a character that a cut has parted from its second. */
const LONE_HALF = /[\uD800-\uDBFF]$/;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Escapes the three characters that Slack's mrkdwn reads as markup. Nothing else has an escape. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** How long one character is once escaped. */
export function escapedLength(character: string): number {
  if (character === '&') return '&amp;'.length;
  return character === '<' || character === '>' ? '&lt;'.length : character.length;
}

/** Cuts a label to at most `length` characters and says so with an ellipsis. Never used on a quote. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  return `${LONE_HALF.test(head) ? head.slice(0, -1) : head}…`;
}

/** Like `clip`, for text that is escaped later: the escaped form has at most `length` characters. */
export function clipEscaped(text: string, length: number): string {
  let room = length - 1;
  let kept = '';
  for (const character of text) {
    room -= escapedLength(character);
    if (room < 0) return `${kept}…`;
    kept += character;
  }
  return kept;
}

/**
 * Makes somebody's text safe to stand in a line of ours: one line, no control characters, no marks that turn our own
 * words round, and right-to-left text kept to itself. Words are not altered. Never used on a quote.
 */
export function asInlineText(text: string): string {
  const line = text.replace(CONTROLS, ' ').replace(DIRECTION_MARKS, '').replace(TOWER_OF_MARKS, '$1').trim();
  return RIGHT_TO_LEFT.test(line) ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE : line;
}

/** Each text made safe and short enough for a list of ours; what is nothing then is left out. */
export function asLabels(texts: readonly string[], length: number): readonly string[] {
  return texts.map((text) => clip(asInlineText(text), length)).filter((label) => label !== '');
}

/** The same words as the beginning of a sentence: `as of 2024` as `As of 2024`. */
export function sentenceStart(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
