import { isDoubleName, isFirstName } from './double-name.ts';
import type { NamePair, QueryTerm } from './query.ts';

/** Longer words that are English are no names that somebody has: Walter Reed Hospital. */
const LONGEST_NAME = 3;

const toWord = ({ typed, spelling }: QueryTerm) => ({ form: typed, spelling });
const isGivenName = ({ typed, isEnglish }: QueryTerm) =>
  !isEnglish || typed.length <= LONGEST_NAME || isFirstName({ form: typed });

/**
 * The neighbours among the words of a question that are, or may be, two parts of a name: joined by a hyphen, or beside
 * a first name.
 */
export function findNamePairs(terms: readonly QueryTerm[]): readonly NamePair[] {
  const numbers = new Map(terms.map(({ position }, number) => [position, number]));
  const words = terms.map(toWord);
  return terms.flatMap((term, second) => {
    const at = (distance: number) => numbers.get(term.position + distance) ?? -1;
    const [before, first, behind] = [at(-2), at(-1), at(1)];
    const [wordBefore, wordFirst, wordSecond] = [words[before], words[first], words[second]];
    if (!wordFirst || !wordSecond) return [];
    const isJoined = isDoubleName(wordBefore, wordFirst, wordSecond);
    const isBesideName = isFirstName(wordFirst) || (wordBefore !== undefined && isFirstName(wordBefore));
    const pair = { before, first, second, behind, isJoined, isGivenName: isGivenName(term) };
    return isJoined || isBesideName ? [pair] : [];
  });
}
