import { monthOf } from '../text/months.ts';
import { isOrdinal } from '../text/number-words.ts';
import { SPELLING } from '../text/split-words.ts';
import { WORD_CLASS, wordClasses } from '../text/word-classes.ts';
import type { NameLabel, QueryTerm } from './query.ts';

const has = ({ spelling }: Pick<QueryTerm, 'spelling'>, bits: number) => (spelling & bits) !== 0;

/** Whether a word, by its spelling, can label the name before it: a number, a numeral, a code, a single letter. */
function canLabel(term: QueryTerm): boolean {
  if (has(term, SPELLING.year)) return false;
  return has(term, SPELLING.digits | SPELLING.nominal | SPELLING.code) || /^[b-z]$/.test(term.typed);
}

/** Whether numbers behind a word are labels: in "killed 407" they count something. */
const isNumbered = (term: QueryTerm) =>
  has(term, SPELLING.capital) || (wordClasses()(term.typed) & WORD_CLASS.series) !== 0;

/** Whether a word can be a number that counts: neither `B12`, nor `B`, nor the `VIII` of a name. */
const mayCount = (term: QueryTerm) => has(term, SPELLING.digits) && !has(term, SPELLING.nominal);

/** The labels of names in a question. */
export function findNameLabels(terms: readonly QueryTerm[]): readonly NameLabel[] {
  const numbers = new Map(terms.map(({ position }, number) => [position, number]));
  return terms.flatMap((term, label): readonly NameLabel[] => {
    const before = numbers.get(term.position - 1) ?? -1;
    const behind = numbers.get(term.position + 1) ?? -1;
    const [named, next] = [terms[before], terms[behind]];
    if (isOrdinal(term.typed)) return next ? [{ label, named: behind, isBefore: true }] : [];
    if (!named || !canLabel(term) || /\d/.test(named.typed) || monthOf(named.typed) >= 0) return [];
    return mayCount(term) && !isNumbered(named) ? [] : [{ label, named: before, isBefore: false }];
  });
}
