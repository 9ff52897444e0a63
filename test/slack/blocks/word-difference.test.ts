import { expect, it } from 'vitest';
import type { ShownWords } from '../../../src/ledger/index.ts';
import { markDifference } from '../../../src/slack/blocks/recall/marked-difference.ts';
import { tellChange } from '../../../src/slack/blocks/recall/tell-change.ts';
import { wordDifference } from '../../../src/slack/blocks/recall/word-difference.ts';

const LENGTH = 20_000;

/** Words that a text of the other letter has none of. */
function textOf(letter: string, length = LENGTH): string {
  const words = Array.from({ length: length / 5 }, (_, at) => `${letter}${(at * 7919) % 997}`);
  return words.join(' ').slice(0, length);
}

function shown(text: string): ShownWords {
  return {
    text,
    sourceLine: 'As of 2026 · A report',
    kind: 'statement',
    attribution: '',
    asOf: '2026',
    published: null,
    title: 'A report',
    publisher: null,
    url: null,
  };
}

/** The shortest of several times, in milliseconds: others share the machine. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...times);
}

it('long texts with nothing in common are told in part, and hold nobody up', () => {
  const [was, is] = [textOf('a'), textOf('b')];
  expect(wordDifference(was, is)).toBeNull();
  const told = tellChange(shown(was), shown(is));
  expect(told.was.startsWith('a0 a')).toBe(true);
  expect(told.is.startsWith('b0 b')).toBe(true);
  expect(told.was.length).toBeLessThanOrEqual(400);
  expect(markDifference(was, is)).toEqual({
    was: [{ type: 'text', text: was }],
    is: [{ type: 'text', text: is }],
  });
  expect(timeOf(() => tellChange(shown(was), shown(is)))).toBeLessThan(50);
  expect(timeOf(() => wordDifference(textOf('a', 400_000), textOf('b', 400_000)))).toBeLessThan(50);
});

it('of long texts that share most the stretch that differs is told', () => {
  const was = `${textOf('a')} has 14 berths. ${textOf('c')}`;
  const is = `${textOf('a')} has 41 berths. ${textOf('c')}`;
  const told = tellChange(shown(was), shown(is));
  expect(told.was).toMatch(/^… .* has 14 berths\. .* …$/);
  expect(told.is).toMatch(/^… .* has 41 berths\. .* …$/);
  expect(told.was.length).toBeLessThan(160);
  expect(timeOf(() => tellChange(shown(was), shown(is)))).toBeLessThan(50);
  expect(tellChange(shown(was), shown(`${was} And more.`)).is).toMatch(/^… .* And more\.$/);
  expect(tellChange(shown(was), shown(`More. ${was}`)).is).toMatch(/^More\. a0 .* …$/);
  expect(tellChange(shown(`${was} that that end`), shown(`${was} that end`)).is).toMatch(/ that end$/);
});

it('a change at the end of a text that was written anew is not told by what stayed', () => {
  const was = `${textOf('a')} ${textOf('b')}`;
  const told = tellChange(shown(was), shown(`${textOf('a')} ${textOf('c')}`));
  expect(told.was).toMatch(/^… .* a\d+ b0 /);
  expect(told.is).toMatch(/^… .* a\d+ c0 /);
});
