import type { Passage } from '../corpus/index.ts';
import type { IndexContents } from '../corpus-index/index.ts';
import { buildIndex, openIndex, type SearchIndex } from '../search/index.ts';

/** Facts that a broken save withholds: they are searched to be able to say so, and never shown. */
export interface WithheldFacts {
  readonly passages: readonly Passage[];
  /** An index of what may be shown and of these, which tells what a question would have found. */
  index(): SearchIndex;
}

/** The withheld facts of some contents. */
export function withheldFactsOf(
  { withheld: passages, segments, synonyms }: IndexContents,
  similarity?: 'off',
): WithheldFacts {
  let opened: SearchIndex | undefined;
  return {
    passages,
    index() {
      opened ??= openIndex([...segments, { columns: buildIndex(passages) }], synonyms, { similarity });
      return opened;
    },
  };
}
