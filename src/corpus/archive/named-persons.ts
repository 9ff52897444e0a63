import { everyMatch } from './every-match.ts';
import { anyOf, isPersonName, NAME, OFFICE, trimName } from './person-name.ts';

/** Bodies speak through somebody else. */
const BODY = new RegExp(
  String.raw`(?:^| )${anyOf(`
  Council Party Ministry Inc Ltd Corp Company Co
  University Police Government Committee Court Post Times
  Union Office Agency Association Group Club Bank Institute Department Authority Commission Parliament Senate
  Congress House Board School College Courier Herald Gazette Tribune News Army Navy Forces? Services?`)}\.?$`,
  'u',
);

const RUN = new RegExp(`(?<![\\p{L}.’'-])${NAME}`, 'gu');
const IN_PLACE = /\b(?:in|at|on|near|from|of|since|until|by|late|early|last|next) (?:the )?$/i;
/** The longest of the words before. */
const PLACE_LENGTH = 12;
const AT_START = new RegExp(`^${OFFICE}$`, 'u');

/** "His deputy, Ida Orr": two persons. */
const OF_ANOTHER = /\b(?:his|her|their)\b/i;

interface NamedPerson {
  readonly name: string;
  readonly index: number;
}

/** What may be names of persons in a sentence: capitalised words that tell no place or time. Rather too many. */
function findNames(sentence: string): readonly NamedPerson[] {
  const names: NamedPerson[] = [];
  for (const { 0: name, index } of everyMatch(sentence, RUN)) {
    const isPlaceOrTime = IN_PLACE.test(sentence.slice(Math.max(0, index - PLACE_LENGTH), index));
    if (isPersonName(name) && !isPlaceOrTime) names.push({ name: trimName(name), index });
  }
  return names;
}

/**
 * The one person whom a sentence is about: named first, by more than one word, and nobody beside. Undefined when it
 * may be another, as with two names.
 */
export function findOnlyPerson(sentence: string): string | undefined {
  const [first, second] = findNames(sentence);
  if (!first || second || !first.name.includes(' ') || BODY.test(first.name)) return undefined;
  const before = sentence.slice(0, first.index);
  return AT_START.test(before) && !OF_ANOTHER.test(before) ? first.name : undefined;
}

/** Whether a sentence may name somebody beside this person. */
export function namesOthers(sentence: string, person: string): boolean {
  const own = new Set(person.split(' '));
  return findNames(sentence).some(({ name }) =>
    name.split(' ').every((word) => !own.has(word.replace(/['’]s$/, ''))),
  );
}
