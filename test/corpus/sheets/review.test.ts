import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../../src/corpus/index.ts';
import { dateInText } from '../../../src/corpus/sheets/date-in-text.ts';

const today = '2026-11-30';
const source = { id: 'a', title: 'A', file: 'a.md', published: '2024-10-01' } as const;

describe('the review of a fact', () => {
  it('is asked for by nothing where no date and no interval is set', () => {
    expect(reviewOf({ source }, { today })).toEqual({
      lastChecked: '2024-10-01',
      knownBy: 'published',
      days: 790,
      isOverdue: false,
    });
  });

  it('is overdue when all of its date has passed', () => {
    const overdue = (reviewBy: string, day = today) =>
      reviewOf({ source, reviewBy }, { today: day }).isOverdue;
    expect(['2026-11-29', '2026-10', '2025'].map((by) => overdue(by))).toEqual([true, true, true]);
    expect(['2026-11-30', '2026-11', '2026', '2027-01-01'].map((by) => overdue(by))).toEqual([
      ...[false, false, false, false],
    ]);
    expect(overdue('2026-11', '2026-12-01')).toBe(true);
    expect(overdue('2024-02', '2024-02-29')).toBe(false);
    expect(overdue('2024-02', '2024-03-01')).toBe(true);
  });

  it('counts from who checked it, else from when the desk read the source, else from when that appeared', () => {
    const read = { ...source, accessed: '2026-01-01' };
    const known = (checkedBy: string | undefined, from = read) => {
      const { knownBy, lastChecked } = reviewOf({ source: from, checkedBy }, { today });
      return [knownBy, lastChecked];
    };
    expect(known('Ada Quill, 3 March 2025')).toEqual(['checked by', '2025-03-03']);
    expect(known('Research desk')).toEqual(['accessed', '2026-01-01']);
    expect(known(undefined)).toEqual(['accessed', '2026-01-01']);
    expect(known('Ada Quill, 3 March 2052')).toEqual(['accessed', '2026-01-01']);
  });

  it('is due so many days after the last check, and when its own date comes sooner, then', () => {
    const checked = { source, checkedBy: 'Ada Quill, 2026-10-01' };
    expect(reviewOf(checked, { today, afterDays: 60 })).toMatchObject({
      due: '2026-11-30',
      isOverdue: false,
      days: 60,
    });
    expect(reviewOf(checked, { today, afterDays: 59 })).toMatchObject({ due: '2026-11-29', isOverdue: true });
    const own = { ...checked, reviewBy: '2026-11' };
    expect(reviewOf(own, { today, afterDays: 365 }).due).toBe('2026-11');
    expect(reviewOf({ ...own, reviewBy: '2099' }, { today, afterDays: 59 }).due).toBe('2026-11-29');
  });

  it('was done when somebody checked it on the date or later', () => {
    const due = (reviewBy: string, checkedBy: string) =>
      reviewOf({ source, reviewBy, checkedBy }, { today }).due;
    expect(due('2026-11-01', 'Ada Quill, 1 Nov 2026')).toBeUndefined();
    expect(due('2026-11-01', 'Ada Quill, 31 Oct 2026')).toBe('2026-11-01');
    expect(due('2026', 'Ada Quill, 31 Oct 2026')).toBe('2026');
  });

  it('counts a month or year from its end, and never from tomorrow', () => {
    const days = (checkedBy: string) => reviewOf({ source, checkedBy }, { today }).days;
    expect(days('Ada Quill, October 2026')).toBe(30);
    expect(days('Ada Quill, 2026')).toBe(0);
  });
});

describe('the date in a line', () => {
  it.each([
    ['Ada Quill, 3 March 2025', '2025-03-03'],
    ['Ada Quill (3rd Mar. 2025)', '2025-03-03'],
    ['Ada Quill, March 3, 2025', '2025-03-03'],
    ['Ada Quill, 2025-03-03', '2025-03-03'],
    ['Ada Quill, March 2025', '2025-03'],
    ['Ada Quill 2024, again Ben Ross 2025-03', '2025-03'],
    ['Ada Quill and Ben Ross, 30 Nov 2026', '2026-11-30'],
    ['Research desk', undefined],
    ['Ada Quill, 31 February 2025', '2025'],
    ['Ada Quill, 03/04/2025', undefined],
    ['Ada Quill, 03.04.2025', undefined],
    ['Ada Quill, room 4711', undefined],
    ['May Quill', undefined],
  ])('of %j is %j', (text, date) => {
    expect(dateInText(text)).toBe(date);
  });
});
