import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsPart,
  numberOf,
  numberOfSame,
  WordTableBuilder,
  wordAt,
} from '../../../src/search/columns/word-table.ts';

function tableOf(words: readonly string[]) {
  const builder = new WordTableBuilder();
  const numbers = words.map((word) => builder.add(word));
  return { numbers, table: builder.finish() };
}

describe('a table of words', () => {
  it('numbers different words in the order they came, and finds each again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 300 }), (words) => {
        const { numbers, table } = tableOf(words);
        const different = [...new Set(words)];
        expect(numbers).toEqual(words.map((word) => different.indexOf(word)));
        expect(different.map((word) => numberOf(table, word))).toEqual(different.map((_, number) => number));
        expect(different.map((_, number) => wordAt(table, number))).toEqual(different);
      }),
    );
  });

  it('holds as many as there are', () => {
    const words = Array.from({ length: 50_000 }, (_, i) => `word${i}`);
    const { table } = tableOf(words);
    expect(numberOf(table, 'word0')).toBe(0);
    expect(numberOf(table, 'word49999')).toBe(49_999);
    expect(numberOf(table, 'word50000')).toBe(-1);
    expect(wordAt(table, 50_000)).toBe('');
  });

  it('knows a part of a form with another ending', () => {
    const { table } = tableOf(['invas', 'land', '']);
    expect(holdsPart(table, 'invad', { from: 0, to: 4, ending: 's' })).toBe(true);
    expect(holdsPart(table, 'invad', { from: 0, to: 4, ending: 'd' })).toBe(false);
    expect(holdsPart(table, 'wetland', { from: 3, to: 7, ending: '' })).toBe(true);
    expect(holdsPart(table, 'wetland', { from: 3, to: 3, ending: '' })).toBe(true);
  });

  it('finds the words of another table', () => {
    const words = fc.array(fc.string({ maxLength: 3 }), { maxLength: 60 });
    fc.assert(
      fc.property(words, words, (some, others) => {
        const [{ table }, other] = [tableOf(some), tableOf(others)];
        expect(other.numbers.map((number) => numberOfSame(table, other.table, number))).toEqual(
          others.map((word) => numberOf(table, word)),
        );
      }),
    );
  });

  it('cuts words that nobody types', () => {
    const { table } = tableOf(['a'.repeat(300), 'b']);
    expect(wordAt(table, 0)).toBe('a'.repeat(256));
    expect(numberOf(table, 'a'.repeat(299))).toBe(0);
    expect(numberOf(table, 'b')).toBe(1);
  });
});
