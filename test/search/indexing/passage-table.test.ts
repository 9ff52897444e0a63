import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/corpus/index.ts';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import { openColumns } from '../../../src/search/indexing/index-columns.ts';
import { passage } from '../passages.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const paragraph = fc.array(text, { minLength: 1, maxLength: 4 }).map((texts) =>
  texts.map((own, i) =>
    passage(own, {
      id: own + i,
      context: texts.filter((_, other) => other !== i).join(' '),
      place: { file: 'archive/a.jsonl', line: i + 1, start: i, end: i + own.length },
    }),
  ),
);
const loose = fc
  .record({ own: text, context: text, askedAs: fc.array(text, { maxLength: 2 }), checkedBy: text })
  .map(({ own, context, askedAs, checkedBy }) => [passage(own, { context, askedAs, checkedBy })]);

describe('the passages of an index', () => {
  it('come back as they were given, to the letter', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, loose), { maxLength: 8 }), (groups) => {
        const given: readonly Passage[] = groups.flat();
        const { passages } = openColumns(buildIndex(given));
        expect(passages.size).toBe(given.length);
        expect(given.map((_, ordinal) => ({ ...passages.at(ordinal) }))).toEqual(given);
      }),
    );
  });

  it('are not guessed at beyond their number', () => {
    expect(() => openColumns(buildIndex([])).passages.at(0)).toThrow(RangeError);
  });
});
