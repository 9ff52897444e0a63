/** Questions that a figure answers. */
const ASKS_FOR_FIGURE =
  /\b(?:how (?:many|much|big|large|high|long|far|old|often)|number of|what (?:share|percentage|proportion|figure))\b/i;
const NUMBER = /\d[\d.,]*\d|\d/g;
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Dates are figures of another kind: "20 November 2024", "since 2022". */
const DATE = new RegExp(
  `\\b\\d{1,2} (?:${MONTH})\\b|\\b(?:${MONTH}) \\d{1,2}\\b|\\b(?:1[6-9]|20)\\d\\d\\b`,
  'g',
);
const YEAR = /\b(?:1[6-9]|20)\d\d\b/g;

/** Whether a figure answers a question. */
export function asksForFigure(question: string): boolean {
  return ASKS_FOR_FIGURE.test(question);
}

/** Whether two texts give figures and have none in common. */
export function giveOtherFigures(a: string, b: string): boolean {
  const [ofA, ofB] = [figuresIn(a), figuresIn(b)];
  return ofA.size > 0 && ofB.size > 0 && [...ofA].every((figure) => !ofB.has(figure));
}

/** What was counted in 2022 does not dispute what was counted in 2023. */
export function speakOfOtherYears(a: string, b: string): boolean {
  const [yearsOfA, yearsOfB] = [yearsIn(a), yearsIn(b)];
  return yearsOfA.size > 0 && yearsOfB.size > 0 && [...yearsOfA].every((year) => !yearsOfB.has(year));
}

function yearsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(YEAR) ?? []);
}

/** The numbers of a text that are no dates, without the commas in them. */
export function figuresIn(text: string): ReadonlySet<string> {
  const figures = text.replace(DATE, ' ').match(NUMBER) ?? [];
  return new Set(figures.map((figure) => figure.replaceAll(',', '')));
}
