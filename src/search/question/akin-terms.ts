import { akinWords } from '../analysis/akin-words.ts';
import { stem } from '../analysis/stem.ts';
import { type AkinTerm, isWrittenAsName, type KnownWords, type TypedWord } from './question.ts';

/**
 * Terms of the corpus that stand in the same texts as a word, the nearest first. A name is akin to nothing.
 * @param form the word that was meant, where another was typed
 */
export function akinTerms(
  typed: TypedWord,
  form: string,
  known: Pick<KnownWords, 'termOfStem'>,
): readonly AkinTerm[] {
  if (isWrittenAsName(typed)) return [];
  return akinWords(stem(form)).flatMap(({ root, likeness }) => {
    const term = known.termOfStem(root);
    return term < 0 ? [] : [{ term, likeness }];
  });
}
