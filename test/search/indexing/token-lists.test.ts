import { describe, expect, it } from 'vitest';
import { spellingOfToken, tokenOf, wordOfToken } from '../../../src/search/indexing/token-lists.ts';

const LAST_WORD = 2 ** 22 - 1;

describe('a word and its spelling as one number', () => {
  it.each([
    [0, 0],
    [1, 31],
    [LAST_WORD, 31],
  ])('gives both back: %d %d', (word, spelling) => {
    const token = tokenOf(word, spelling);
    expect([wordOfToken(token), spellingOfToken(token)]).toEqual([word, spelling]);
  });

  it('has no room for more than four million different words, and says so', () => {
    expect(() => tokenOf(LAST_WORD + 1, 0)).toThrow(RangeError);
    expect(() => tokenOf(LAST_WORD + 1, 0)).toThrow('smaller parts');
  });
});
