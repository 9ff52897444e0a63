import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { passage } from './passages.ts';

const usual = Array.from({ length: 2000 }, (_, i) =>
  passage(`Report ${i} says that mine ${i % 97} near village ${i % 31} killed ${i} soldiers.`, {
    id: `p${i}`,
  }),
);
const index = createIndex(usual);

/** Ten times what a slow ordinary question takes here, with room for a machine that does other things too. */
const MOST_MS = 250;

const timed = (question: string, asked = index) => {
  const start = performance.now();
  const result = asked.search(question);
  return { ...result, ms: performance.now() - start };
};

describe('questions nobody means to ask', () => {
  timed('which village reports soldiers killed');

  it.each([
    ['no characters', ''],
    ['one character', 'm'],
    ['20,000 characters', 'soldiers killed near the village '.repeat(610).slice(0, 20_000)],
    ['20,000 characters without a space', 'mine'.repeat(5000)],
    ['one word 5,000 times', 'mine '.repeat(5000)],
    ['only stop words', 'who was it that did this to them and why'],
    ['words of 300 letters', `${'soldier'.repeat(43)} ${'village'.repeat(43)}`],
    ['no Latin letters', 'Скільки мін? 地雷は何個ですか كم عدد الألغام'],
    ['only emoji', '💣💣💣 🇺🇦'],
    ['halves of surrogate pairs', '\uD83D mine \uDE00 \uD83D'],
    ['characters of regular expressions', '(mine|*+?[a-z]{99999}$^\\b)(?:'],
    ['20,000 opening quotation marks', '„'.repeat(20_000)],
    ['20,000 colons', 'a:'.repeat(10_000)],
    ['right-to-left and control characters', '\u202Emine\u0000\u0007 village\u200F'],
  ])('%s are searched without harm or delay', (_what, question) => {
    const { hits, ms } = timed(question);
    expect(hits.length).toBeLessThanOrEqual(10);
    for (const hit of hits) expect(Number.isFinite(hit.score)).toBe(true);
    expect(ms).toBeLessThan(MOST_MS);
  });

  it('a word that every passage holds still gives the passages in their order', () => {
    const { hits, ms } = timed('report');
    expect(hits.map(({ passage: hit }) => hit.id)).toEqual(Array.from({ length: 10 }, (_, i) => `p${i}`));
    expect(ms).toBeLessThan(MOST_MS);
  });
});

describe('passages nobody means to write', () => {
  it('100,000 identical ones are found in their order', () => {
    const same = createIndex(
      Array.from({ length: 100_000 }, (_, i) =>
        passage('The embassy in Kyiv was closed.', { id: `same${i}` }),
      ),
    );
    timed('embassy in Kyiv', same);
    const { hits, ms } = timed('Why was the embassy in Kyiv closed?', same);
    expect(hits.map(({ passage: hit }) => hit.id).slice(0, 3)).toEqual(['same0', 'same1', 'same2']);
    expect(ms).toBeLessThan(MOST_MS);
  });

  it('one of a megabyte is found', () => {
    const long = createIndex([
      passage(`The embassy. ${'Mines were laid. '.repeat(60_000)} A hockey puck.`),
      ...usual,
    ]);
    const { hits, ms } = timed('hockey puck', long);
    expect(hits[0]?.passage.text).toContain('hockey puck');
    expect(ms).toBeLessThan(MOST_MS);
  });

  it('ones without words, and halves of surrogate pairs, harm nothing and come back to the letter', () => {
    const texts = ['', '?!…', '💣', 'half \uD83D of a mine', 'a mine'];
    const odd = createIndex(texts.map((text, i) => passage(text, { id: `odd${i}` })));
    expect(odd.size).toBe(5);
    expect(
      odd
        .search('mine')
        .hits.map(({ passage: hit }) => hit.text)
        .sort(),
    ).toEqual(['a mine', 'half \uD83D of a mine']);
    expect(odd.search('how many').hits).toEqual([]);
  });
});
