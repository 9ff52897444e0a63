import type { Passage, SynonymRule } from '../corpus/index.ts';
import { catalogueOf } from './catalogue.ts';
import { buildIndex, indexFetched } from './indexing/build-index.ts';
import { type OpenSegment, openSegment, type Segment, sizeOf } from './indexing/segment.ts';
import { type IndexOptions, openSearch, type Search } from './open-search.ts';
import type { SearchIndex } from './search-index.ts';

/** Builds the index of a corpus. Built once, then only asked. */
export function createIndex(passages: Iterable<Passage>, synonyms: readonly SynonymRule[] = []): SearchIndex {
  return openIndex([{ columns: buildIndex(passages) }], synonyms);
}

/**
 * Makes segments that were built, or read from a snapshot, ready to be asked as one: what is found, and every score,
 * is the same as if all passages that are left stood in one index, in the order of the segments. Synonyms are looked
 * up when a question is read, so that other ones need no other index. Passages of which only the statistics are given
 * (`elsewhere`) count in every weight; they are found where they were fetched, see `withFetched`.
 */
export function openIndex(
  segments: readonly Segment[],
  synonyms: readonly SynonymRule[] = [],
  options: IndexOptions = {},
): SearchIndex {
  const open = segments.map(openSegment);
  return indexOf(open, {
    size: open.reduce((sum, segment) => sum + sizeOf(segment), options.elsewhere?.passages ?? 0),
    openSearch: () => openSearch(open, synonyms, options),
    forget: () => {},
  });
}

interface SearchOfSegments {
  readonly size: number;
  /** Opens their search; anew when one was cut off. */
  readonly openSearch: () => Search;
  /** Forgets what an index noted that shares its memory with it. */
  readonly forget: () => void;
}

/** An index of open segments. */
function indexOf(
  segments: readonly OpenSegment[],
  { size, openSearch, forget }: SearchOfSegments,
): SearchIndex {
  let search = openSearch();
  const reopen = () => {
    forget();
    search = openSearch();
  };
  return {
    size,
    ...catalogueOf(segments),
    search: (text, options) => search.search(text, options),
    mend: (text, options) => search.mend(text, options),
    wanted: (text, options) => search.wanted(text, options),
    withFetched(paragraphs) {
      const fetched = openSegment({ columns: indexFetched(paragraphs), isFetched: true });
      return indexOf([...segments, fetched], {
        size,
        openSearch: () => search.beside(fetched),
        forget: reopen,
      });
    },
    reopen,
  };
}
