import { readPublished } from './cluster-index.ts';
import { notesOf } from './cluster-mapping.ts';
import type { Cluster } from './connect-cluster.ts';
import { readLexiconLines } from './word-counts.ts';

/**
 * Reads the words of the corpus behind the alias, each with how many passages hold one of its stem; 0 for what stands
 * in titles, topics and paragraphs alone. Gives how many passages and articles it is of, or undefined where nothing was
 * published.
 */
export async function readLexicon(
  cluster: Cluster,
  onWord: (word: string, holders: number) => void,
): Promise<{ readonly passages: number; readonly articles: number } | undefined> {
  const published = await readPublished(cluster);
  const contents = published?.meta?.contents;
  if (!published || !contents) return undefined;
  const { lexicon, lexiconParts, passages, articles } = contents;
  for (let part = 0; part < lexiconParts; part++) {
    const place = { index: notesOf(published.index), id: `${lexicon}-${part}` };
    const { body } = await cluster.call((client) => client.get(place));
    const { words } = body._source as { readonly words: string };
    readLexiconLines(words, onWord);
  }
  return { passages, articles };
}
