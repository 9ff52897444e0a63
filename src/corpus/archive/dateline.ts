/**
 * "WASHINGTON (AP) — ", "KYIV, Ukraine, Nov. 20 (Reuters) - ", "LONDON – ": a place in capitals, perhaps a
 * region, a date and an agency, then a dash. Not quoted: it says where the reporter was, not what happened.
 */
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:\/\p{Lu}[\p{Lu} ]{1,30})?(?:, [\p{L}. ]{2,30}){0,2}(?:, ?(?:\d{1,2} )?\p{Lu}\p{L}{2,8}\.? ?\d{0,2}(?:, \d{4})?)? ?(?:\([^)\n]{2,40}\))?[ \u00a0]?(?:--|[—–-])[ \u00a0]+/u;

/** An agency alone before the dash: "(AP) — ". */
const AGENCY = /^\([\p{L} /.-]{2,30}\)[ \u00a0]?(?:--|[—–-])[ \u00a0]+/u;

/** How many UTF-16 units a dateline takes at the beginning of an article's first paragraph; 0 without one. */
export function datelineLength(paragraph: string): number {
  return (DATELINE.exec(paragraph) ?? AGENCY.exec(paragraph))?.[0].length ?? 0;
}
