import { STOP_WORDS } from '../analysis/stop-words.ts';
import { commonWordNear, isCommonWord } from '../spelling/english-words.ts';
import { mendGrammarWord, partQuestionWord } from './grammar-words.ts';
import { isWrittenAsName, type KnownWords, type TypedWord } from './question.ts';

/**
 * The words that a word was meant for, as far as English tells: a word that the corpus lacks, and that is no word, was
 * mistyped. Where the corpus holds a word one slip away, that one is meant, and it is left for the corpus to say; so is
 * what is written like a name.
 */
export function mendWord(
  typed: Pick<TypedWord, 'form' | 'position' | 'spelling'>,
  known: KnownWords,
): readonly string[] {
  const { form } = typed;
  if (STOP_WORDS.has(form) || known.termOf(form) >= 0 || known.names.isOfCountry(form)) return [form];
  const grammar = mendGrammarWord(form);
  if (grammar !== form || isCommonWord(form)) return [grammar];
  if (isWrittenAsName(typed) || known.hasNear(form)) return [form];
  return partQuestionWord(form) ?? [commonWordNear(form) ?? form];
}
