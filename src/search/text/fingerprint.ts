import { createHash } from 'node:crypto';
import { readDataBytes } from './data-files.ts';
import { MONTH_FORMS } from './months.ts';
import { BASE_FORMS, stem } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';
import { tokenise } from './tokenise.ts';
import { UNITS } from './units.ts';
import { wordClasses } from './word-classes.ts';

/**
 * Everything that is read in a way of its own: numbers, numerals, decades, dates, codes, acronyms, possessives,
 * accents, hyphens, other scripts.
 */
const SAMPLE = `On 2024-11-05, the U.N.'s Kyïv office counted 1,000 land-mines, twenty-five per cent of $5m (11.7%) and
  one hundred and fifty ½-kilo shells on the 20th of November; O'Brien’s organised défense, 5km away since the
  twenty-first, didn't. 地雷 №3 ﬁre?
  Henry VIII, Karl the Fifteenth and Pius XI flew F-16s, B52s and an A320neo in the Second World War and the '90s for
  AT&T. Jong-un
  Ministers died in invasions of US and British cities, was it red because January's first president won the analyses.`;

/**
 * Tells whether two versions of factdesk read words alike: an index that was built by reading them otherwise finds
 * less, and has to be built again.
 */
export function fingerprintAnalysis(): string {
  const classOf = wordClasses();
  const hash = createHash('sha256');
  const note = (form: string) =>
    hash.update(`${form} ${stem(form)} ${classOf(form)} ${STOP_WORDS.has(form)}\n`);
  tokenise(SAMPLE, (form, start, end, spelling) => {
    hash.update(`${start} ${end} ${spelling} `);
    note(form);
  });
  const lists = [STOP_WORDS, BASE_FORMS.keys(), MONTH_FORMS, ...Object.values(UNITS)];
  for (const list of lists) for (const form of list) note(form);
  // What stands before a numeral tells whether it is one.
  hash.update(readDataBytes('word-classes.txt'));
  return hash.digest('hex').slice(0, 16);
}
