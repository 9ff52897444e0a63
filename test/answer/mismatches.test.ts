import { describe, expect, it } from 'vitest';
import { tellMismatches } from '../../src/answer/index.ts';
import type { Passage } from '../../src/corpus/index.ts';
import { createIndex } from '../../src/search/index.ts';
import { passage } from '../search/passages.ts';

const others = Array.from({ length: 30 }, (_, i) =>
  passage(`The harbour has ${i} cranes.`, { id: `crane${i}` }),
);

/** What is said of a passage beside the question that finds it. */
function told(about: Passage, question: string): string | null {
  const hit = createIndex([about, ...others])
    .search(question)
    .hits.find(({ passage: { id } }) => id === about.id);
  if (!hit) throw new Error(`${question} does not find ${about.id}.`);
  return tellMismatches(hit);
}

const mines = passage('In 2022 Jean-Luc Tveit approved 700 mines for Syria.', { asOf: '2022' });
const undated = passage('Tveit approved the mines for the army.', { asOf: '2019-05-02' });

describe('what of a close match does not fit', () => {
  it.each([
    ['Did Jean-Luc Tveit approve mines for Syria in 2025?', 'Of 2022; you asked for 2025.'],
    ['Did Jean-Luc Tveit approve 500 mines?', 'Says 700; you asked for 500.'],
    ['Did Jean-Marc Tveit approve mines?', 'Speaks of Jean-Luc; you asked for Jean-Marc.'],
    ['Were mines approved for Ukraine?', 'Speaks of Syria; you asked for Ukraine.'],
    ['Did Angela Merkel approve mines for Syria?', 'Does not name Angela Merkel.'],
    ['How many percent of mines were approved?', 'You asked for a percentage; the quote tells none.'],
    [
      'How much money did Merkel approve for mines in 2021?',
      'Of 2022; you asked for 2021. Does not name Merkel.',
    ],
  ])('is said with the quote: %s', (question, remark) => {
    expect(told(mines, question)).toBe(remark);
  });

  it('is another thing of the same name', () => {
    const vitamin = passage('The mayor of Exampleton takes vitamin D every morning.');
    expect(told(vitamin, 'When does the mayor of Exampleton take vitamin B12?')).toMatch(
      /^Speaks of vitamin D; you asked for vitamin B12\./,
    );
  });

  it('is no year within a time that is told', () => {
    const service = passage('Tveit was the mayor of Exampleton from 1985 to 1992.');
    expect(told(service, 'Was Tveit the mayor of Exampleton in 1990?')).toBeNull();
    expect(told(service, 'Was Tveit the mayor of Exampleton in 1997?')).toBe('Of 1985; you asked for 1997.');
  });

  it.each([
    'Did Tveit approve 700 mines for Syria in 2022?',
    'Did Jean-Luc approve mines for Syrians?',
    'How many mines were approved?',
  ])('is nothing where all of it fits: %s', (question) => {
    expect(told(mines, question)).toBeNull();
  });

  it('is the year that the words are as of, where they name none', () => {
    const question = 'Did Tveit approve the mines in 2024?';
    expect(told(undated, question)).toBe('Of 2019; you asked for 2024.');
    expect(told({ ...undated, isUndated: true }, question)).toBe('Tells no year; you asked for 2024.');
    expect(told(undated, question.replace('2024', '2019'))).toBeNull();
  });

  it('is the year though a line of the desk asks for the other one', () => {
    const known = { ...undated, askedAs: ['Which mines did Tveit approve, says the report of 2020?'] };
    expect(told(known, 'Did Tveit approve the mines in 2020?')).toBe('Of 2019; you asked for 2020.');
  });

  it('leaves out a year that the rest of the paragraph of an article tells', () => {
    const inArticle = passage('Tveit approved the mines.', {
      kind: 'article',
      asOf: '2020-01-05',
      context: 'It was in 2019.',
    });
    expect(told(inArticle, 'Did Tveit approve the mines in 2019?')).toBeNull();
  });

  it('is no year that the very time asked for begins with', () => {
    const counted = passage('A report of October 2024 puts at 944 the wounded of Exampleton since 2022.', {
      asOf: '2024-10',
    });
    expect(told(counted, 'How many were wounded in Exampleton since 2022?')).toBeNull();
    expect(told(counted, 'How many were wounded in Exampleton in 2022?')).toBe(
      'Of 2024; you asked for 2022.',
    );
  });

  it.each(['more than 1,000', 'fewer than a thousand', 'no less than twelve'])(
    'is no country behind %s, which compares with no country',
    (number) => {
      const counted = passage(`The harbour office recorded ${number} casualties in Ukraine.`);
      expect(told(counted, 'How many casualties were recorded in Ukraine?')).toBeNull();
    },
  );

  it('is a country that another one is compared with', () => {
    const counted = passage('The harbour office recorded 1,000 casualties in Syria, more than in Ukraine.');
    expect(told(counted, 'How many casualties were recorded in Ukraine?')).toBe(
      'Speaks of Syria; you asked for Ukraine.',
    );
  });

  it.each(['for decades after it was laid', 'for half a year', 'for two weeks'])(
    'is no lack of a length of time where one is told without a figure: %s',
    (length) => {
      expect(
        told(passage(`A mine can stay active ${length}.`), 'How long does a mine stay active?'),
      ).toBeNull();
    },
  );

  it('leaves out the first name of somebody who is named', () => {
    expect(told(undated, 'What did Ida Tveit approve?')).toBeNull();
  });

  it('is no namesake of a country', () => {
    const player = passage('Michael Jordan opened the harbour fair for Exampleton.');
    expect(told(player, 'Who opened the harbour fair for Ukraine?')).toBe('Does not name Ukraine.');
  });

  it('is that the words are those of the desk where a quote is asked for', () => {
    const statement: Passage = { ...undated, kind: 'statement' };
    expect(told(statement, 'Give me a quote of Tveit on mines')).toBe(
      'You asked for a quote; these are words of the desk.',
    );
  });
});
