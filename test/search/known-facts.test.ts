import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/corpus/index.ts';
import { createIndex } from '../../src/search/index.ts';
import { passage } from './passages.ts';

/** As many questions as make a fact known well. */
const HARVEST = [
  'How did the farmers fare last summer?',
  'What came off the fields in 2024?',
  'How much wheat was brought in?',
  'Was the wheat crop a good one?',
  'What did farmers reap?',
  'How full were the barns?',
  'Did the drought cost the growers their wheat?',
  'What was the yield of the wheat fields?',
  'How much grain was there to sell?',
  'Was there enough wheat for bread?',
  'How bad was the crop failure?',
  'What did the growers lose?',
];
const harvest = (askedAs: readonly string[], given: Partial<Passage> = {}) =>
  passage('It fell by a tenth, to 21 million tonnes.', { id: 'harvest', askedAs, ...given });
const army = passage('It rose by a tenth, to 210,000 soldiers.', {
  id: 'army',
  askedAs: [
    'How large is the army?',
    'Did the number of soldiers rise?',
    'How many soldiers are there?',
    'Was the army made larger?',
    'How many were called up?',
    'Did the generals get their soldiers?',
    'What is the strength of the army?',
    'Were more soldiers hired?',
    'How many wear a uniform?',
    'Has the army grown?',
    'How many serve in the army?',
    'Are there enough soldiers?',
  ],
});
const ids = (passages: readonly Passage[], question: string) =>
  createIndex(passages)
    .search(question)
    .hits.map(({ passage: { id } }) => id);
const firstHit = (passages: readonly Passage[], question: string) => {
  const [hit] = createIndex(passages).search(question).hits;
  if (!hit) throw new Error(`Nothing was found for ${question}.`);
  return hit;
};

describe('a fact that the desk wrote many questions for', () => {
  it('is found by what its questions ask for, where a rival has more of the words in its text', () => {
    const rival = passage('The wheat fields of the region are flat and were measured in 2024.', {
      id: 'land',
    });
    expect(ids([rival, harvest(HARVEST)], 'wheat crop 2024 farmers')[0]).toBe('harvest');
    expect(ids([rival, harvest(HARVEST.slice(0, 1))], 'wheat fields flat 2024')[0]).toBe('land');
  });

  it('counts a word the more, the more of its questions hold it', () => {
    const { parts: often } = firstHit([harvest(HARVEST), army], 'wheat');
    const { parts: once } = firstHit([harvest(HARVEST), army], 'barns');
    expect(often.knownWords).toBe(1);
    expect(once.knownWords).toBe(1);
    expect(often.knownOften).toBeGreaterThan(once.knownOften);
    const every = HARVEST.map((line) => `${line} Wheat?`);
    expect(firstHit([harvest(every), army], 'wheat').parts.knownOften).toBeCloseTo(1, 9);
  });

  it('is known by what all of its questions speak of, also where none holds a word of the question', () => {
    const facts = [army, harvest(HARVEST)];
    const nearness = (question: string) =>
      Object.fromEntries(
        createIndex(facts)
          .search(question)
          .hits.map(({ passage: { id }, parts }) => [id, parts.knownMeaning]),
      );
    const { harvest: fields = 0, army: soldiers = 1 } = nearness('by a tenth: agriculture, barley');
    expect(fields).toBeGreaterThan(soldiers + 0.2);
    expect(ids(facts, 'by a tenth: agriculture, barley')[0]).toBe('harvest');
    expect(ids(facts, 'by a tenth: troops, military')[0]).toBe('army');
  });

  it('is weighed by its questions as far as it is known, and says so in parts that add up', () => {
    const weightsWith = (questions: number) => {
      const hit = firstHit([harvest(HARVEST.slice(0, questions)), army], 'million tonnes of wheat');
      const { parts, score } = hit.explain();
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
      expect(score).toBe(hit.score);
      const weightOf = (name: string) => parts.find((part) => part.name === name)?.weight;
      return { text: weightOf('text') ?? 0, known: hit.parts.known };
    };
    const [none, some, many] = [weightsWith(0), weightsWith(6), weightsWith(12)];
    expect([none.known, some.known, many.known]).toEqual([0, 0.5, 1]);
    expect(some.text).toBeCloseTo((none.text + many.text) / 2, 9);
    expect(many.text).toBeLessThan(none.text);
  });
});

describe('a word of many known questions', () => {
  it('is not taken for rare because no text holds it', () => {
    const facts = ['harvest', 'army', 'bridge', 'embassy', 'ferry', 'mine'].map((id) =>
      passage(`The ${id} is old.`, { id, askedAs: [`Need a line on the ${id}`] }),
    );
    const shareOf = (word: string) =>
      firstHit(facts, 'need a line on the ferry')
        .explain()
        .terms.find(({ typed }) => typed === word)?.share ?? 0;
    expect(shareOf('line')).toBeLessThan(shareOf('ferry') / 2);
  });

  it('counts each passage once, and none that was taken away', () => {
    const facts = [
      passage('The ferry is old.', { id: 'ferry', askedAs: ['ferry, ferry', 'a ferry'] }),
      passage('The bridge is old.', { id: 'bridge', askedAs: ['bridge or harbour'] }),
      passage('The harbour is old.', { id: 'harbour' }),
    ];
    const terms = firstHit(facts, 'ferry harbour').explain().terms;
    const [ferry, harbour] = terms.map(({ share }) => share);
    // One passage has a ferry, two have a harbour.
    expect(ferry).toBeGreaterThan(harbour ?? 1);
  });
});
