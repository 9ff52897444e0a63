import { describe, expect, it } from 'vitest';
import { isSamePeriod, periodOf, timesIn } from '../../../src/search/text/periods.ts';

describe('the times of a text', () => {
  it.each([
    ['In 2023, 5,757 people were hurt, says Landmine Monitor 2024.', ['2023']],
    ['Rain rose from 60 in 2021 to 600 in 2022.', ['2021', '2022']],
    ['The bridge opened on 20 November 2024.', ['2024-11']],
    ['It stood at 6.1 percent in May 2025 and Feb. 2024.', ['2025-05', '2024-02']],
    ['Euro 2024 drew 2024 guests and 2,024 reporters.', ['2024']],
    ['The town has 40,000 people.', []],
  ])('are those it speaks of, and no years in names: %s', (text, times) => {
    expect(timesIn(text)).toEqual(times);
  });

  it('give the one that it tells of', () => {
    expect(periodOf('Rain rose from 60 in 2021 to 600 in 2022.', '2021')).toBe('2021');
    expect(periodOf('Rain rose from 60 in 2021 to 600 in 2022.', '2023-01')).toBe('2022');
    expect(periodOf('The town has 40,000 people.', '2023-01')).toBe('2023');
    expect(periodOf('The town has 40,000 people.', undefined)).toBeUndefined();
  });

  it('are the same as far as they are known', () => {
    expect(isSamePeriod('2024', '2024-05')).toBe(true);
    expect(isSamePeriod(undefined, '2024')).toBe(true);
    expect(isSamePeriod('2024-06', '2024-05')).toBe(false);
    expect(isSamePeriod('2024', '2023')).toBe(false);
  });
});
