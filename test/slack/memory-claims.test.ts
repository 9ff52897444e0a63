import { describe, expect, it } from 'vitest';
import { createMemoryClaims } from '../../src/slack/memory-claims.ts';

describe('claims in memory', () => {
  it('give each key to the first who asks and to nobody after', async () => {
    const claim = createMemoryClaims();
    expect(await Promise.all([claim('a'), claim('a'), claim('b')])).toEqual([true, false, true]);
  });

  it('forget the oldest keys, so that they never fill the memory', async () => {
    const claim = createMemoryClaims(2);
    for (const key of ['a', 'b', 'c']) await claim(key);
    expect(await claim('c')).toBe(false);
    expect(await claim('b')).toBe(false);
    expect(await claim('a')).toBe(true);
  });
});
