import { type EnglishWords, readEnglishWords } from '../spelling/english-words.ts';
import { type Country, readCountries } from '../text/countries.ts';
import { once } from '../text/memo.ts';
import { type RelatedTerms, readRelatedTerms } from '../text/related-terms.ts';
import { readStateCodes, readSynonyms, type Synonyms } from '../text/synonyms.ts';
import { noWordVectors, readWordVectors, type WordVectors } from '../text/word-vectors.ts';

/** Whether word vectors are read. */
export interface SimilarityOptions {
  /** @default they are */
  readonly similarity?: 'off' | undefined;
}

/** What is known of English and of the world beyond what is on file. */
export interface Language {
  readonly words: EnglishWords;
  readonly synonyms: Synonyms;
  readonly stateCodes: ReadonlyMap<string, string>;
  readonly relatedTerms: RelatedTerms;
  readonly vectors: WordVectors;
  readonly countries: readonly Country[];
}

const wordVectors = once(readWordVectors);

/** All of it but the word vectors, which take the most memory. */
const readRest = once(
  (): Omit<Language, 'vectors'> => ({
    words: readEnglishWords(),
    synonyms: readSynonyms(),
    stateCodes: readStateCodes(),
    relatedTerms: readRelatedTerms(),
    countries: readCountries(),
  }),
);

/** Reads all of it in a tenth of a second. A thread that only indexes needs none of it. */
export const readLanguage = ({ similarity }: SimilarityOptions = {}): Language => ({
  ...readRest(),
  vectors: similarity === 'off' ? noWordVectors() : wordVectors(),
});
