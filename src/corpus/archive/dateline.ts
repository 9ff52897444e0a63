/** "KYIV", "NEW YORK/LONDON". */
const PLACE = String.raw`\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:/\p{Lu}[\p{Lu} ]{1,30})?`;
/** ", Ukraine". */
const REGION = String.raw`(?:, [\p{L}. ]{2,30}){0,2}`;
/** ", Nov. 20", ", 20 November, 2024". */
const DAY = String.raw`(?:, ?(?:\d{1,2} )?\p{Lu}\p{L}{2,8}\.? ?\d{0,2}(?:, \d{4})?)?`;
/** " (AP)". */
const IN_BRACKETS = String.raw` ?(?:\([^)\n]{2,40}\))?`;
const DASH = String.raw`[ \u00a0]?(?:--|[—–-])[ \u00a0]+`;

/**
 * "WASHINGTON (AP) — ", "KYIV, Ukraine, Nov. 20 (Reuters) - ", "LONDON – ": a place in capitals, perhaps a
 * region, a date and an agency, then a dash. Not quoted: it says where the reporter was, not what happened.
 */
const DATELINE = new RegExp(`^${PLACE}${REGION}${DAY}${IN_BRACKETS}${DASH}`, 'u');

/** An agency alone before the dash: "(AP) — ". */
const AGENCY = new RegExp(String.raw`^\([\p{L} /.-]{2,30}\)${DASH}`, 'u');

/** How many UTF-16 units a dateline takes at the beginning of an article's first paragraph; 0 without one. */
export function datelineLength(paragraph: string): number {
  return (DATELINE.exec(paragraph) ?? AGENCY.exec(paragraph))?.[0].length ?? 0;
}
