import { describe, expect, it } from 'vitest';
import { decide } from '../../src/answer/index.ts';
import { createIndex } from '../../src/search/index.ts';
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
const ask = (question: string) => {
  const { hits } = index.search(question);
  return { first: hits[0]?.passage.id, outcome: decide({ hits }).outcome, parts: hits[0]?.parts };
};

describe('a figure that was not asked for', () => {
  it('answers the question it is the figure of', () => {
    expect(ask('How many people were killed or injured by land mines in 2022?')).toMatchObject({
      first: 'worldwide',
      outcome: 'answer',
    });
    expect(ask('how many killed or injured by land mines in 2022')).toMatchObject({ outcome: 'answer' });
  });

  it.each([
    'How many people were killed by land mines in 2022?',
    'how many people were injured by land mines in 2022',
    'how many people did land mines kill in 2022',
  ])('is no answer where it counts more than was asked: %s', (question) => {
    expect(ask(question)).toMatchObject({ first: 'worldwide', outcome: 'choices' });
    expect(ask(question).parts?.contradiction).toBe(1);
  });

  it.each([
    'How many people were killed or injured by land mines in Ukraine in 2022?',
    'how many people were killed or injured by land mines in ukraine in 2022',
    'how many ukrainians were killed or injured by land mines in 2022',
  ])('is no answer for a country that only its topics name: %s', (question) => {
    expect(ask(question).outcome).not.toBe('answer');
    expect(ask(question).parts?.contradiction).toBe(1);
  });

  it('leans on what surrounds it where nobody wrote down what it answers', () => {
    const archive = createIndex([
      passage('In 2022, 608 people were killed by land mines.', { context: 'The war in Ukraine goes on.' }),
    ]);
    const [hit] = archive.search('how many people were killed by land mines in ukraine in 2022').hits;
    expect(hit?.parts.contradiction).toBe(0);
  });

  it('is told from other questions that name a country or hold an "or"', () => {
    const [embassy] = createIndex([
      passage('The embassy was closed or moved.', { topics, askedAs: ['Was the embassy closed?'] }),
    ]).search('When was the embassy in Ukraine closed?').hits;
    expect(embassy?.parts.contradiction).toBe(0);
  });
});
