import { type Country, readCountries } from '../analysis/countries.ts';
import { once } from '../analysis/once.ts';
import { type RelatedTerms, readRelatedTerms } from '../analysis/related-terms.ts';
import { readStateCodes, readSynonyms, type Synonyms } from '../analysis/synonyms.ts';
import { readWordVectors, type WordVectors } from '../analysis/word-vectors.ts';
import { type EnglishWords, readEnglishWords } from '../spelling/english-words.ts';

/** What is known of English and of the world beyond what is on file. */
export interface Language {
  readonly words: EnglishWords;
  readonly synonyms: Synonyms;
  readonly stateCodes: ReadonlyMap<string, string>;
  readonly relatedTerms: RelatedTerms;
  readonly vectors: WordVectors;
  readonly countries: readonly Country[];
}

/** Reads all of it, a tenth of a second; a thread that only indexes needs none. */
export const readLanguage = once(
  (): Language => ({
    words: readEnglishWords(),
    synonyms: readSynonyms(),
    stateCodes: readStateCodes(),
    relatedTerms: readRelatedTerms(),
    vectors: readWordVectors(),
    countries: readCountries(),
  }),
);
