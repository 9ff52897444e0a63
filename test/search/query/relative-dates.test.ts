import { describe, expect, it } from 'vitest';
import { spellOutDates } from '../../src/answer/relative-dates.ts';

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
      expect(spellOutDates(question, now)).toEqual({ text: question, assumptions: [] });
    },
  );
});
