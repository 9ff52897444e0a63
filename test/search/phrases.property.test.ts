import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { passage } from './passages.ts';

const texts = [
  'Mines were laid around the village of Izium.',
  'She said "mines" and nothing else.',
  'Ten mines — and no map.',
  '… ? !',
];
const index = createIndex(texts.map((text, i) => passage(text, { id: `p${i}` })));
const found = (question: string) => index.search(question).hits.map(({ passage: { id } }) => id);

const MARKS = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['«', '»'],
] as const;
/**
 * Blanks of all widths, marks that stand on the letter before them, a letter that is nothing but such a mark, and
 * signs.
 */
const NO_WORDS = [
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u2009',
  '\u3000',
  '\u0301',
  '\u0308',
  '\u037a',
  '\u200b',
  '…',
  '-',
  '?',
  '💣',
];

describe('quotation marks around no word', () => {
  it.each(MARKS)('change nothing of what is found: %s %s', (open, close) => {
    for (const inner of NO_WORDS) {
      const asked = `mines ${open}${inner}${close}`;
      expect(index.search(asked).parsed.phrases).toEqual([]);
      expect(found(asked)).toEqual(found('mines'));
    }
  });
});

describe('a question with quotation marks anywhere', () => {
  const piece = fc.oneof(
    fc.constantFrom(...MARKS.flat(), '‘', '’', '‹', '›', '‚', '"', '“'),
    fc.constantFrom(...NO_WORDS, ...NO_WORDS),
    fc.constantFrom('mines', 'Izium', 'unheard', 'Ten mines', 'a', '7'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const question = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

  it('comes to an end, and what it finds holds its phrases', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { hits, parsed } = index.search(asked);
        for (const hit of hits) expect(texts).toContain(hit.passage.text);
        // A phrase of which nothing is known finds nothing; one of no word is none.
        if (parsed.phrases.length === 0) return;
        const phrases = MARKS.flatMap(([open, close]) =>
          asked
            .split(open)
            .slice(1)
            .map((rest) => rest.split(close)[0] ?? ''),
        );
        // Some signs are read as the letters in them: 🄐 as (a).
        expect(phrases.some((phrase) => /[\p{L}\p{N}]/u.test(phrase.normalize('NFKD')))).toBe(true);
      }),
      { numRuns: process.env.CI ? 3_000 : 1_000 },
    );
  });
});
