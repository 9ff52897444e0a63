import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/search/text/figures.ts';

const figures = (text: string) => readFigures(text).map(({ value, quantity }) => `${value} ${quantity}`);

describe('the figures of a text', () => {
  it.each([
    ['In 2023, 5,757 people were killed.', ['5757 count']],
    ['Twelve villages and 12 towns.', ['12 count', '12 count']],
    ['It asked for 70 million dollars, then for $4.2 billion.', ['70 million money', '4.2 billion money']],
    ['Some 85 percent of 17,000 square kilometres', ['85 share', '17000 area']],
    ['They last from four hours to two weeks.', ['4 time', '2 time']],
    ['It cost 40 roubles, 300 hryvnias and 5 francs.', ['40 money', '300 money', '5 money']],
    ['Fifteen per cent held out for two decades.', ['15 share', '2 time']],
    ['Twelve per village, 30 litres each.', ['12 count', '30 volume']],
    ['A 3-metre wall weighs 2 tonnes.', ['3 length', '2 weight']],
  ])('are read with what they measure: %s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it.each([
    'It was signed on 3 December 1997 and on March 4.',
    'It was signed on 3 Dec 1997 and on Mar. 4, or Sept 12.',
    'Article 5 has been in force since 1999.',
    'One Uragan rocket of the type 9M27K3',
  ])('are no dates, articles or names: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it('stand where the text says', () => {
    const text = 'About 7,000 square kilometres are mined.';
    const [figure] = readFigures(text);
    expect(text.slice(figure?.start, figure?.end)).toBe('7,000 square');
  });
});
