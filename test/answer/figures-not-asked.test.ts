import { describe, expect, it } from 'vitest';
import { decide } from '../../src/answer/index.ts';
import { createIndex, type SearchIndex } from '../../src/search/index.ts';
import { passage } from '../search/passages.ts';

const topics = ['land mines', 'Ukraine'];
const index = createIndex([
  passage('In 2022, 4,710 people were killed or injured by land mines worldwide.', {
    id: 'worldwide',
    topics,
    askedAs: [
      'How many people were killed or injured by land mines in 2022?',
      'What was the toll of land mines, dead and wounded, in 2022?',
      'How many people did land mines kill or injure in 2022?',
    ],
  }),
  passage('Russia occupied parts of Ukraine.', { id: 'other', topics, askedAs: ['What did Russia occupy?'] }),
]);
const asking = (facts: SearchIndex) => (question: string) => {
  const found = facts.search(question);
  const { hits } = found;
  return { first: hits[0]?.passage.id, outcome: decide(found).outcome, features: hits[0]?.features };
};
const ask = asking(index);

describe('a figure that was not asked for', () => {
  it('answers the question it is the figure of', () => {
    expect(ask('How many people were killed or injured by land mines in 2022?')).toMatchObject({
      first: 'worldwide',
      outcome: 'answer',
    });
    expect(ask('how many killed or injured by land mines in 2022')).toMatchObject({ outcome: 'answer' });
  });

  it.each([
    'How many people were killed or injured by land mines in Ukraine in 2022?',
    'how many people were killed or injured by land mines in ukraine in 2022',
    'how many ukrainians were killed or injured by land mines in 2022',
  ])('is no answer for a country that only its topics name: %s', (question) => {
    expect(ask(question).outcome).not.toBe('answer');
    expect(ask(question).features?.contradiction).toBe(1);
  });

  it('leans on what surrounds it where it is a sentence of an article', () => {
    const archive = createIndex([
      passage('In 2022, 608 people were killed by land mines.', {
        kind: 'article',
        context: 'The war in Ukraine goes on.',
      }),
    ]);
    const [hit] = archive.search('how many people were killed by land mines in ukraine in 2022').hits;
    expect(hit?.features.contradiction).toBe(0);
  });

  it('is told from other questions that name a country or hold an "or"', () => {
    const [embassy] = createIndex([
      passage('The embassy was closed or moved.', { topics, askedAs: ['Was the embassy closed?'] }),
    ]).search('When was the embassy in Ukraine closed?').hits;
    expect(embassy?.features.contradiction).toBe(0);
  });
});

/** Questions on Ukraine, of which one names a country that it is compared with. */
const LINES = [
  'How many mine casualties did Ukraine have in 2023?',
  'How many people were hurt by mines in Ukraine in 2023?',
  'What was the mine toll of Ukraine in 2023?',
  'Ukraine mine casualties 2023',
  'Did Ukraine have 580 mine casualties?',
  'How many Ukrainians did mines hit in 2023?',
  'What number of mine victims did Ukraine count?',
  'Where does Ukraine stand among the most mined countries?',
  'Did Ukraine have fewer casualties than Afghanistan?',
  'How dangerous were mines in Ukraine?',
  'Mine victims in Ukraine, 2023',
  'What does the Monitor say on casualties in Ukraine?',
];
const known = createIndex([
  passage('Ukraine recorded 580 casualties of mines in 2023, fewer than Afghanistan.', {
    id: 'ukraine-580',
    topics,
    askedAs: LINES,
  }),
  passage('Greece and Ukraine missed the date for destroying their stockpiles.', {
    id: 'missed',
    topics,
    askedAs: LINES.map(
      (_, i) => `Which ${i} countries, Greece or Ukraine, missed the date for destroying stockpiles?`,
    ),
  }),
]);
const askKnown = asking(known);

describe('a fact of which a dozen questions tell what it answers', () => {
  it('answers those', () => {
    expect(askKnown('mine casualties in Ukraine in 2023')).toMatchObject({
      first: 'ukraine-580',
      outcome: 'answer',
    });
  });

  it.each([
    'mine casualties in Afghanistan in 2023',
    'How many mine casualties did Afghanistan have in 2023?',
    'how many mine casualties did Myanmar have in 2023',
    'Who counted the mine casualties of Myanmar in 2023?',
  ])('is no answer for a country it is only compared with, or none of them names: %s', (question) => {
    expect(askKnown(question).features?.contradiction).toBe(1);
    expect(askKnown(question).outcome).not.toBe('answer');
  });

  it.each([
    'Why did Greece and Ukraine miss the date for destroying stockpiles?',
    'How much did it cost Greece and Ukraine to miss the date for destroying stockpiles?',
    'When did Greece and Ukraine miss the date for destroying stockpiles?',
  ])('is no answer where neither it nor any of them has what is asked for: %s', (question) => {
    expect(askKnown(question)).toMatchObject({
      first: 'missed',
      features: { lacksAnswer: expect.any(Number) },
    });
    expect(askKnown(question).outcome).not.toBe('answer');
  });
});
