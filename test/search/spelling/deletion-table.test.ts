import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeletionTable, nearWords } from '../../../src/search/spelling/deletion-table.ts';
import { editDistance } from '../../../src/search/spelling/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 7 });

describe('nearWords', () => {
  it('finds exactly the words one slip away, as a scan of all words does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, typed) => {
        const table = createDeletionTable([...words.keys()], (id) => words[id] ?? '');
        const scanned = words.filter((candidate) => editDistance(typed, candidate, 1) <= 1);
        expect(
          nearWords(table, typed)
            .map((id) => words[id])
            .sort(),
        ).toEqual(scanned.sort());
      }),
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['mine', 'mine', 0],
    ['mine', 'mines', 1],
    ['mine', 'mien', 1],
    ['mine', 'mint', 1],
    ['izum', 'izium', 1],
    ['kitten', 'sitting', 3],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });
});
