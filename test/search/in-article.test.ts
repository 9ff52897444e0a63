import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/corpus/index.ts';
import { buildIndex, openIndex, removeFrom } from '../../src/search/index.ts';
import { passage } from './passages.ts';

function articleOf(uri: string, sentences: readonly string[]): readonly Passage[] {
  const source = { id: uri, title: 'A report', published: '2024', file: 'archive/a.jsonl' };
  return sentences.map((text, at) => passage(text, { id: `${uri}#${at * 30}`, source }));
}

const WHOLE = articleOf('urn:a', ['Two ferries sank.', 'Nobody was hurt.']);
const LONGER = articleOf('urn:a-b', ['Three ferries sank.']);
const QUOTED = articleOf('urn:"é"', ['No ferry sank.']);
const texts = (passages: readonly Passage[]) => passages.map(({ text }) => text);

describe('the passages of an article', () => {
  it('are found by its URI, in their order, at most so many', () => {
    const index = openIndex([
      { columns: buildIndex([...LONGER, ...WHOLE]) },
      { columns: buildIndex(QUOTED) },
    ]);
    expect(texts(index.inArticle('urn:a', 10))).toEqual(['Two ferries sank.', 'Nobody was hurt.']);
    expect(texts(index.inArticle('urn:a', 1))).toEqual(['Two ferries sank.']);
    expect(texts(index.inArticle('urn:"é"', 10))).toEqual(['No ferry sank.']);
    expect(index.inArticle('urn:', 10)).toEqual([]);
  });

  it('are none where it was removed', () => {
    const columns = buildIndex([...WHOLE, ...LONGER]);
    const removal = removeFrom(columns, Uint8Array.from([1, 1, 0]));
    const index = openIndex([{ columns, removal }]);
    expect(index.inArticle('urn:a', 10)).toEqual([]);
    expect(texts(index.inArticle('urn:a-b', 10))).toEqual(['Three ferries sank.']);
  });
});
