import { describe, expect, it } from 'vitest';
import { readEmbargo, readExpiry, readMoment } from '../../../../src/corpus/importers/moments/read-moment.ts';

describe('dates as news formats write them', () => {
  it.each([
    ['2026-11-20', '2026-11-20T00:00:00Z'],
    ['20261120', '2026-11-20T00:00:00Z'],
    ['20261120+0100', '2026-11-20T00:00:00+01:00'],
    ['2026-11-20T09:30:00.5+0200', '2026-11-20T09:30:00.5+02:00'],
    ['20261120T093000Z', '2026-11-20T09:30:00Z'],
    ['2026-11-20 09:30', '2026-11-20T09:30:00Z'],
    ['Fri, 20 Nov 2026 09:30:00 GMT', '2026-11-20T09:30:00Z'],
    ['Fri, 20 Nov 2026 9:30 EST', '2026-11-20T09:30:00-05:00'],
    ['20 November 2026', '2026-11-20T00:00:00Z'],
    ['November 20, 2026', '2026-11-20T00:00:00Z'],
    ['Nov. 2, 2026', '2026-11-02T00:00:00Z'],
  ])('%s', (text, moment) => {
    expect(readMoment(text)).toBe(moment);
  });

  it.each([
    '2026-02-29',
    '0000-01-01',
    '2026-13-01',
    '20 Foo 2026',
    '11/12/2026',
    'yesterday',
    '',
    '2026-11-20T25:00',
  ])('%s is no date', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  it('errs on the side of silence when a right has no zone', () => {
    expect(readEmbargo('2026-11-20T09:00')).toBe('2026-11-20T09:00:00-12:00');
    expect(readExpiry('2026-11-20')).toBe('2026-11-20T00:00:00+14:00');
    expect(readEmbargo('2026-11-20T09:00Z')).toBe('2026-11-20T09:00:00Z');
  });
});
