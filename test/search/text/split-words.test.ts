import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPELLING, splitWords } from '../../../src/search/text/split-words.ts';

function wordsOf(text: string): string[] {
  const words: string[] = [];
  splitWords(text, (form) => words.push(form));
  return words;
}

describe('splitWords', () => {
  it.each([
    ['Land-mine and land mine', ['land', 'mine', 'and', 'land', 'mine']],
    ['the U.N. said', ['the', 'un', 'said']],
    ['The U.S. told us', ['the', 'usa', 'told', 'us']],
    ["Ukraine's and Ukraine’s", ['ukraine', 'and', 'ukraine']],
    ["don't", ['dont']],
    ['1,000 or 11.7 percent.', ['1000', 'or', '11.7', 'percent']],
    ['In 2022, 407 died', ['in', '2022', '407', 'died']],
    ['Škoda in Kyïv', ['skoda', 'in', 'kyiv']],
    ['地雷 mine', ['地', '雷', 'mine']],
    ['', []],
    ['?!… 😀', []],
  ])('reads %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('tells a capital letter from one that only begins a sentence', () => {
    const seen: [string, boolean][] = [];
    splitWords('Mines kill. Austin said Kyiv', (form, _start, _end, spelling) =>
      seen.push([form, (spelling & SPELLING.capital) > 0 && (spelling & SPELLING.sentenceStart) === 0]),
    );
    expect(seen).toEqual([
      ['mines', false],
      ['kill', false],
      ['austin', false],
      ['said', false],
      ['kyiv', true],
    ]);
  });

  it('gives ranges that ascend, do not overlap and stay within any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        splitWords(text, (_form, start, end) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        });
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
