import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/answer/index.ts';
import type { Passage } from '../../../src/corpus/index.ts';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

/** Questions of the desk, of which no two say the same. */
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

  it('is known by what its questions speak of, also where none holds a word of the question', () => {
    const facts = [army, harvest(HARVEST)];
    expect(ids(facts, 'by a tenth: agriculture, barley')[0]).toBe('harvest');
    expect(ids(facts, 'by a tenth: troops, military')[0]).toBe('army');
  });

  it('says in features that add up what speaks for it', () => {
    const hit = firstHit([harvest(HARVEST), army], 'million tonnes of wheat');
    expect(hit.features.exampleCoverage).toBeGreaterThan(0);
    expect(hit.explain().parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(hit.score, 9);
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

describe('what a fact is not known to answer', () => {
  const strike = passage('Ukraine fired American missiles into Russia for the first time on 19 November.', {
    id: 'strike',
    askedAs: [
      'When did Ukraine first fire American missiles at Russia?',
      'What day did Kyiv first hit Russian soil with American missiles?',
      'ukraine american missiles russia first strike',
      'When did Ukraine use American missiles against Russia?',
    ],
  });
  const featuresOf = (facts: readonly Passage[], question: string) => firstHit(facts, question).features;

  it.each([
    ['When did Ukraine fire missiles at Russia?', 0],
    ['When did Kyiv fire missiles at the Russians?', 0],
    ['When did Russia fire missiles at Ukraine?', 1],
    ['when did russian troops fire missiles at ukraine', 1],
    ['When were missiles fired?', 0],
  ])('is told by who does what to whom: %s %d', (question, contradiction) => {
    expect(featuresOf([strike, army], question).contradiction).toBe(contradiction);
  });

  it('is never the very question that is known, where that turns the roles round', () => {
    const known = 'When did Ukraine first fire American missiles at Russia?';
    expect(featuresOf([strike, army], known).bestExample).toBe(1);
    const turned = createIndex([strike, army]).search(
      'When did Russia first fire American missiles at Ukraine?',
    );
    expect(turned.hits[0]?.features.bestExample).toBeLessThan(0.9);
    expect(decide(turned)).toMatchObject({ outcome: 'choices' });
  });

  const leaving = passage('The withdrawal of Finland from the treaty took effect on 10 January 2026.', {
    id: 'left',
    askedAs: ['When did Finland leave the treaty?', 'Is Finland still in the treaty?'],
  });

  it('is a reason, though the words are those of a known question that asks for the day', () => {
    expect(featuresOf([leaving, army], 'When did Finland leave the treaty?').bestExample).toBe(1);
    expect(featuresOf([leaving, army], 'Finland leave treaty').bestExample).toBe(1);
    // What was left is no day, and was not asked by any of them.
    expect(featuresOf([leaving, army], 'What treaty did Finland leave?').bestExample).toBeLessThan(0.9);
    const { bestExample, contradiction } = featuresOf([leaving, army], 'Why did Finland leave the treaty?');
    expect(bestExample).toBeLessThan(0.7);
    expect(contradiction).toBe(1);
  });

  const findings = passage('Soldiers scattered mines in 2022, an investigation of 2023 suggests.', {
    id: 'findings',
    asOf: '2023',
    askedAs: ['Were mines scattered in 2022?', 'Who scattered mines in 2022?'],
  });

  it('is another year than the one it is as of, but for a year that a known question names', () => {
    expect(featuresOf([findings, army], 'Did soldiers scatter mines in 2022?').contradiction).toBe(0);
    expect(featuresOf([findings, army], 'Did soldiers scatter mines in 2021?').contradiction).toBe(1);
    const unknown = { ...findings, askedAs: ['Who scattered mines?'] };
    expect(featuresOf([unknown, army], 'Did soldiers scatter mines in 2022?').contradiction).toBe(1);
  });

  it('is not told by its other names: they ask for nothing', () => {
    const named = passage('The mines of the valley are closed.', {
      id: 'named',
      alsoCalled: ['pits', 'shafts'],
    });
    const { contradiction, exampleCoverage } = featuresOf(
      [named, army],
      'What did the mayor say of the pits?',
    );
    expect(contradiction).toBe(0);
    expect(exampleCoverage).toBeGreaterThan(0);
  });
});
