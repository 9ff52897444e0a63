import type { Archive, Entry, Passage, Problem } from '../corpus/index.ts';
import { type ArticleMark, markAction, readMarks, stampOfEntry, unmarkAction } from './article-marks.ts';
import { type BulkAction, writeBulk } from './bulk-writer.ts';
import { type IndexShape, prepareIndex, publishIndex } from './cluster-index.ts';
import { notesOf } from './cluster-mapping.ts';
import type { Cluster } from './connect-cluster.ts';
import { documentsOfArticle, passageId } from './passage-document.ts';
import { type LexiconText, WordCounts } from './word-counts.ts';

/** What was done. */
export interface ClusterIndexing {
  /** Of all that can be asked now. */
  readonly passages: number;
  readonly articles: number;
  /** Articles that were written, and those that were taken out. */
  readonly written: number;
  readonly removed: number;
  readonly index: string;
}

export interface ClusterIndexingOptions extends IndexShape {
  /** Is told of what cannot be quoted. */
  readonly report: (problem: Problem) => void;
  /** @param done 0 to 1 */
  readonly onProgress: (progress: { readonly read: number; readonly done: number }) => void;
}

/** So many documents are collected before they are written. */
const DOCUMENTS_AT_ONCE = 1_000;

/**
 * Brings what of an archive may be shown into the cluster, and lets it be asked when all of it is there. What is there
 * already in the same version is not written again, so that it goes on where it was stopped. Rejects with a
 * ClusterError.
 */
export async function indexToCluster(
  cluster: Cluster,
  archive: Archive,
  { report, onProgress, ...shape }: ClusterIndexingOptions,
): Promise<ClusterIndexing> {
  const index = await prepareIndex(cluster, shape);
  const marks = await readMarks(cluster, index);
  const counts = new WordCounts();
  const writer = new ArticleWriter(cluster, index, marks);
  let read = 0;
  for await (const { entry, passages } of articlesOf(archive, report)) {
    await writer.add(entry, passages, counts);
    read++;
    onProgress({ read, done: read / archive.entries.length });
  }
  const shown = new Set(archive.entries.map(({ uri }) => uri));
  for (const mark of marks.values()) if (!shown.has(mark.article)) await writer.remove(mark);
  await writer.finish();
  const lexicon = counts.finish();
  await writeLexicon(cluster, index, lexicon);
  const contents = { passages: counts.passages, articles: archive.entries.length };
  const known = { lexicon: lexicon.id, lexiconParts: lexicon.parts.length };
  await publishIndex(cluster, index, { ...contents, ...known }, shape);
  await removeOtherLexicons(cluster, index, lexicon);
  return { ...contents, written: writer.written, removed: writer.removed, index };
}

/** The articles with their passages, those without a quotable sentence too. */
async function* articlesOf(archive: Archive, report: (problem: Problem) => void) {
  let at = 0;
  let passages: Passage[] = [];
  const { entries } = archive;
  for await (const passage of archive.passages(report)) {
    while (at < entries.length && entries[at]?.uri !== passage.place.item?.uri) {
      const entry = entries[at++];
      if (entry) yield { entry, passages };
      passages = [];
    }
    passages.push(passage);
  }
  for (; at < entries.length; at++) {
    const entry = entries[at];
    if (entry) yield { entry, passages };
    passages = [];
  }
}

/**
 * Writes articles whole: each is marked as being written before the first of its passages is, so that after a kill it
 * is known how many there may be, and as written behind the last.
 */
class ArticleWriter {
  readonly #cluster: Cluster;
  readonly #index: string;
  readonly #marks: ReadonlyMap<string, ArticleMark>;
  #begun: BulkAction[] = [];
  #passages: BulkAction[] = [];
  #done: BulkAction[] = [];
  written = 0;
  removed = 0;

  constructor(cluster: Cluster, index: string, marks: ReadonlyMap<string, ArticleMark>) {
    this.#cluster = cluster;
    this.#index = index;
    this.#marks = marks;
  }

  /** Counts the words of an article, and writes it unless it is there. */
  async add(entry: Entry, passages: readonly Passage[], counts: WordCounts): Promise<void> {
    const documents = documentsOfArticle(entry, passages, counts);
    const { uri: article } = entry;
    const stamp = stampOfEntry(entry);
    const before = this.#marks.get(article);
    if (before?.stamp === stamp) return;
    this.written++;
    const most = Math.max(before?.passages ?? 0, documents.length);
    this.#begun.push(markAction(this.#index, { article, stamp: '', passages: most }));
    for (let number = 0; number < most; number++) {
      const document = documents[number];
      this.#passages.push({
        index: this.#index,
        id: passageId(article, number),
        ...(document !== undefined && { document }),
      });
    }
    this.#done.push(markAction(this.#index, { article, stamp, passages: documents.length }));
    if (this.#passages.length >= DOCUMENTS_AT_ONCE) await this.finish();
  }

  /** Takes out all of an article. */
  async remove({ article, passages }: ArticleMark): Promise<void> {
    this.removed++;
    for (let number = 0; number < passages; number++)
      this.#passages.push({ index: this.#index, id: passageId(article, number) });
    this.#done.push(unmarkAction(this.#index, article));
    if (this.#passages.length >= DOCUMENTS_AT_ONCE) await this.finish();
  }

  /** Writes what has been collected. */
  async finish(): Promise<void> {
    for (const actions of [this.#begun, this.#passages, this.#done]) await writeBulk(this.#cluster, actions);
    [this.#begun, this.#passages, this.#done] = [[], [], []];
  }
}

async function writeLexicon(cluster: Cluster, index: string, { id, parts }: LexiconText): Promise<void> {
  for (const [part, words] of parts.entries()) {
    const document = { lexicon: id, words };
    await writeBulk(cluster, [{ index: notesOf(index), id: `${id}-${part}`, document }]);
  }
}

async function removeOtherLexicons(cluster: Cluster, index: string, { id }: LexiconText): Promise<void> {
  const { body } = await cluster.call((client) =>
    client.search({
      index: notesOf(index),
      body: {
        size: 10_000,
        _source: false,
        query: {
          bool: { filter: [{ exists: { field: 'lexicon' } }], must_not: [{ term: { lexicon: id } }] },
        },
      },
    }),
  );
  const actions = body.hits.hits.map(({ _id }) => ({ index: notesOf(index), id: _id ?? '' }));
  await writeBulk(cluster, actions);
  await cluster.call((client) => client.indices.refresh({ index: notesOf(index) }));
}
