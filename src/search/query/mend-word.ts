import { STOP_WORDS } from '../text/stop-words.ts';
import type { Language } from './language.ts';
import { isWrittenAsName, type TypedWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

const sorted = (word: string) => [...word].sort().join('');

/** Words of three letters and more; of shorter ones every slip is another word. */
const MENDED = [...STOP_WORDS, 'many', 'much', 'long', 'name'].filter((word) => word.length >= 3);
const byLetters = new Map(MENDED.map((word) => [sorted(word), word]));

/** What `which`, `where`, `when` become with a letter lost. */
const LOST_LETTER: ReadonlyMap<string, string> = new Map(
  ['what', 'which', 'where', 'when', 'who', 'why', 'how', 'many', 'does', 'whose'].flatMap((word) =>
    word.length < 4
      ? []
      : [...word].map((_, i): [string, string] => [word.slice(0, i) + word.slice(i + 1), word]),
  ),
);

/**
 * The grammar word that an unknown word was meant for, or the word itself: the same letters in another order
 * (`waht`, `teh`), or a question word with a letter lost (`wich`, `wher`).
 */
function mendGrammarWord(form: string): string {
  if (form.length < 3) return form;
  return byLetters.get(sorted(form)) ?? LOST_LETTER.get(form) ?? form;
}

const QUESTION_WORDS = ['what', 'which', 'where', 'when', 'who', 'why', 'how'];

/** A question word and the word that was typed on to it: `howmany`, `whatis`. */
function partQuestionWord(form: string, { words }: Language): readonly [string, string] | undefined {
  for (const asking of QUESTION_WORDS) {
    const rest = form.slice(asking.length);
    if (form.startsWith(asking) && (STOP_WORDS.has(rest) || (rest.length >= 4 && words.isCommon(rest))))
      return [asking, rest];
  }
  return undefined;
}

/**
 * The words that a word was meant for, as far as English tells: a word that the corpus lacks, and that is no word, was
 * mistyped. Where the corpus holds a word one slip away, that one is meant, and it is left for the corpus to say; so is
 * what is written like a name.
 */
export function mendWord(
  typed: Pick<TypedWord, 'form' | 'position' | 'spelling' | 'isOfDoubleName'>,
  vocabulary: Vocabulary,
): readonly string[] {
  const { form, isOfDoubleName } = typed;
  const { language } = vocabulary;
  if (isOfDoubleName) return [form];
  if (STOP_WORDS.has(form) || vocabulary.termOf(form) >= 0 || vocabulary.names.isOfCountry(form))
    return [form];
  const grammar = mendGrammarWord(form);
  if (grammar !== form || language.words.isCommon(form)) return [grammar];
  if (isWrittenAsName(typed) || vocabulary.hasNear(form)) return [form];
  return partQuestionWord(form, language) ?? [language.words.commonNear(form) ?? form];
}
