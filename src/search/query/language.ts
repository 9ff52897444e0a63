import { once } from '../../memo.ts';
import { type WordTable, WordTableBuilder } from '../columns/word-table.ts';
import { type EnglishWords, readEnglishWords } from '../spelling/english-words.ts';
import { type Country, readCountries } from '../text/countries.ts';
import { type RelatedTerms, readRelatedTerms } from '../text/related-terms.ts';
import { readStateCodes, readSynonyms, type Synonyms } from '../text/synonyms.ts';
import { noWordVectors, readWordVectors, type WordVectors } from '../text/word-vectors.ts';

/** Whether word vectors are read. */
export interface SimilarityOptions {
  /** @default they are */
  readonly similarity?: 'off' | undefined;
}

/** Word vectors that all segments look their stems up in. */
export interface SharedVectors extends WordVectors {
  /** The same stems, by the same numbers. Made when it is first asked for. */
  readonly rootTable: () => WordTable;
}

/** What is known of English and of the world beyond what is on file. */
export interface Language {
  readonly words: EnglishWords;
  readonly synonyms: Synonyms;
  readonly stateCodes: ReadonlyMap<string, string>;
  readonly relatedTerms: RelatedTerms;
  readonly vectors: SharedVectors;
  readonly countries: readonly Country[];
}

function share(vectors: WordVectors): SharedVectors {
  const rootTable = once(() => {
    const builder = new WordTableBuilder();
    for (const root of vectors.roots) builder.add(root);
    return builder.finish();
  });
  return { ...vectors, rootTable };
}

const wordVectors = once(() => share(readWordVectors()));

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
  vectors: similarity === 'off' ? share(noWordVectors()) : wordVectors(),
});
