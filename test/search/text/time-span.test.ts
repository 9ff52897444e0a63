import { describe, expect, it } from 'vitest';
import { readTimeSpans } from '../../../src/search/text/read-time-spans.ts';
import { spanOfDate, timeFit } from '../../../src/search/text/time-span.ts';

function fitOf(asked: string, told: string): number | undefined {
  const [one] = readTimeSpans(asked);
  const [other] = readTimeSpans(told);
  return one && other && timeFit(one, other);
}

describe('how well a time that is told answers for one that is asked for', () => {
  it.each([
    ['in 1998', 'in 1998', 1],
    ['from 1985 to 1992', 'in March 1985', 1],
    ['from 1985 to 1992', 'since 1985', 1],
    ['in the 1980s', 'in 1985', 1],
    ['between 1980 and 1989', 'from 1983 to 1985', 1],
    ['since 1996', 'in 2004', 1],
    ['in 1988', 'from 1985 to 1992', 0.5],
    ['in the 15th century', '1455–1536', 0.5],
    ['from 1985 to 1992', 'in 1988', 0],
    ['in 1998', 'in 1989', 0],
    ['in 1998', 'until 1990', 0],
    ['before 1990', 'in 1998', 0],
  ])('asked %s, told %s: %d', (asked, told, fit) => {
    expect(fitOf(asked, told)).toBe(fit);
  });

  it('is read of partial dates', () => {
    expect(spanOfDate('2024')).toEqual({ from: 24288, to: 24299, isWhole: false });
    expect(spanOfDate('2024-03')).toEqual({ from: 24290, to: 24290, isWhole: false });
    expect(spanOfDate('2024-03-05')).toEqual(spanOfDate('2024-03'));
  });
});
