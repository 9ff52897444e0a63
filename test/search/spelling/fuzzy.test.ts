import { describe, expect, it } from 'vitest';
import { resembles } from '../../../src/search/spelling/fuzzy.ts';

describe('what was typed for a name', () => {
  it.each([
    ['austin', 'Lloyd Austin'],
    ['Austen', 'Lloyd Austin'],
    ['kiev', 'Kiev Post'],
    ['ferry', 'ferries'],
    ['defence secretery', 'Defense Secretary Lloyd Austin'],
  ])('"%s" is %s', (typed, name) => {
    expect(resembles(typed, name)).toBe(true);
  });

  it.each([
    ['Mars', 'Myanmar'],
    ['Gaza', 'Human Rights Watch'],
    ['', 'Ukraine'],
  ])('"%s" is not %s', (typed, name) => {
    expect(resembles(typed, name)).toBe(false);
  });
});
