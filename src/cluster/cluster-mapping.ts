import { fingerprintPassages } from '../corpus/index.ts';
import { fingerprintAnalysis } from '../search/index.ts';
import { GAP } from './cluster-terms.ts';

/** To be raised with every change of the fields below: an index of another version is built anew beside it. */
export const MAPPING_VERSION = 1;

/** How articles are cut and their words read: an index that was built otherwise finds less, or shows other quotes. */
export const readingFingerprint = (): string => `${fingerprintPassages()}${fingerprintAnalysis()}`;

/** The index that this version of factdesk fills. */
export const indexNamed = (name: string): string =>
  `${name}-${MAPPING_VERSION}-${readingFingerprint().slice(0, 6)}${readingFingerprint().slice(16, 22)}`;

/** Beside each index of passages: what is known of whole articles, and the words of the corpus. */
export const notesOf = (index: string): string => `${index}-notes`;

/** What is known of an index as a whole, kept with its mapping. */
export interface IndexMeta {
  readonly mapping: number;
  readonly reading: string;
  /** Absent until all of the archive was written once. */
  readonly contents?: {
    readonly passages: number;
    readonly articles: number;
    /** Which of the lexicons in the notes is in force, and in how many parts. */
    readonly lexicon: string;
    readonly lexiconParts: number;
  };
}

const KEYWORD = { type: 'keyword', ignore_above: 8000 } as const;
const KEPT = { type: 'keyword', index: false, doc_values: false } as const;

/** One document a passage. Terms come analysed by us and are kept in the inverted index alone. */
export const passageMapping = {
  dynamic: 'strict',
  _source: { excludes: ['terms', 'surroundings'] },
  properties: {
    terms: { type: 'text', analyzer: 'terms', similarity: 'sentence' },
    surroundings: { type: 'text', analyzer: 'whitespace', index_options: 'freqs', similarity: 'paragraph' },
    topics: KEYWORD,
    kind: KEYWORD,
    asOf: KEYWORD,
    publisher: KEYWORD,
    article: KEYWORD,
    version: KEYWORD,
    paragraph: KEYWORD,
    placeInParagraph: { type: 'integer' },
    state: KEYWORD,
    embargoedUntil: { type: 'date' },
    expires: { type: 'date' },
    hash: KEPT,
    passage: { type: 'object', enabled: false },
  },
} as const;

/** One document an article that was written, and a few for the words of the corpus. */
export const notesMapping = {
  dynamic: 'strict',
  properties: {
    article: KEYWORD,
    stamp: KEPT,
    passages: { type: 'integer', index: false },
    lexicon: KEYWORD,
    words: { type: 'text', index: false },
  },
} as const;

/** Terms are parted at blanks. Words of grammar leave their places empty, so that what stands side by side is known. */
export const passageAnalysis = {
  analyzer: { terms: { type: 'custom', tokenizer: 'whitespace', filter: ['gaps'] } },
  filter: { gaps: { type: 'stop', stopwords: [GAP] } },
} as const;

/** As src/search weighs a term: by BM25 with these constants, but for the mean length, which is the cluster's own. */
export const passageSimilarity = {
  sentence: { type: 'BM25', k1: 0.9, b: 0.4 },
  paragraph: { type: 'BM25', k1: 0.9, b: 0.6 },
} as const;
