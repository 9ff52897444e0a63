import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { passage } from './passages.ts';

const CASUALTIES = 'Since 2022, 407 Ukrainian civilians have died and 944 were wounded by mines.';
const IZIUM = 'Human Rights Watch pointed to the use of rocket-dispersed land mines near Izium.';
const EMBASSY = 'The United States closed its embassy in Kyiv, warning of a significant air attack.';

const index = createIndex([
  passage(CASUALTIES, { askedAs: ['What is the death toll of explosives left behind?'] }),
  passage(IZIUM),
  passage(EMBASSY, { topics: ['diplomacy'] }),
]);

const textsOf = (question: string) => index.search(question).hits.map(({ passage: found }) => found.text);

describe('createIndex', () => {
  it('finds the passage that shares the rarest words first', () => {
    expect(textsOf('How many civilians were killed by land mines?')[0]).toBe(CASUALTIES);
  });

  it('finds a passage by a question the desk knows it to answer', () => {
    expect(textsOf('death toll of explosives')[0]).toBe(CASUALTIES);
  });

  it('finds a misspelt name and says what it searched for', () => {
    const { hits, assumptions } = index.search('who used mines in Izum');
    expect(hits[0]?.passage.text).toBe(IZIUM);
    expect(assumptions).toEqual([{ typed: 'izum', searchedFor: 'izium' }]);
  });

  it('takes a word of measure behind "how" for half grammar', () => {
    const weightOf = (question: string) => index.search(question).hits[0]?.explain().terms.at(-1)?.share ?? 0;
    expect(weightOf('embassy how long')).toBeLessThan(weightOf('embassy so long'));
  });

  it('marks the words that matched in the untouched text', () => {
    const [hit] = index.search('why was the embassy in kyiv closed').hits;
    expect(hit?.highlights.map(([start, end]) => hit.passage.text.slice(start, end))).toEqual([
      'closed',
      'embassy',
      'Kyiv',
    ]);
  });

  it('finds nothing when no word is shared', () => {
    expect(index.search('chocolate prices')).toMatchObject({
      hits: [],
      assumptions: [],
      asksFor: 'topic',
      askedWords: 2,
    });
    expect(createIndex([]).search('mines')).toMatchObject({
      hits: [],
      assumptions: [],
      asksFor: 'topic',
      askedWords: 1,
    });
  });

  it('finds a sentence that the paragraph around it holds inside other words only', () => {
    const source = { id: 's', title: 'Harbour', published: '2024', file: 'a.jsonl' };
    const index = createIndex([
      passage('A ferry sank.', { id: 'first', source, context: 'Minesweepers came.' }),
      passage('Mine', { id: 'second', source, context: 'A ferry sank.' }),
    ]);
    expect(index.search('mine').hits.map(({ passage: hit }) => hit.id)).toEqual(['second']);
  });
});
