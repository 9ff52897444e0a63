import { FILTER_NAMES } from '../../search/index.ts';

/** A code Slack writes for an emoji, `:wave:`; a time such as `10:30:45` and a filter such as `topic:x:` are none. */
const EMOJI_CODE = new RegExp(
  String.raw`(?<!\d|\b(?:${FILTER_NAMES.join('|')})):[\p{Ll}\p{Lo}\p{M}\d_+'-]{1,100}:(?![\p{L}\p{N}])`,
  'gu',
);
/** Emoji as characters, and what joins and colours them. The marks of copyright and trade are text. */
const PICTOGRAPH =
  /\d\uFE0F?\u20E3|(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F/gu;
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"”]+/giu;
/** A domain that was typed bare. One behind a colon belongs to a filter, one in quotation marks to an exact phrase. */
const DOMAIN = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}@.:/"“-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|edu|gov|int|info|news|uk|eu)`,
    String.raw`(?:\/[^\s<>"”]*)?(?![\p{L}\p{N}@])`,
  ].join(''),
  'giu',
);
const SCHEME = /^(?:https?:\/\/)?(?:www\.)?/i;

/** Text as words to search: without emoji and addresses, blanks made even, lines kept. */
export function plainWords(text: string): string {
  return text
    .replace(EMOJI_CODE, ' ')
    .replace(PICTOGRAPH, ' ')
    .replace(ADDRESS, endOfAddress)
    .replace(DOMAIN, endOfAddress)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ \?/g, '?')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** Whether the words of a link are only its address, whole or cut: `example.org` for `http://example.org`. */
export function showsOnlyAddress(label: string, address: string): boolean {
  if (/^(?:https?:\/\/|www\.)/i.test(label)) return true;
  const shown = label
    .replace(SCHEME, '')
    .replace(/(?:…|\/)$/, '')
    .toLowerCase();
  return shown !== '' && address.replace(SCHEME, '').toLowerCase().startsWith(shown);
}

/** The mark of a question behind an address is not part of it. */
function endOfAddress(address: string): string {
  return address.endsWith('?') ? '? ' : ' ';
}
