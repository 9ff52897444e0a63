import { createHash } from 'node:crypto';
import type { Entry } from '../corpus/index.ts';
import type { BulkAction } from './bulk-writer.ts';
import { notesOf } from './cluster-mapping.ts';
import type { Cluster } from './connect-cluster.ts';
import { articleId } from './passage-document.ts';

/** What the cluster holds of an article. */
export interface ArticleMark {
  readonly article: string;
  /** Of what was written, see `stampOfEntry`; empty while it is being written. */
  readonly stamp: string;
  /** Passages that it has, or may have while it is being written. */
  readonly passages: number;
}

/** Differs where the version of an article, what decides whether it may be shown, or where it stands does. */
export function stampOfEntry(entry: Entry): string {
  const { version, versionCreated, pubStatus, embargoedUntil, expires, file, byteOffset, byteLength } = entry;
  const told = [version, versionCreated, pubStatus, embargoedUntil, expires, file, byteOffset, byteLength];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
}

/** To be written when an article is being written, and when it was. */
export function markAction(index: string, mark: ArticleMark): BulkAction {
  return { index: notesOf(index), id: articleId(mark.article), document: mark };
}

/** To be written when nothing is left of an article. */
export function unmarkAction(index: string, article: string): BulkAction {
  return { index: notesOf(index), id: articleId(article) };
}

const MARKS_A_REQUEST = 5_000;

/** All articles that the cluster holds something of, by their URI. */
export async function readMarks(cluster: Cluster, index: string): Promise<ReadonlyMap<string, ArticleMark>> {
  const marks = new Map<string, ArticleMark>();
  await cluster.call((client) => client.indices.refresh({ index: notesOf(index) }));
  for (let after: string | undefined; ; ) {
    const { body } = await cluster.call((client) =>
      client.search({
        index: notesOf(index),
        body: {
          size: MARKS_A_REQUEST,
          query: { exists: { field: 'article' } },
          sort: [{ article: { order: 'asc' } }],
          ...(after !== undefined && { search_after: [after] }),
        },
      }),
    );
    const found = body.hits.hits.flatMap(({ _source }) => (_source ? [_source as ArticleMark] : []));
    for (const mark of found) marks.set(mark.article, mark);
    after = found.at(-1)?.article;
    if (after === undefined) return marks;
  }
}
