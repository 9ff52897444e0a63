/** "KYIV", "NEW YORK/LONDON". */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:/\p{Lu}[\p{Lu} ]{1,30})?`;
/** "Kyiv", "New York": a place only where an agency or a region follows. */
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{1,20}(?: \p{Lu}[\p{L}\p{M}.'’-]{1,20}){0,3}`;
/** ", Ukraine", ", Pa.". */
const REGION = String.raw`(?:, \p{Lu}[\p{L}. ]{1,30}){0,2}`;
/** ", Nov. 20", ", 20 November, 2024", ", Nov 20". */
const DAY = String.raw`(?:, ?(?:\d{1,2}\.? )?\p{Lu}\p{L}{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?`;
/** " (AP)", " /PRNewswire/". */
const AGENCY = String.raw` ?(?:\([^)\n]{2,40}\)|/[\p{L} -]{2,30}/)`;
/** " AFP", " Nordwire": without brackets, behind a day. */
const BARE_AGENCY = String.raw`(?: \p{Lu}[\p{L}]{1,15})?`;
/** AP writes its dash as an underscore, business wires set none of the blanks. */
const DASH = String.raw`(?:[ \u00a0]?(?:--|[—–_-])[ \u00a0]+|[ \u00a0](?:--|[—–_]))`;
const AFTER_AGENCY = String.raw`[ \u00a0]?(?:--|[—–_:-])[ \u00a0]*`;
/** Behind it a sentence begins. */
const BEGINS = String.raw`(?=["“‘'(]?[\p{Lu}\d])`;

/** Wherever they stand: nothing else looks like them. */
const DATELINES = [
  `${CAPITALS}${REGION}${DAY}${BARE_AGENCY}${DASH}`,
  `${CAPITALS}${REGION}${DAY}${AGENCY}${AFTER_AGENCY}`,
  `${CAPITALISED}(?:/${CAPITALISED})?${REGION}${DAY}${AGENCY}${AFTER_AGENCY}`,
  // "Nov 20 (Nordwire) - ": the place stands in the head of the wire.
  String.raw`\p{Lu}\p{L}{2,8}\.? \d{1,2}${AGENCY}${AFTER_AGENCY}`,
  String.raw`\([\p{L} /.-]{2,30}\)${AFTER_AGENCY}`,
].map((form) => new RegExp(`^${form}${BEGINS}`, 'u'));

/** The end of every dateline: most paragraphs have no such thing. */
const DATELINE_END = new RegExp(String.raw`[—–_:-][ \u00a0]*${BEGINS}`, 'u');

/** At the beginning of an article only: elsewhere "Kyiv, Ukraine — The" may be part of a sentence. */
const OPENING_DATELINE = new RegExp(`^${CAPITALISED}, ${CAPITALISED}${DASH}${BEGINS}`, 'u');

/**
 * How many UTF-16 units a dateline takes at the beginning of a paragraph; 0 without one. "WASHINGTON (AP) — ",
 * "KYIV, Ukraine, Nov. 20 (Reuters) - ", "LONDON – ", "Halm, Northland — ": where the reporter was, perhaps a date
 * and an agency, then a dash. Not quoted: it says nothing of what happened.
 */
export function datelineLength(paragraph: string, { isFirst }: { readonly isFirst: boolean }): number {
  if (!DATELINE_END.test(paragraph)) return 0;
  for (const dateline of isFirst ? [...DATELINES, OPENING_DATELINE] : DATELINES) {
    const found = dateline.exec(paragraph);
    if (found) return found[0].length;
  }
  return 0;
}
