import { describe, expect, it } from 'vitest';
import {
  hasAmbiguousZone,
  isNoDate,
  readEmbargo,
  readExpiry,
  readMoment,
} from '../../../../src/corpus/importers/moments/read-moment.ts';

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
    ['2036-12-01 9:30 PM', '2036-12-01T21:30:00Z'],
    ['Dec. 1, 2036 11:59 pm', '2036-12-01T23:59:00Z'],
    ['1 December 2036, 12:30 a.m.', '2036-12-01T00:30:00Z'],
    ['12 noon, 1 Dec 2036', '2036-12-01T12:00:00Z'],
    ['Mon, 16 Nov 26 08:00:00 GMT', '2026-11-16T08:00:00Z'],
    ['20 Nov 98', '1998-11-20T00:00:00Z'],
    ['Fri, 20 Nov 2026 8:56 pm EST', '2026-11-20T20:56:00-05:00'],
    ['2026-11-20 09:30:00+00', '2026-11-20T09:30:00+00:00'],
    ['2026-11-20T09:30+5:30', '2026-11-20T09:30:00+05:30'],
    ['2026-11-20 09:30 UTC+02:00', '2026-11-20T09:30:00+02:00'],
    ['2026/11/20', '2026-11-20T00:00:00Z'],
    ['20-Nov-2024', '2024-11-20T00:00:00Z'],
    ['20/11/2024', '2024-11-20T00:00:00Z'],
    ['11/20/2024 5:00 PM PST', '2024-11-20T17:00:00-08:00'],
    ['11/11/2026', '2026-11-11T00:00:00Z'],
    ['20.11.2026 09:30', '2026-11-20T09:30:00Z'],
    ['Fri Nov 20 09:30:00 2026', '2026-11-20T09:30:00Z'],
    ['Fri Nov 20 2026 09:30:00 GMT+0200 (CEST)', '2026-11-20T09:30:00+02:00'],
    ['2026-11-20T09:30:00+01:00[Europe/Oslo]', '2026-11-20T09:30:00+01:00'],
    ['2026-07-20 09:30 Europe/Oslo', '2026-07-20T09:30:00+02:00'],
    ['Updated 10:53 AM ET, Wed November 18, 2020', '2020-11-18T10:53:00-05:00'],
    ['9 p.m. ET on Monday, July 20th, 2026', '2026-07-20T21:00:00-04:00'],
    ['20 November 2026 9:30 a.m. London time', '2026-11-20T09:30:00+00:00'],
    ['0001 GMT 24 December 2099', '2099-12-24T00:01:00Z'],
    ['24 December 2099 (00:01 GMT)', '2099-12-24T00:01:00Z'],
    ['Ven, 20 Nov 2026 09:30:00 +0100', '2026-11-20T09:30:00+01:00'],
    ['1763629200', '2025-11-20T09:00:00Z'],
    ['1763629200000', '2025-11-20T09:00:00Z'],
    ['20261120093000', '2026-11-20T09:30:00Z'],
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
    // A day and an hour, or seconds since 1970 in the year 2034.
    '2026112009',
    '13:30 AM, 1 December 2036',
    '0:30 PM, 1 December 2036',
    'midnight, 1 December 2036',
    '9:30 PM',
    '1 December 2036 and later',
    '2026-11-20 09:30 XYZ',
    '11 am ET / 8 am PT, 1 December 2036',
    '2030 GMT, 24 December',
    '2026-11',
  ])('%s is no date', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });

  it('errs on the side of silence when a right has no zone', () => {
    expect(readEmbargo('2026-11-20T09:00')).toBe('2026-11-20T09:00:00-12:00');
    expect(readExpiry('2026-11-20')).toBe('2026-11-20T00:00:00+14:00');
    expect(readEmbargo('2026-11-20T09:00Z')).toBe('2026-11-20T09:00:00Z');
  });

  it('takes a zone of several meanings for the last of them where it ends an embargo, the first where it ends a right', () => {
    expect(readEmbargo('2026-11-20 09:30 IST')).toBe('2026-11-20T09:30:00+01:00');
    expect(readExpiry('2026-11-20 09:30 IST')).toBe('2026-11-20T09:30:00+05:30');
    expect(hasAmbiguousZone('2026-11-20 09:30 IST')).toBe(true);
    expect(readEmbargo('2026-11-20 09:30 IST', 'Asia/Kolkata')).toBe('2026-11-20T09:30:00+05:30');
  });

  it('believes no date of a right whose day of the week is another', () => {
    expect(readEmbargo('Tuesday, 20 November 2026')).toBeUndefined();
    expect(readEmbargo('Friday, 20 November 2026')).toBe('2026-11-20T00:00:00-12:00');
  });
});

describe('dates in the zone of a newsroom', () => {
  it('have its offset of that day where they name no zone', () => {
    expect(readMoment('2026-11-20 09:30', 'Europe/Oslo')).toBe('2026-11-20T09:30:00+01:00');
    expect(readMoment('2026-07-20 09:30', 'Europe/Oslo')).toBe('2026-07-20T09:30:00+02:00');
    expect(readMoment('2026-11-20 09:30', 'nowhere')).toBe('2026-11-20T09:30:00Z');
  });

  it('are of the day on which it was published there, and not in universal time', () => {
    expect(readMoment('2026-11-20T03:30:00Z', 'America/New_York')).toBe('2026-11-19T22:30:00-05:00');
    expect(readMoment('2026-11-19T23:30:00+00:00', '+02:00')).toBe('2026-11-20T01:30:00+02:00');
    // A day, as programs write it.
    expect(readMoment('2026-11-20T00:00:00Z', 'America/New_York')).toBe('2026-11-20T00:00:00Z');
    expect(readMoment('2026-11-20T03:30:00+01:00', 'America/New_York')).toBe('2026-11-20T03:30:00+01:00');
  });

  it('err on the side of silence in the hour that comes twice, and in the one that does not come', () => {
    expect(readEmbargo('2026-10-25 02:30', 'Europe/Oslo')).toBe('2026-10-25T02:30:00+01:00');
    expect(readExpiry('2026-10-25 02:30', 'Europe/Oslo')).toBe('2026-10-25T02:30:00+02:00');
    expect(readEmbargo('2026-03-29 02:30', 'Europe/Oslo')).toBe('2026-03-29T02:30:00+01:00');
    expect(readExpiry('2026-03-29 02:30', 'Europe/Oslo')).toBe('2026-03-29T02:30:00+02:00');
  });
});

describe('no date', () => {
  it.each(['0001-01-01T00:00:00Z', '0001-01-01', '0000-00-00 00:00:00', 'none', 'N/A', '-', 'undated'])(
    '%s',
    (text) => {
      expect(isNoDate(text)).toBe(true);
    },
  );

  it.each(['2026-11-20', '0001-02-01', 'none of them', 'soon'])('is not %s', (text) => {
    expect(isNoDate(text)).toBe(false);
  });
});
