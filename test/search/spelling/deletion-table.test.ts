import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../src/edit-distance.ts';
import { createDeletionTable, nearWords } from '../../../src/search/spelling/deletion-table.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 7 });

describe('nearWords', () => {
  it('finds exactly the words one slip away, as a scan of all words does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, typed) => {
        const letters = Uint16Array.from(words.join(''), (letter) => letter.charCodeAt(0));
        const starts = Int32Array.from(
          { length: words.length + 1 },
          (_, i) => words.slice(0, i).join('').length,
        );
        const table = createDeletionTable(Int32Array.from(words.keys()), { letters, starts });
        const scanned = words.filter((candidate) => editDistance(typed, candidate, 1) <= 1);
        expect(
          nearWords(table, { letters, starts }, typed)
            .map((id) => words[id])
            .sort(),
        ).toEqual(scanned.sort());
      }),
    );
  });
});
