import { fold, WORD_CLASS, wordClasses } from '../search/index.ts';

const WORD = /\p{L}+/gu;
/** Behind it stands what the subject is compared with: "fewer than Syria", but not "more than 1,000". */
const COMPARISON = /\bthan\b(?! \d)/i;

/** So many letters tell one place from most others, and its people from none: `Syria`, `Syrians`. */
const TELLING_LETTERS = 5;

/** The countries, peoples and capitals that a text names, by their first letters. */
function placesIn(text: string): ReadonlySet<string> {
  const words = (text.match(WORD) ?? []).map(fold);
  const places = words.filter((word) => (wordClasses()(word) & WORD_CLASS.place) !== 0);
  return new Set(places.map((place) => place.slice(0, TELLING_LETTERS)));
}

const shareAny = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((place) => b.has(place));

/**
 * Whether two texts tell of one place, or of none: a count of one country is no earlier count of the world. Where the
 * question and the first name a place, the second must name it too, and not only be compared with it.
 */
export function isOfSamePlace(a: string, b: string, question: string): boolean {
  const [ofA = '', ofB = ''] = [a, b].map((text) => text.split(COMPARISON, 1)[0]);
  const [asked, placesOfA, placesOfB] = [placesIn(question), placesIn(ofA), placesIn(ofB)];
  if (shareAny(asked, placesOfA)) return shareAny(asked, placesOfB);
  return placesOfA.size === 0 ? placesOfB.size === 0 : shareAny(placesOfA, placesOfB);
}
