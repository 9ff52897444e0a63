import type { SynonymRule } from '../corpus/index.ts';
import { type CorpusStatistics, wordsElsewhere } from './indexing/corpus-statistics.ts';
import { type OpenSegment, standTogether } from './indexing/segment.ts';
import { SharedLexicon } from './indexing/shared-lexicon.ts';
import { wordsOfSegment } from './indexing/word-source.ts';
import { asPart } from './on-part.ts';
import { type Language, readLanguage, type SimilarityOptions } from './query/language.ts';
import { localiseQuery } from './query/localise-query.ts';
import { mendText } from './query/mend-text.ts';
import { createNameBook } from './query/name-book.ts';
import { type ParsedQuery, parseQuery } from './query/parse-query.ts';
import type { Assumption, Query } from './query/query.ts';
import { readQuery } from './query/read-query.ts';
import { createVocabulary, type SegmentedVocabulary } from './query/vocabulary.ts';
import { RankedHit } from './ranked-hit.ts';
import { createQueryContext } from './ranking/query-context.ts';
import { newestWithin, rank } from './ranking/rank.ts';
import { createSegmentContext, type SegmentContext } from './ranking/segment-context.ts';
import { acceptFor } from './retrieval/filter-passages.ts';
import { heldWithin } from './retrieval/held-within.ts';
import { notingPairs, wantedFor } from './retrieval/wanted-passages.ts';
import type { SearchIndex, SearchOptions, SearchResult } from './search-index.ts';
import { type CountryAt, readCountryNames } from './text/country-names.ts';
import { fold } from './text/fold.ts';

/** How segments are searched. */
export interface IndexOptions extends SimilarityOptions {
  /** What is known of passages that lie elsewhere. @default there are none */
  readonly elsewhere?: CorpusStatistics | undefined;
}

/** A search of some segments. */
export interface Search extends Pick<SearchIndex, 'search' | 'mend' | 'wanted'> {
  /** The same with a segment of passages that were fetched from elsewhere, where they are counted. */
  beside(fetched: OpenSegment): Search;
}

/** A segment in its place. */
interface Place {
  readonly segment: OpenSegment;
  readonly context: SegmentContext;
  /** Tells the number there of a word that all segments number; -1 when the segment lacks it. */
  readonly numberIn: (id: number) => number;
}

/** What is read of the whole corpus. What it remembers of words is the same for every question. */
interface WholeCorpus {
  readonly language: Language;
  readonly countryAt: CountryAt;
  readonly sharedLexicon: SharedLexicon;
  readonly vocabulary: SegmentedVocabulary;
  readonly places: readonly Place[];
  /** Whether passages that lie elsewhere hold a term; not -1. */
  readonly isElsewhere: (term: number) => boolean;
}

/** A search that remembers of words what is the same for every question. */
export function openSearch(
  segments: readonly OpenSegment[],
  synonyms: readonly SynonymRule[],
  { elsewhere, ...similarity }: IndexOptions,
): Search {
  const language = readLanguage(similarity);
  const here = segments.map(wordsOfSegment);
  const there = elsewhere && wordsElsewhere(elsewhere);
  const sharedLexicon = new SharedLexicon(there ? [...here, there] : here);
  const vocabulary = createVocabulary(segments, sharedLexicon, {
    language,
    names: createNameBook(language.countries, synonyms),
    passagesElsewhere: elsewhere?.passages,
  });
  const places = segments.map((segment, place) => ({
    segment,
    context: createSegmentContext(segment, language.vectors, (term) => vocabulary.idfIn(place, term)),
    numberIn: sharedLexicon.numbersIn(place),
  }));
  const countryAt = readCountryNames(language.countries);
  const numberThere = sharedLexicon.numbersIn(here.length);
  const isElsewhere = (term: number) => term >= 0 && (there?.holdersOf(numberThere(term)) ?? 0) > 0;
  return createSearch({ language, countryAt, sharedLexicon, vocabulary, places, isElsewhere });
}

function createSearch(corpus: WholeCorpus): Search {
  const { vocabulary, sharedLexicon, isElsewhere } = corpus;
  const read = (text: string, now: Date | undefined) => {
    const parsed = parseQuery(text, now);
    return { parsed, query: readQuery(parsed.text, vocabulary) };
  };
  return {
    search: (text, options = {}) => {
      const { parsed, query } = asPart('reading', options.onPart, () => read(text, options.now));
      return searchFor({ parsed, query }, corpus, options);
    },
    mend(text, { now } = {}) {
      const { parsed, query } = read(text, now);
      return mendText(parsed.text, query.assumptions);
    },
    wanted(text, { now, ...within } = {}) {
      const parsed = parseQuery(text, now);
      const { noting, pairs } = notingPairs(vocabulary, isElsewhere);
      const query = readQuery(parsed.text, noting);
      return wantedFor({ query, pairs, parsed }, { lexicon: sharedLexicon, idfOf: vocabulary.idfOf }, within);
    },
    beside: (fetched) => createSearch(withFetched(corpus, fetched)),
  };
}

/** The corpus with passages at hand that are counted elsewhere. The memory of the rest is shared. */
function withFetched(corpus: WholeCorpus, segment: OpenSegment): WholeCorpus {
  const { language, sharedLexicon, vocabulary, places } = corpus;
  const { lexicon } = segment.index;
  const idfOf = (term: number) => vocabulary.idfOfRoot(lexicon.wordOf(term));
  const numberIn = (id: number) => lexicon.idOf(sharedLexicon.wordOf(id));
  const context = createSegmentContext(segment, language.vectors, idfOf);
  const areTogether: SegmentedVocabulary['standTogether'] = (first, second) =>
    vocabulary.standTogether(first, second) ||
    (first >= 0 && second >= 0 && standTogether(segment, numberIn(first), numberIn(second)));
  return {
    ...corpus,
    vocabulary: { ...vocabulary, standTogether: areTogether },
    places: [...places, { segment, context, numberIn }],
  };
}

function searchFor(
  { parsed, query }: { readonly parsed: ParsedQuery; readonly query: Query },
  { countryAt, places, sharedLexicon }: WholeCorpus,
  { limit = 10, listLimit = limit, topics, except, vector, onPart }: SearchOptions,
): SearchResult {
  const searchedFor = (term: number) => wordsOf(query.terms[term], sharedLexicon);
  const searches = places.map(({ segment, context, numberIn }) => ({
    context: createQueryContext(context, localiseQuery(query, numberIn), {
      vector,
      phrases: parsed.phrases,
    }),
    accepts: acceptFor(segment, { ...parsed, topics, except }),
  }));
  const segments = places.map(({ segment }) => segment);
  const mayBeNamed = topics === undefined ? () => true : heldWithin(segments, topics);
  const find = query.terms.length === 0 && parsed.filters.length > 0 ? newestWithin : rank;
  const most = query.asksForList ? listLimit : limit;
  const ranked = asPart('search', onPart, () => find(searches, most));
  return {
    hits: ranked
      .slice(0, most)
      .map((one) => new RankedHit(one, { text: parsed.text, searchedFor, countryAt })),
    assumptions: [...parsed.dates, ...toldAssumptions(parsed, query, mayBeNamed)],
    asksFor: query.expected.type,
    asksForList: query.asksForList,
    asksForLatest: query.asksForLatest,
    askedWords: query.terms.length,
    parsed,
  };
}

/** What was assumed and may be told: not of words of a phrase that must stand there to the letter. */
function toldAssumptions(
  { phrases, mustHoldPhrases }: ParsedQuery,
  { assumptions }: Query,
  mayBeNamed: (meant: string) => boolean,
): readonly Assumption[] {
  const isToTheLetter = (typed: string) =>
    mustHoldPhrases && phrases.some((phrase) => fold(phrase).includes(typed));
  return assumptions.filter(({ typed, searchedFor }) => !isToTheLetter(typed) && mayBeNamed(searchedFor));
}

/** The words that a term of a question was searched for as. */
function wordsOf(term: Query['terms'][number] | undefined, lexicon: SharedLexicon): string[] {
  const alternatives = term?.alternatives ?? [];
  return alternatives.flatMap(
    ({ term: stem, names }) => names?.map(({ written }) => written) ?? lexicon.wordOf(stem),
  );
}
