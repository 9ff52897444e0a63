import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { spellOutDates } from '../../../src/search/query/relative-dates.ts';

const now = new Date('2026-01-15T12:00:00Z');

describe('dates seen from the moment of asking', () => {
  it.each([
    ['How many were killed last year?', 'How many were killed 2025?', '2025'],
    ['Casualties this year', 'Casualties 2026', '2026'],
    ['who left Last Month', 'who left December 2025', 'December 2025'],
    ['who leaves this month', 'who leaves January 2026', 'January 2026'],
  ])('are spelt out and reported: %s', (question, text, searchedFor) => {
    expect(spellOutDates(question, now)).toMatchObject({ text, assumptions: [{ searchedFor }] });
  });

  it.each(['When was the last yearly report?', 'He said "last year was bad"', 'this years figures'])(
    'are left alone where they are none, or are quoted: %s',
    (question) => {
      expect(parseQuery(question, now)).toMatchObject({ text: question, dates: [] });
    },
  );

  it('are spelt out beside a filter, quoted or not, and never within one', () => {
    const { text, filters } = parseQuery('deaths last year source:"Human Rights Watch"', now);
    expect({ text, filters }).toEqual({
      text: 'deaths 2025 ',
      filters: [{ name: 'source', value: 'Human Rights Watch' }],
    });
    expect(parseQuery('deaths topic:last year', now)).toMatchObject({
      text: 'deaths  year',
      filters: [{ name: 'topic', value: 'last' }],
    });
  });
});
