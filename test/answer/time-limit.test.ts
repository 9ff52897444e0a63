import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { createTimeLimit, TookTooLongError } from '../../src/answer/time-limit.ts';
import { createIndex } from '../../src/search/index.ts';
import { passage } from '../search/passages.ts';
import { BETWEEN_MS, HARD_QUESTION, manySpeakers } from './many-speakers.ts';

/** Gives what the work throws, and the milliseconds it took. */
function timed(work: () => unknown): { readonly error: unknown; readonly ms: number } {
  const start = performance.now();
  try {
    work();
    return { error: undefined, ms: performance.now() - start };
  } catch (error) {
    return { error, ms: performance.now() - start };
  }
}

describe('work that has no end', () => {
  // Each would go on for longer than a test may.
  it.each([
    [
      'a loop',
      () => {
        for (let i = 0; ; i = (i + 1) % 7) if (i < 0) return;
      },
    ],
    ['a regular expression that tries every way', () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`)],
    [
      'a loop that catches what is thrown in it',
      () => {
        for (;;) {
          try {
            JSON.parse('{');
          } catch {
            // And again.
          }
        }
      },
    ],
  ])('is cut when its time is over: %s', (_what, work) => {
    const inTime = createTimeLimit(50)();
    const { error, ms } = timed(() => inTime(work));
    expect(error).toBeInstanceOf(TookTooLongError);
    expect(ms).toBeGreaterThan(40);
    expect(ms).toBeLessThan(2_000);
  });

  it('leaves no time for what else the same question needs, and all of it for the next question', () => {
    const start = createTimeLimit(50);
    const inTime = start();
    expect(() =>
      inTime(() => {
        for (;;);
      }),
    ).toThrow(TookTooLongError);
    expect(() => inTime(() => 'more')).toThrow(TookTooLongError);
    expect(start()(() => 'another')).toBe('another');
  });
});

describe('work that ends in time', () => {
  it('gives what it gives, and throws what it throws', () => {
    const inTime = createTimeLimit(1_000)();
    const result = { found: 1 };
    const failure = new RangeError('no such passage');
    const fail = () => {
      throw failure;
    };
    expect(inTime(() => result)).toBe(result);
    expect(timed(() => inTime(fail)).error).toBe(failure);
    expect(failure.stack).toMatch(/^RangeError: no such passage/);
  });

  it('costs a question less than a fifth of a millisecond', () => {
    const start = createTimeLimit(2_000);
    const times = Array.from({ length: 2_000 }, () => timed(() => start()(() => 1)).ms).sort((a, b) => a - b);
    expect(times[1_000]).toBeLessThan(0.2);
  });
});

describe('a search that was cut', () => {
  const passages = Array.from({ length: 3_000 }, (_, i) =>
    passage(`Report ${i} says that mine ${i % 97} near village ${i % 31} killed ${i} soldiers.`, {
      id: `p${i}`,
    }),
  );
  const questions = [
    'how many soldeirs did the mine near vilage 7 kill',
    'who reported the mines of village 3',
    '"near village 9" report',
  ];
  const foundIn = (index: ReturnType<typeof createIndex>) =>
    questions.map((question) =>
      index
        .search(question)
        .hits.map(({ passage: { id }, score, highlights }) => ({ id, score, highlights })),
    );

  it('leaves nothing behind that another search finds, wherever it was cut', () => {
    const index = createIndex(passages);
    const expected = foundIn(createIndex(passages));
    let cut = 0;
    for (let round = 0; round < 40; round++) {
      const asked = `${questions[round % 3]} wich soldeir kiled vilage reprot ${'"mine" '.repeat(round * 20)}`;
      const { error } = timed(() =>
        createTimeLimit(1)()(() => index.search(asked).hits.map((hit) => hit.explain())),
      );
      if (!error) continue;
      cut++;
      index.reopen();
      expect(foundIn(index)).toEqual(expected);
    }
    expect(cut).toBeGreaterThan(3);
  });
});

describe('a question that takes too long', () => {
  it('is refused, and the next one is answered', async () => {
    const corpus = await manySpeakers();
    const desk = await openFactDesk({
      corpus,
      now: () => new Date('2026-11-22T12:00:00Z'),
      mostMs: BETWEEN_MS,
    });
    await expect(desk.ask(HARD_QUESTION)).rejects.toThrow(TookTooLongError);
    expect((await desk.ask('What said captain 7?')).quotes[0]?.text).toBe('Ferry 7 was late.');
    await expect(desk.ask('and?', { earlier: HARD_QUESTION })).rejects.toThrow(TookTooLongError);
    expect((await desk.ask('What said captain 8?')).quotes[0]?.text).toBe('Ferry 8 was late.');
  });
});
