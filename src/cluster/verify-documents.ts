import { type Passage, UnreachableFileError, visibilityAt } from '../corpus/index.ts';
import { ClusterError } from './cluster-error.ts';
import type { Cluster } from './connect-cluster.ts';
import { hashWords, type PassageDocument } from './passage-document.ts';

/** What tells whether a document may be quoted. */
const FIELDS = ['hash', 'state', 'embargoedUntil', 'expires'] as const;

/** A passage that is to be quoted, and the id of its document. */
export interface Quotable {
  readonly passage: Passage;
  readonly documentId: string | undefined;
}

interface Looked {
  readonly _id: string;
  readonly found?: boolean;
  readonly _source?: Pick<PassageDocument, (typeof FIELDS)[number]>;
  readonly error?: object;
}

/**
 * For each passage, whether the cluster holds these very words and they may be shown: by id, which tells what is
 * written there at this moment and not at the last refresh. Rejects with an `UnreachableFileError` where that cannot
 * be told.
 */
export async function verifyDocuments(
  cluster: Cluster,
  quotables: readonly Quotable[],
  { now, timeoutMs }: { readonly now: Date; readonly timeoutMs: number },
): Promise<readonly boolean[]> {
  const ids = [...new Set(quotables.flatMap(({ documentId }) => documentId ?? []))];
  if (ids.length === 0) return quotables.map(() => false);
  try {
    const { body } = await cluster.call((client) =>
      client.mget(
        { index: cluster.name, _source: [...FIELDS], body: { ids } },
        { requestTimeout: timeoutMs },
      ),
    );
    const looked = new Map((body.docs as readonly Looked[]).map((one) => [one._id, one]));
    return quotables.map(({ passage, documentId }) => {
      const document = looked.get(documentId ?? '');
      if (document?.error) throw new ClusterError('A part of the index did not answer.');
      return document?._source !== undefined && stands(document._source, passage, now);
    });
  } catch (error) {
    if (error instanceof ClusterError)
      throw new UnreachableFileError(`The index ${cluster.name}`, 'no answer of the search cluster');
    throw error;
  }
}

function stands(
  { hash, state: pubStatus, ...times }: NonNullable<Looked['_source']>,
  passage: Passage,
  now: Date,
): boolean {
  return hash === hashWords(passage) && visibilityAt({ pubStatus, ...times }, now) === 'usable';
}
