import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/corpus/index.ts';
import { createIndex } from '../../../src/search/index.ts';
import { stem } from '../../../src/search/text/stem.ts';
import {
  DIMENSIONS,
  readWordVectors,
  VECTOR_SCALE,
  vectorOf,
} from '../../../src/search/text/word-vectors.ts';
import { passage } from '../passages.ts';

const index = createIndex([
  passage('The ministry announced wheat, barley and the harvest of the farmers.', { id: 'harvest' }),
  passage('The ministry announced ceasefire terms and the envoys of both armies.', { id: 'truce' }),
]);
const firstFor = (question: string) => index.search(question).hits[0];

describe('what a sentence speaks of', () => {
  it('puts the quote first that speaks of what was asked, where no word of it was used', () => {
    expect(firstFor('what did the ministry announce on diplomacy and war')?.passage.id).toBe('truce');
    expect(firstFor('what did the ministry announce on agriculture and crops')?.passage.id).toBe('harvest');
  });

  it('is greater the more of it is the same, 1 at most', () => {
    const alike =
      firstFor('ministry announced wheat, barley and harvest of farmers')?.features.textSimilarity ?? 0;
    const akin = firstFor('what did the ministry announce on agriculture')?.features.textSimilarity ?? 0;
    expect(alike).toBeCloseTo(1, 5);
    expect(akin).toBeGreaterThan(0.3);
    expect(akin).toBeLessThan(alike);
  });

  it('is also what the known questions of a fact speak of', () => {
    const known = createIndex([
      passage('It fell by a tenth.', {
        id: 'yield',
        askedAs: ['How did the wheat harvest of the farmers go?'],
      }),
      passage('It rose by a tenth.', { id: 'army', askedAs: ['How did the number of soldiers go?'] }),
    ]);
    const [first] = known.search('tenth agriculture crops').hits;
    expect(first?.passage.id).toBe('yield');
    expect(first?.features.lineSimilarity).toBeGreaterThan(0.3);
  });

  it('finds facts by itself, the nearest first, though they share no word with the question', () => {
    expect(index.search('crop yields on farmland').hits.map(({ passage: { id } }) => id)).toEqual([
      'harvest',
    ]);
    expect(index.search('zebra crossing').hits).toEqual([]);
  });

  it('finds no sentence of an article by itself, and none that a filter leaves out', () => {
    const vaccinated = passage('Doctors vaccinated the toddlers.');
    const finds = (passages: readonly Passage[]) =>
      createIndex(passages).search('children immunised').hits.length > 0;
    expect([finds([vaccinated]), finds([{ ...vaccinated, kind: 'article' }])]).toEqual([true, false]);
    expect(index.search('crop yields on farmland topic:weather').hits).toEqual([]);
  });

  it('takes words without a vector, such as numbers, for what they are', () => {
    const numbers = createIndex([
      passage('7701 and 7702', { id: 'numbers' }),
      passage('7701', { id: 'number' }),
    ]);
    const [first, second] = numbers.search('7701').hits;
    expect(first?.passage.id).toBe('number');
    expect(first?.features.textSimilarity).toBeCloseTo(1, 5);
    expect(second?.features.textSimilarity).toBeLessThan(0.9);
  });
});

describe('the file of word vectors', () => {
  const vectors = readWordVectors();
  const { roots, values } = vectors;

  it('holds one vector of length 1 for each stem, in the order of the letters', () => {
    expect(roots.length).toBeGreaterThan(40_000);
    expect(values.length).toBe(roots.length * DIMENSIONS);
    expect(readFileSync('data/word-vectors.txt', 'utf8')).toBe(`${[...new Set(roots)].sort().join('\n')}\n`);
    for (let row = 0; row < roots.length; row += 97) {
      const vector = values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
      expect(Math.hypot(...vector) / VECTOR_SCALE, roots[row]).toBeCloseTo(1, 1);
    }
  });

  it('knows words of every kind, and nothing of a word that is none', () => {
    for (const word of ['treaty', 'wounded', 'kyiv', 'kremlin', 'wheelbarrow'])
      expect(roots[vectorOf(vectors, stem(word))], word).toBe(stem(word));
    for (const word of ['', 'xyzzyx', 'zzzzzzz', '1999']) expect(vectorOf(vectors, word), word).toBe(-1);
  });
});
