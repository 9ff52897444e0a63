import { contentWords, WORD_CLASS, wordClasses } from '../search/index.ts';
import type { Named } from './question-part.ts';

/** Words with a capital that stand together, small words of a name between them: `Ministry of Defence`. */
const CAPITALISED = /\p{Lu}[\p{L}\p{M}-]+(?:(?: (?:of|the|de|van|von))* \p{Lu}[\p{L}\p{M}-]+)*/gu;
/** Behind these a capital is no more than the beginning of a sentence. */
const BEGINS = /(?:^|[.!?:;“"(\n]\s{0,2}|^[-–] )$/u;
const ACRONYM = /^\p{Lu}{3,}$/u;

/**
 * The persons, organisations and places that a text names, as its capitals and the classes of its words tell. A single
 * word at the beginning of a sentence is taken for none. Titles ("Ottawa Convention") are left out: often two name one.
 */
export function namesIn(text: string): readonly Named[] {
  return [...text.matchAll(CAPITALISED)].flatMap(({ 0: run, index }) => {
    const isStart = BEGINS.test(text.slice(Math.max(0, index - 3), index));
    const all = run.split(' ');
    // Grammar at the beginning of a sentence is no part of a name: "Is Moscow".
    const words = all.slice(all.findIndex((word) => contentWords(word).size > 0));
    const isOpening = isStart && all.length === 1 && !ACRONYM.test(run);
    return isOpening ? [] : (nameOf(words) ?? []);
  });
}

/** The person who is named first where a speaker is told: `Jody Williams, Nobel laureate`. */
export function speakerIn(attribution: string): Named | undefined {
  const [name = ''] = attribution.split(',');
  const words = name.trim().split(' ');
  return isPerson(words) ? person(words) : undefined;
}

const NO_NAME = WORD_CLASS.date | WORD_CLASS.asking | WORD_CLASS.role;

const hasClass = (word: string, bit: number) => (wordClasses()(word.toLowerCase()) & bit) !== 0;

function nameOf(words: readonly string[]): Named | undefined {
  if (isPerson(words)) return person(words);
  const forms = [words.join(' ')];
  const last = words.at(-1) ?? '';
  if (words.some((each) => hasClass(each, NO_NAME))) return undefined;
  if (hasClass(last, WORD_CLASS.organisation) || (words.length === 1 && ACRONYM.test(last)))
    return { kind: 'organisation', sort: '', forms };
  return hasClass(last, WORD_CLASS.place) ? { kind: 'place', sort: '', forms } : undefined;
}

/** Two words or three, of which the first is a first name. */
function isPerson(words: readonly string[]): boolean {
  const [first = ''] = words;
  return (words.length === 2 || words.length === 3) && hasClass(first, WORD_CLASS.firstName);
}

function person(words: readonly string[]): Named {
  return { kind: 'person', sort: '', forms: [words.join(' '), words.at(-1) ?? ''] };
}
