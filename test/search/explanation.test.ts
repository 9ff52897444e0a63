import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { passage } from './passages.ts';

const index = createIndex([
  passage('Since 2022, 407 Ukrainian civilians have died and 944 were wounded by mines.', {
    askedAs: ['What is the death toll of explosives?'],
    topics: ['Donbas'],
  }),
  passage('The embassy in Kyiv was closed.'),
]);

describe('explaining a hit', () => {
  it('adds its parts up to the very score that ranked it', () => {
    for (const hit of index.search('How many civilians were killed by mines in Kyiv?').hits) {
      const { score, parts } = hit.explain();
      expect(score).toBe(hit.score);
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(hit.score, 9);
    }
  });

  it('tells where each word was met, and as what', () => {
    const [hit] = index.search('civlians killed Donbas explosives chocolate').hits;
    const met = hit?.explain().terms.map(({ typed, metIn }) => [typed, metIn]);
    expect(met).toEqual([
      ['civlians', 'passage'],
      ['killed', 'passage'],
      ['donbas', 'surroundings'],
      ['explosives', 'known question'],
      ['chocolate', 'nowhere'],
    ]);
    const shares = hit?.explain().terms.map(({ share }) => share) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('says what the question was taken to ask for, and marks the answer', () => {
    const [hit] = index.search('How many civilians died?').hits;
    expect(hit?.explain().asksFor).toBe('count');
    expect(hit?.highlights.map(([start, end]) => hit.passage.text.slice(start, end))).toEqual([
      '407',
      'civilians',
      'died',
    ]);
  });
});
