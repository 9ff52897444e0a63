import { describe, expect, it } from 'vitest';
import { cite, formatPartialDate, type Quote } from '../../src/answer/index.ts';

const quote: Quote = {
  factId: 'a',
  text: 'Words.',
  kind: 'quote',
  attribution: 'Rosa Quill',
  asOf: '2025-02',
  published: '2025-03-04',
  source: { title: 'Report', publisher: 'Port', url: 'https://port.example', file: 'facts/a.md', line: 7 },
  confidence: 0.9,
  highlights: [],
};

describe('a citation', () => {
  it('names speaker, dates and source in words', () => {
    expect(cite(quote)).toEqual({
      attribution: 'Rosa Quill',
      isDeskWording: false,
      when: 'as of February 2025',
      title: 'Report',
      details: ['Port', '4 March 2025'],
      missing: null,
      spread: null,
      url: 'https://port.example',
      overdue: null,
    });
  });

  it('says what nobody recorded', () => {
    const bare = { ...quote, published: null, source: { ...quote.source, publisher: null, url: null } };
    expect(cite(bare)).toMatchObject({ details: [], missing: 'publisher, date and link not recorded' });
  });

  it('marks the wording of the desk, and does not name the source twice', () => {
    expect(cite({ ...quote, kind: 'statement' })).toMatchObject({
      attribution: 'Rosa Quill',
      isDeskWording: true,
    });
    expect(cite({ ...quote, kind: 'statement', attribution: 'Port' })).toMatchObject({ attribution: null });
  });

  it('calls the day a source without a date was read just that', () => {
    expect(cite({ ...quote, published: null, isUndated: true, asOf: '2026-11-22' }).when).toBe(
      'accessed 22 November 2026',
    );
  });

  it('says since when a review is overdue, as exactly as the desk set it', () => {
    const told = ['2026-11-01', '2026-11', '2025'].map(
      (reviewWasDue) => cite({ ...quote, reviewWasDue }).overdue,
    );
    expect(told).toEqual(['review was due 1 Nov 2026', 'review was due Nov 2026', 'review was due 2025']);
  });

  it('writes dates as exactly as they are known', () => {
    expect(['2024', '2024-11', '2024-11-05'].map(formatPartialDate)).toEqual([
      '2024',
      'November 2024',
      '5 November 2024',
    ]);
  });
});
