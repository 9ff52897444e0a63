import { describe, expect, it } from 'vitest';
import { fewestTrials, lowerBound, upperBound } from '../../src/calibration/binomial-bounds.ts';

describe('bounds on a share', () => {
  it.each([
    // qbeta(.95, seen + 1, trials - seen) and qbeta(.05, seen, trials - seen + 1), by SciPy 1.17.
    [0, 59, 0.049508, 0],
    [1, 1, 1, 0.05],
    [0, 10, 0.258866, 0],
    [3, 20, 0.343664, 0.042169],
    [16, 492, 0.048975, 0.020502],
    [10, 10, 1, 0.741134],
    [250, 5000, 0.055368, 0.045026],
  ])('for %i of %i are those of Clopper and Pearson', (seen, trials, upper, lower) => {
    expect(upperBound(seen, trials)).toBeCloseTo(upper, 5);
    expect(lowerBound(seen, trials)).toBeCloseTo(lower, 5);
  });

  it('say nothing without trials', () => {
    expect(upperBound(0, 0)).toBe(1);
    expect(lowerBound(0, 0)).toBe(0);
  });

  it('tell how many trials it takes to show a share', () => {
    for (const target of [0.01, 0.05, 0.1, 0.5]) {
      const trials = fewestTrials(target);
      expect(upperBound(0, trials)).toBeLessThanOrEqual(target + 1e-6);
      expect(upperBound(0, trials - 1)).toBeGreaterThan(target);
    }
  });
});
