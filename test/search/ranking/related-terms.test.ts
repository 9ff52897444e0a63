import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { readRelatedTerms } from '../../../src/search/text/related-terms.ts';
import { stem } from '../../../src/search/text/stem.ts';
import { readWordVectors, vectorOf } from '../../../src/search/text/word-vectors.ts';
import { passage } from '../passages.ts';

const index = createIndex([
  passage('The ministry announced the harvest.', { id: 'harvest' }),
  passage('The ministry announced the talks.', { id: 'talks' }),
]);

describe('words of one field', () => {
  it('put the quote first that speaks of what was asked, where the words themselves say nothing', () => {
    const [first] = index.search('what did the ministry say of the negotiations').hits;
    expect(first?.passage.id).toBe('talks');
    expect(first?.features.relatedTerms).toBeGreaterThan(0);
  });

  it('are no match: nothing is found by them alone, they are not made bold, and cover nothing', () => {
    expect(index.search('negotiations').hits).toEqual([]);
    const [first] = index.search('ministry negotiations').hits;
    expect(first?.highlights.map(([start, end]) => first.passage.text.slice(start, end))).toEqual([
      'ministry',
    ]);
    expect(first?.features.coverage).toBeLessThan(0.6);
  });

  it('stand for no name', () => {
    // In lower case wheat is a plant; written as a name, it is somebody.
    const akinTo = (question: string) => index.search(question).hits[0]?.features.relatedTerms;
    expect(akinTo('who announced wheat')).toBeGreaterThan(0);
    expect(akinTo('who announced Wheat')).toBe(0);
  });

  it('are counted once, for the word of the question they are most akin to', () => {
    const akinOf = (question: string) => {
      const [first] = index.search(question).hits;
      const shareOf = (typed: string) =>
        first?.explain().terms.find((term) => term.typed === typed)?.share ?? 0;
      return { akin: first?.features.relatedTerms ?? 0, share: shareOf('negotiations') };
    };
    const [alone, beside] = [akinOf('ministry negotiations'), akinOf('ministry negotiations dialogue')];
    // Both are akin to the talks. One word of the passage counts for one of them, as much as that one weighs.
    const likeness = alone.akin / alone.share;
    expect(likeness).toBeGreaterThan(0);
    expect(beside.akin).toBeCloseTo(likeness * beside.share, 9);
  });
});

describe('the file of related terms', () => {
  const related = readRelatedTerms();
  const vectors = readWordVectors();
  const lines = readFileSync('data/related-terms.txt', 'utf8')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('#'));

  it('names each stem once, with at most twelve others and tenths of similarity that fall', () => {
    const heads = lines.map((line) => line.split(' ')[0] ?? '');
    expect(heads.length).toBeGreaterThan(10_000);
    expect(new Set(heads).size).toBe(heads.length);
    for (const head of heads) {
      const terms = related.of(head);
      expect(terms.length, head).toBeLessThanOrEqual(12);
      expect(terms.length, head).toBeGreaterThan(0);
      const similarities = terms.map(({ similarity }) => similarity);
      expect(similarities, head).toEqual([...similarities].sort((a, b) => b - a));
      expect(Math.max(...similarities), head).toBeLessThanOrEqual(1);
      expect(Math.min(...similarities), head).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('is written in stems, as the word vectors are', () => {
    const isNoStem = (word: string) => !/^\d+$/.test(word) && vectorOf(vectors, word) < 0;
    expect(lines.flatMap((line) => line.split(' ').filter(isNoStem))).toEqual([]);
  });

  it('knows accord and treaty, and nothing of a word that is none', () => {
    expect(related.of(stem('treaty')).map(({ root }) => root)).toContain(stem('ratification'));
    expect(related.of('xyzzy')).toEqual([]);
  });
});
