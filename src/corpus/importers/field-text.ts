import { htmlText, parseHtml } from './html.ts';

/** An end tag, a line break or a comment: nobody writes them who means them to be read. */
const TAG = /<\/[a-z][a-z\d]{0,12}\s{0,3}>|<br\b[^<>]{0,200}>|<!--/i;
const ENTITY = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2});/i;
/** What an export encoded, a feed encoded again, and a reader of feeds once more. */
const MOST_TIMES = 3;

/**
 * The words of a field that a format calls text: its tags and entities are read where it turns out to be HTML, as often
 * as it was encoded.
 */
export function fieldText(field: string): string {
  let text = field;
  for (let times = 0; times < MOST_TIMES && (TAG.test(text) || ENTITY.test(text)); times += 1) {
    text = TAG.test(text) ? htmlText(text) : readEntities(text);
  }
  return text;
}

/** Without tags, the line ends are those of the text. */
function readEntities(text: string): string {
  return String(parseHtml(text.replace(/</g, '&lt;')).body.textContent);
}
