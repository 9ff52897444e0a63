/** A paragraph that names the writers: "By Jane Doe", "By JANE DOE and JOHN ROE, Staff Writers". */
const BYLINE =
  /^(?:By|BY|by) \p{Lu}[\p{L}.'’-]*(?:(?:,|,? and|,? for|,? of| &)?(?: the| The)? \p{Lu}[\p{L}.'’-]*){0,10}$/u;

/** Whole paragraphs, or whole sentences, that every page of a publisher bears and that say nothing of the news. */
const BOILERPLATE: readonly RegExp[] = [
  /^(?:copyright\b|©|\(c\) ?(?:19|20)\d\d)/i,
  /\ball rights reserved\b/i,
  /\bmay not be (?:published|reproduced|redistributed|broadcast|rewritten)\b/i,
  /^\W*(?:read|see|find out|learn|hear|watch) (?:more|also|next|the full (?:story|report|article))\b.{0,120}$/i,
  /^\W*(?:continue|keep) reading\b/i,
  /^\W*(?:related|more|also|related (?:stories|coverage|articles)|see also|more (?:stories|coverage)[^.:]{0,40})\s*:/i,
  /^\W*(?:click|tap) here\b/i,
  /^(?:sign up|subscribe|register|log in|follow us|like us|join us|download (?:our|the) app|support our)\b/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|photo gallery|share this(?: \w+)?|listen to this article)\W*$/i,
  /^(?:photo|photograph|image|picture|video|graphic|file photo|illustration)(?: credit)?\s*(?::|by\b|courtesy\b)/i,
  /^\(?(?:additional |further )?(?:reporting|editing|writing|compiled|edited|translated) by \p{Lu}/iu,
  /^the post .{1,300} (?:first )?appeared (?:first )?on .{1,100}$/i,
  /^this (?:story|article|report) (?:was (?:originally|first) published|has not been edited)/i,
  /^this (?:story|article|report) was (?:auto|machine)-?\w*/i,
  // The initials of those who wrote and checked it: "hh/ph/ts", "burs-dk/jj".
  /^[a-z]{1,5}(?:[/-][a-z]{1,4}){1,6}$/,
  /^(?:—|--|-|–|##|\*\*|_{2,}|-30-|ends?|\(?more\)?)\W*$/i,
];

/** A sentence the publisher cut off: "The council will meet again on […]". */
const CUT_OFF = /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\])["”’)\]]?$/;

/** Whether a paragraph is a byline or boilerplate as a whole. */
export function isBoilerplate(paragraph: string): boolean {
  const text = paragraph.trim();
  return (text.length <= 200 && BYLINE.test(text)) || BOILERPLATE.some((pattern) => pattern.test(text));
}

/** Whether a sentence was cut off by its publisher: half a sentence can say the opposite of the whole. */
export function isCutOff(sentence: string): boolean {
  return CUT_OFF.test(sentence);
}
