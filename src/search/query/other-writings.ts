import { ordinalValue } from '../text/number-words.ts';
import { nominalForm } from '../text/numerals.ts';
import type { TypedWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A number that counts as the numeral that it may be, and the other way round: `8`, `eighth` and `#8`. */
function othersOf(form: string): readonly string[] {
  const ordinal = ordinalValue(form);
  if (ordinal !== undefined) return [nominalForm(ordinal)];
  if (/^[1-9]\d?$/.test(form)) return [nominalForm(form)];
  const [, numeral] = /^#(\d+)$/.exec(form) ?? [];
  return numeral === undefined ? [] : [numeral];
}

/** The word that a number stands behind: `Henry` in `Henry the Eighth` and `Henry 8`. */
function wordNumbered(words: readonly TypedWord[], at: number): TypedWord | undefined {
  const before = words[at - 1];
  return before?.form === 'the' ? words[at - 2] : before;
}

/** Other writings of a number, where the corpus writes them behind the same word, or that word is mistyped. */
function numbersFor(words: readonly TypedWord[], at: number, vocabulary: Vocabulary): readonly string[] {
  const others = othersOf(words[at]?.form ?? '');
  const numbered = others.length === 0 ? undefined : wordNumbered(words, at);
  if (!numbered) return [];
  const term = vocabulary.termOf(numbered.form);
  return others.filter((other) => term < 0 || vocabulary.standTogether(term, vocabulary.termOfForm(other)));
}

/** The tens and twenties may be of either century: `20s` is `1920s` or `2020s`. */
function decadesFor(form: string): readonly string[] {
  const [, century, decade] = /^(19|20)?([12]0s)$/.exec(form) ?? [];
  if (decade === undefined) return [];
  return century === undefined ? [`19${decade}`, `20${decade}`] : [decade];
}

/** Initials with `and` between them, as the one word that they are with a sign: `at and t`, `AT&T`. */
function initialsOf(words: readonly TypedWord[], at: number): readonly string[] {
  if (words[at - 1]?.form !== 'and') return [];
  const [first, last] = [words[at - 2]?.form ?? '', words[at]?.form ?? ''];
  return /^[a-z]{2}$/.test(first) && /^[a-z]$/.test(last) ? [first + last] : [];
}

/** Marks the words of a question that the corpus writes otherwise, and that mean the same: see `TypedWord`. */
export function markOtherWritings(words: readonly TypedWord[], vocabulary: Vocabulary): readonly TypedWord[] {
  return words.map((word, at) => {
    const otherwise = [
      ...numbersFor(words, at, vocabulary),
      ...decadesFor(word.form),
      ...initialsOf(words, at),
    ];
    return otherwise.length === 0 ? word : { ...word, otherwise };
  });
}
