import { expect, it } from 'vitest';
import { fold } from '../../src/search/text/fold.ts';

it.each([
  ['Kyïv', 'kyiv'],
  ['ﬁre', 'fire'],
  ['e\u0301\u0323', 'e'],
  ['Łódź', 'lodz'],
])('%s and %s are one word', (written, folded) => {
  expect(fold(written)).toBe(folded);
});

it('takes a letter under a hundred thousand marks for that letter, at once', () => {
  const start = performance.now();
  expect(fold(`Ki${'\u0301\u0323'.repeat(50_000)}yv`)).toBe('kiyv');
  // To put the marks in order first takes seconds.
  expect(performance.now() - start).toBeLessThan(1_000);
});
