import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const index = createIndex([
  passage('Since 2022, 407 Ukrainian civilians have died and 944 were wounded by mines.', {
    askedAs: ['What is the death toll of explosives?'],
    topics: ['Donbas'],
  }),
  passage('The embassy in Kyiv was closed.'),
]);

describe('explaining a hit', () => {
  it('adds its features up to the very score that ranked it', () => {
    for (const hit of index.search('How many civilians were killed by mines in Kyiv?').hits) {
      const { score, parts } = hit.explain();
      expect(score).toBe(hit.score);
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(hit.score, 9);
    }
  });

  it('tells where each word was met, and as what', () => {
    const [hit] = index.search('civlians killed Donbas explosives chocolate').hits;
    const met = hit?.explain().terms.map(({ typed, metIn, metBy }) => [typed, metIn, metBy]);
    expect(met).toEqual([
      ['civlians', 'passage', ['civilians']],
      ['killed', 'passage', ['died']],
      ['donbas', 'surroundings', ['donba']],
      ['explosives', 'known question', ['explosives']],
      ['chocolate', 'nowhere', []],
    ]);
    const shares = hit?.explain().terms.map(({ share }) => share) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('tells a name by the words that stand there, and a part of it in a title as no name', () => {
    const rules = [{ asked: ['UN'], finds: ['United Nations'], isSame: true }];
    const title = { id: 's', title: 'Nations of the world', published: '2024', file: 'f.md' };
    const named = createIndex(
      [
        passage('The United Nations counted them.', { id: 'named' }),
        passage('They were counted.', { id: 'asked', askedAs: ['Did the UN count them?'], source: title }),
      ],
      rules,
    );
    const met = Object.fromEntries(
      named.search('counted UN').hits.map((hit) => [hit.passage.id, hit.explain().terms.at(-1)]),
    );
    expect(met.named).toMatchObject({ typed: 'un', metIn: 'passage', metBy: ['united nations'] });
    expect(met.asked).toMatchObject({ typed: 'un', metIn: 'known question', metBy: ['un'] });
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
