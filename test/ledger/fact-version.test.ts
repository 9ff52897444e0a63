import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/answer/index.ts';
import { factVersion } from '../../src/ledger/index.ts';

const QUOTE: Quote = {
  factId: 'un-civilian-mine-casualties',
  text: 'Mines have killed 407 civilians.',
  kind: 'statement',
  attribution: 'United Nations report, October 2024',
  asOf: '2024-10',
  published: '2024-11-20',
  source: {
    title: 'Mines for Ukraine',
    publisher: null,
    url: null,
    file: 'facts/mines.md',
    line: 12,
  },
  confidence: 0.9,
  highlights: [[0, 5]],
};

describe('the version of a fact', () => {
  it('is the same wherever the words stand in the file and however well they answered', () => {
    const elsewhere = { ...QUOTE, confidence: 0.4, highlights: [], source: { ...QUOTE.source, line: 90 } };
    expect(factVersion(elsewhere)).toEqual(factVersion(QUOTE));
  });

  it('is another when anything that a reader is shown has changed', () => {
    const changes: readonly Partial<Quote>[] = [
      { text: 'Mines have killed 408 civilians.' },
      { kind: 'quote' },
      { attribution: 'United Nations report, November 2024' },
      { asOf: '2024-11' },
      { published: null },
      { source: { ...QUOTE.source, title: 'Mines' } },
      { source: { ...QUOTE.source, publisher: 'United Nations' } },
      { source: { ...QUOTE.source, url: 'https://example.org/' } },
    ];
    const hashes = [QUOTE, ...changes.map((change) => ({ ...QUOTE, ...change }))].map(
      (quote) => factVersion(quote).factHash,
    );
    expect(new Set(hashes).size).toBe(changes.length + 1);
  });

  it('does not take words moved from one field to the next for the same', () => {
    const moved = { ...QUOTE, text: '', attribution: `${QUOTE.text}${QUOTE.attribution}` };
    const other = { ...QUOTE, text: QUOTE.text + QUOTE.attribution, attribution: '' };
    expect(factVersion(moved).factHash).not.toBe(factVersion(other).factHash);
  });
});
