import { readEmbargo } from '../moments/read-moment.ts';
import { CONNECTORS, FREE, HOLD, HOLD_ALONE, SHOUTED, SIGNS } from './embargo-orders.ts';

/** What a line of a text says about its own publication. */
export type EmbargoLine =
  /** ISO 8601 with a zone. */
  | { readonly kind: 'until'; readonly until: string }
  /** It may not be published, and until when is not said or not understood. */
  | { readonly kind: 'held' }
  /** It may be published at once. */
  | { readonly kind: 'free' };

/** E M B A R G O */
const SPACED = /(?<!\p{L})(?:\p{Lu} ){3,40}\p{Lu}(?!\p{L})/u;

/** Of a line that is longer, the beginning tells. */
const LONGEST = 300;
const MARKS = /^[\s*_#>~`“"'‘([{=+•!–—-]+|[\s*_#~`”"'’)\]}=+!–—-]{1,40}$/g;

/**
 * What a line orders about the publication of the text it stands above; undefined for every other line, such as one
 * that tells of an embargo on arms.
 * @param timezone The zone of a moment that names none.
 */
export function readEmbargoLine(line: string, timezone?: string): EmbargoLine | undefined {
  const start = line.slice(0, LONGEST);
  if (PLAIN.test(start) && !SIGNS.test(start)) return undefined;
  const plain = plainly(start);
  const order = HOLD.exec(plain) ?? HOLD_ALONE.exec(plain) ?? SHOUTED.exec(plain);
  const free = FREE.exec(plain);
  if (free && (!order || isWithin(order, free))) return { kind: 'free' };
  if (!order) return undefined;
  const rest = plain.slice(order.index + order[0].length).replace(CONNECTORS, '');
  const until = readEmbargo(rest.replace(/[\s.!*)\]]{1,40}$/, ''), timezone);
  return until && line.length <= LONGEST ? { kind: 'until', until } : { kind: 'held' };
}

/** Of these, no letter looks like another, and none stands alone. */
const PLAIN = /^(?!\W*[A-Z] [A-Z] [A-Z] )[\x20-\x7e“”‘’–—…£€é]*$/;

/** Without the signs around a line, and without what makes letters look otherwise. */
function plainly(line: string): string {
  const letters = PLAIN.test(line)
    ? line
    : line
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/\s+/g, ' ');
  const inner = letters.replace(MARKS, '');
  return SPACED.test(inner) ? inner.replace(SPACED, (word) => word.replaceAll(' ', '')) : inner;
}

/** "NOT UNDER EMBARGO" holds an order that it denies. */
function isWithin(inner: RegExpExecArray, outer: RegExpExecArray): boolean {
  return inner.index >= outer.index && inner.index + inner[0].length <= outer.index + outer[0].length;
}
