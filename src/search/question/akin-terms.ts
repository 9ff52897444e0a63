import { stem } from '../text/stem.ts';
import { type AkinTerm, isWrittenAsName, type KnownWords, type TypedWord } from './question.ts';

/**
 * Terms of the corpus that stand in the same texts as a word, the nearest first. A name is akin to nothing.
 * @param form the word that was meant, where another was typed
 */
export function akinTerms(
  typed: TypedWord,
  form: string,
  { language, termOfStem }: Pick<KnownWords, 'language' | 'termOfStem'>,
): readonly AkinTerm[] {
  if (isWrittenAsName(typed)) return [];
  return language.relatedTerms.of(stem(form)).flatMap(({ root, similarity: likeness }) => {
    const term = termOfStem(root);
    return term < 0 ? [] : [{ term, likeness }];
  });
}
