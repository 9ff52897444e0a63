/** Words of dates and times, and what stands beside them. */
const DATE_WORDS = new Set(
  `by on at and the first last published updated posted modified created date time ago read am pm a p m st nd rd th
   jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
   november dec december mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun
   sunday second seconds sec minute minutes min mins hour hours hr hrs day days week weeks month months year years
   utc gmt`.split(/\s+/),
);
const LONGEST = 200;
const NUMBER = /^\d+(?:st|nd|rd|th|am|pm|h|z)?$/;
/** "4:55 PM MYT": the name of a zone, which follows a time. */
const ZONE = /(?<=\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)? ?)\(?[A-Z]{2,5}\b\)?/gi;

/** Whether a line says nothing but who put an article up and when: "Ida Orr | Published 1 day ago". */
export function isSignature(line: string, names: readonly string[]): boolean {
  if (line.length > LONGEST || !/\d/.test(line)) return false;
  const known = new Set(names.flatMap(wordsOf));
  const words = wordsOf(line.replace(ZONE, ' '));
  const isDated =
    words.some((word) => DATE_WORDS.has(word) && word.length > 1) && words.some((word) => NUMBER.test(word));
  return isDated && words.every((word) => NUMBER.test(word) || DATE_WORDS.has(word) || known.has(word));
}

/** How a note on a writer goes on behind the name. */
const ABOUT = new RegExp(
  '^ (?:is (?:an?|the|based|currently)|was (?:an?|the)|covers|writes|reports|works|joined' +
    String.raw`|has (?:been|covered|reported|worked|written))\b`,
);

/** Whether a paragraph behind the text tells who one of its writers is: "Ida Orr covers ferries for the Post." */
export function isAboutWriter(paragraph: string, by: string): boolean {
  return by
    .split(/, /)
    .flatMap((name) => (name.includes(' ') ? [name, name.split(' ', 1)[0] ?? name] : []))
    .some((name) => paragraph.startsWith(name) && ABOUT.test(paragraph.slice(name.length)));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+|\d+\p{L}*/gu) ?? [];
}
