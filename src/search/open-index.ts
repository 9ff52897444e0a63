import type { Passage, SynonymRule } from '../corpus/index.ts';
import { catalogueOf } from './catalogue.ts';
import { buildIndex } from './indexing/build-index.ts';
import { type OpenSegment, openSegment, type Segment, sizeOf } from './indexing/segment.ts';
import { SharedLexicon } from './indexing/shared-lexicon.ts';
import { asPart } from './on-part.ts';
import { readLanguage, type SimilarityOptions } from './query/language.ts';
import { localiseQuery } from './query/localise-query.ts';
import { mendText } from './query/mend-text.ts';
import { createNameBook } from './query/name-book.ts';
import { type ParsedQuery, parseQuery } from './query/parse-query.ts';
import type { Assumption, Query } from './query/query.ts';
import { readQuery } from './query/read-query.ts';
import { createVocabulary } from './query/vocabulary.ts';
import { RankedHit } from './ranked-hit.ts';
import { createQueryContext } from './ranking/query-context.ts';
import { newestWithin, rank } from './ranking/rank.ts';
import { createSegmentContext } from './ranking/segment-context.ts';
import { acceptFor } from './retrieval/filter-passages.ts';
import { heldWithin } from './retrieval/held-within.ts';
import type { SearchIndex } from './search-index.ts';
import { readCountryNames } from './text/country-names.ts';
import { fold } from './text/fold.ts';

/** Builds the index of a corpus. Built once, then only asked. */
export function createIndex(passages: Iterable<Passage>, synonyms: readonly SynonymRule[] = []): SearchIndex {
  return openIndex([{ columns: buildIndex(passages) }], synonyms);
}

/**
 * Makes segments that were built, or read from a snapshot, ready to be asked as one: what is found, and every score,
 * is the same as if all passages that are left stood in one index, in the order of the segments. Synonyms are looked
 * up when a question is read, so that other ones need no other index.
 */
export function openIndex(
  segments: readonly Segment[],
  synonyms: readonly SynonymRule[] = [],
  options: SimilarityOptions = {},
): SearchIndex {
  const open = segments.map(openSegment);
  let search = openSearch(open, synonyms, options);
  return {
    size: open.reduce((sum, segment) => sum + sizeOf(segment), 0),
    ...catalogueOf(open),
    search: (text, options) => search.search(text, options),
    mend: (text, options) => search.mend(text, options),
    reopen() {
      search = openSearch(open, synonyms, options);
    },
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

/** A search that remembers of words what is the same for every question. */
function openSearch(
  segments: readonly OpenSegment[],
  synonyms: readonly SynonymRule[],
  options: SimilarityOptions,
): Pick<SearchIndex, 'search' | 'mend'> {
  const sharedLexicon = new SharedLexicon(segments);
  const language = readLanguage(options);
  const countryAt = readCountryNames(language.countries);
  const names = createNameBook(language.countries, synonyms);
  const vocabulary = createVocabulary(segments, sharedLexicon, { language, names });
  const places = segments.map((segment, place) => ({
    segment,
    context: createSegmentContext(segment, language.vectors, (term) => vocabulary.idfIn(place, term)),
  }));
  const read = (text: string, now: Date | undefined) => {
    const parsed = parseQuery(text, now);
    return { parsed, query: readQuery(parsed.text, vocabulary) };
  };
  const mend: SearchIndex['mend'] = (text, { now } = {}) => {
    const { parsed, query } = read(text, now);
    return mendText(parsed.text, query.assumptions);
  };
  const search: SearchIndex['search'] = (
    text,
    { limit = 10, listLimit = limit, topics, except, now, vector, onPart } = {},
  ) => {
    const { parsed, query } = asPart('reading', onPart, () => read(text, now));
    const searchedFor = (term: number) => wordsOf(query.terms[term], sharedLexicon);
    const searches = places.map(({ segment, context }, place) => ({
      context: createQueryContext(context, localiseQuery(query, sharedLexicon, place), {
        vector,
        phrases: parsed.phrases,
      }),
      accepts: acceptFor(segment, { ...parsed, topics, except }),
    }));
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
  };
  return { search, mend };
}
