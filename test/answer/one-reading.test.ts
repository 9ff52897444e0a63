import { describe, expect, it } from 'vitest';
import { areOneReading, areTwoFacts } from '../../src/answer/one-reading.ts';
import { ONE_FACT, OTHER_FACTS, SIBLINGS } from './reading-pairs.ts';

describe('two texts', () => {
  it.each(ONE_FACT)('are two readings of one fact: %s | %s', (shown, other) => {
    expect([areOneReading(shown, other), areOneReading(other, shown)]).toEqual([true, true]);
    expect(areTwoFacts(shown, other)).toBe(false);
  });

  it.each(SIBLINGS)('say something of their own, though put alike: %s | %s', (shown, other) => {
    expect([areOneReading(shown, other), areOneReading(other, shown)]).toEqual([false, false]);
  });

  it.each(OTHER_FACTS)('are two facts: %s | %s', (shown, other) => {
    expect([areTwoFacts(shown, other), areTwoFacts(other, shown)]).toEqual([true, true]);
    expect(areOneReading(shown, other)).toBe(false);
  });

  it('of a word each are not told apart', () => {
    expect(areTwoFacts('1901', '1902')).toBe(false);
  });
});
