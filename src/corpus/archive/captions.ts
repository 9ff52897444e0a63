/** How the words below a picture begin. */
const BEGINNINGS: readonly RegExp[] = [
  /^(?:photo|photograph|image|picture|video|graphic|file photo|illustration)(?: credit)?\s*(?::|by\b|courtesy\b)/i,
  /^(?:image|media|photo|picture|video) (?:caption|source|credit)\b/i,
  /^\(?(?:L-R|L to R|from left|left to right|clockwise from)\b/i,
  /^in (?:this|an?) [^“”]{0,40}\b(?:photo|photograph|image|picture|frame grab|screen ?grab|still)\b/i,
];
const BEGINNING = new RegExp(BEGINNINGS.map(({ source }) => source).join('|'), 'i');
const LABEL_BEFORE =
  /^(?:FILE|FILE PHOTO|CAPTION|Caption|Pictured|Above|Below|Left|Right|Top|Bottom)(?:\s*[-–—:(]|, )/;

const LABEL = `(?:${[
  '[Pp]hoto(?:graph)?s?|PHOTO|[Ii]mages?|IMAGE|[Pp]ictures?|[Pp]ic|[Cc]redit',
  '[Ii]llustration|[Gg]raphic',
].join('|')})(?: [Cc]redit)?`;
const CREDITED = String.raw`\p{Lu}[\p{L}\p{M}.'’&-]*(?:[ /]+\p{Lu}[\p{L}\p{M}.'’&-]*){0,6}[)\]]?\.?$`;
/** "Photo: M. Ek", "(Image: GETTY)", "Credit: Jane Roe/AP"; "Photo by M. Ek" where no sentence holds it. */
const LABELLED_CREDIT = new RegExp(
  String.raw`(?:(?:^|[\s([|])${LABEL}\s?[:/©]\s?|(?:^|[.!?)|[(]\s?)${LABEL} (?:by|courtesy of) )${CREDITED}`,
  'u',
);
/** "(AP Photo/Jane Roe)", "(Jane Roe/Nordwire via AP)", "[Getty Images]", "(REUTERS)": never "(AP) — The dam held." */
const AGENCY =
  '(?:AP|AFP|EPA|PA|dpa|Reuters|REUTERS|Getty(?: Images)?|GETTY|Alamy|Shutterstock|Photos?|Pool)';
const BRACKETED_CREDIT = new RegExp(
  String.raw`[([](?:[^()[\]]{0,60}[/ ])?${AGENCY}(?:[/ ][^()[\]]{0,60})?[)\]]\.?$`,
);
/** "(Jane Roe/Courier)". */
const BRACKETED_NAME =
  /[([]\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3} ?\/ ?(?:The )?\p{Lu}[^()[\]/]{1,40}[)\]]\.?$/u;
/** "Jane Roe/Getty Images", "via Reuters". */
const BARE_CREDIT =
  /(?:[/|©]\s?|\bvia )(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Alamy|Shutterstock)(?: Photo)?\.?$/;

/** One of these is in every credit; most sentences end without any. */
const MARKS_OF_CREDIT = /[([/|:©]| (?:by|courtesy of) |\bvia /;

/** In UTF-16 units: only the end of a text is looked through. */
const LONGEST_CREDIT = 120;

/** Whether a paragraph or sentence is the words below a picture, which tell of the picture. */
export function isCaption(text: string): boolean {
  return BEGINNING.test(text) || LABEL_BEFORE.test(text) || endsInCredit(text.slice(-LONGEST_CREDIT));
}

function endsInCredit(end: string): boolean {
  return (
    MARKS_OF_CREDIT.test(end) &&
    (LABELLED_CREDIT.test(end) ||
      BRACKETED_CREDIT.test(end) ||
      BRACKETED_NAME.test(end) ||
      BARE_CREDIT.test(end))
  );
}
