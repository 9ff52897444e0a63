import { isCodeLetters } from '../text/codes.ts';
import { ORDINAL_VALUES } from '../text/number-words.ts';
import { nominalForm } from '../text/numerals.ts';
import type { TypedWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a decade without its century may be: the twenties of either century. */
const CENTURIES = ['19', '20'];

/** A number that counts as the numeral that it may be, and the other way round: `8`, `eighth` and `#8`. */
function othersOf(form: string): readonly string[] {
  const ordinal = ORDINAL_VALUES.get(form);
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

const decadesFor = (form: string) =>
  /^[12]0s$/.test(form) ? CENTURIES.map((century) => century + form) : [];

/** Letters and digits that were typed apart, or initials with `and` between them, as the code that they may be. */
function codeOf(words: readonly TypedWord[], at: number): string | undefined {
  const [form, before, first] = [0, 1, 2].map((distance) => words[at - distance]?.form ?? '');
  if (form === undefined || before === undefined || first === undefined) return undefined;
  if (/^\d/.test(form) && isCodeLetters(before)) return before + form;
  return before === 'and' && /^[a-z]{2}$/.test(first) && /^[a-z]$/.test(form) ? first + form : undefined;
}

/** Marks the words of a question that the corpus writes otherwise, and that mean the same: see `TypedWord`. */
export function markOtherWritings(words: readonly TypedWord[], vocabulary: Vocabulary): readonly TypedWord[] {
  return words.map((word, at) => {
    const code = codeOf(words, at);
    const otherwise = [
      ...numbersFor(words, at, vocabulary),
      ...decadesFor(word.form),
      ...(code === undefined ? [] : [code]),
    ];
    return otherwise.length === 0 ? word : { ...word, otherwise };
  });
}
