import type { Passage } from '../corpus/index.ts';
import type { WantedPassages } from '../search/index.ts';
import { ClusterError } from './cluster-error.ts';
import type { Cluster } from './connect-cluster.ts';
import { type PassageDocument, paragraphNumber } from './passage-document.ts';
import { type Clause, queryFor, visibleAt, witnessQueries } from './wanted-query.ts';

/** So many passages are fetched by their words: with more no answer was another (docs/decisions/0039). */
const MOST_BY_WORDS = 100;
/** Paragraphs hold some sentences each. */
const MOST_IN_PARAGRAPHS = 5_000;
/** What is read of a document. Whether its words are those that were indexed is looked at before they are quoted. */
const FIELDS = ['passage', 'article', 'paragraph', 'placeInParagraph'] as const;

/** A passage that was fetched, and the id of its document. */
export interface FetchedPassage {
  readonly documentId: string;
  readonly passage: Passage;
}

/** How a question is fetched for. */
export interface FetchOptions {
  readonly now: Date;
  /** In milliseconds, for each of the two calls that are made. */
  readonly timeoutMs: number;
}

/**
 * Fetches what some wordings of a question want: whole paragraphs, in the order of their articles. Rejects with a
 * ClusterError, also where part of the index did not answer.
 */
export async function fetchPassages(
  cluster: Cluster,
  wanted: readonly WantedPassages[],
  options: FetchOptions,
): Promise<readonly (readonly FetchedPassage[])[]> {
  const keys = await findParagraphs(cluster, wanted, options);
  if (keys.length === 0) return [];
  const { now, timeoutMs } = options;
  const query = { bool: { filter: [{ terms: { paragraph: keys } }, ...visibleAt(now)] } };
  const { body } = await cluster.call((client) =>
    client.search(
      { index: cluster.name, body: { size: MOST_IN_PARAGRAPHS, query, _source: [...FIELDS] } },
      { requestTimeout: timeoutMs },
    ),
  );
  return inParagraphs(hitsOf(body as SearchAnswer));
}

/** The paragraphs of the best passages. */
async function findParagraphs(
  cluster: Cluster,
  wanted: readonly WantedPassages[],
  { now, timeoutMs }: FetchOptions,
): Promise<readonly string[]> {
  const searches = wanted.flatMap((one) => searchesFor(one, now));
  const lines = searches.flatMap((search) => [{ search_type: 'dfs_query_then_fetch' }, search]);
  const request = { method: 'POST', path: `/${cluster.name}/_msearch`, bulkBody: lines };
  const { body } = await cluster.call((client) =>
    client.transport.request(request, { requestTimeout: timeoutMs }),
  );
  const { responses } = body as { readonly responses: readonly SearchAnswer[] };
  return [...new Set(responses.flatMap(hitsOf).map(({ _source }) => _source.paragraph))];
}

function searchesFor(wanted: WantedPassages, now: Date): readonly Clause[] {
  const _source = ['paragraph'];
  const query = queryFor(wanted, now);
  if (wanted.stems.length === 0)
    return wanted.filters.length === 0
      ? []
      : [{ query, _source, size: MOST_BY_WORDS, sort: [{ asOf: 'desc' }, { paragraph: 'desc' }] }];
  return [
    { query, _source, size: MOST_BY_WORDS },
    ...witnessQueries(wanted, now).map((witness) => ({ query: witness, _source, size: 1 })),
  ];
}

interface SearchAnswer {
  readonly error?: { readonly type: string; readonly reason: string };
  readonly timed_out: boolean;
  readonly _shards: { readonly failed: number; readonly total: number };
  readonly hits: { readonly hits: readonly FoundDocument[] };
}

interface FoundDocument {
  readonly _id: string;
  readonly _source: Pick<PassageDocument, (typeof FIELDS)[number]>;
}

/** An answer of some shards alone is none. */
function hitsOf({ error, timed_out, _shards, hits }: SearchAnswer): readonly FoundDocument[] {
  if (error) throw new ClusterError(`The search cluster cannot answer (${error.type}: ${error.reason}).`);
  if (timed_out || _shards.failed > 0)
    throw new ClusterError(`Of ${_shards.total} parts of the index ${_shards.failed} did not answer.`);
  return hits.hits;
}

function inParagraphs(found: readonly FoundDocument[]): readonly (readonly FetchedPassage[])[] {
  const paragraphs = new Map<string, FoundDocument[]>();
  for (const one of found.toSorted(inOrder)) {
    const { paragraph } = one._source;
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), one]);
  }
  return [...paragraphs.values()].map((documents) =>
    documents.map(({ _id: documentId, _source: { passage } }) => ({ documentId, passage })),
  );
}

function inOrder({ _source: one }: FoundDocument, { _source: other }: FoundDocument): number {
  if (one.article !== other.article) return one.article < other.article ? -1 : 1;
  return (
    paragraphNumber(one.paragraph) - paragraphNumber(other.paragraph) ||
    one.placeInParagraph - other.placeInParagraph
  );
}
