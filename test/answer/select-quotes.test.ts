import { describe, expect, it } from 'vitest';
import { selectQuotes } from '../../src/answer/select-quotes.ts';
import type { Passage } from '../../src/corpus/index.ts';

function rated(
  id: string,
  confidence: number,
  { text = `Words of ${id}.`, article = false, asOf = '2026' } = {},
) {
  const item = { uri: id, byteOffset: 0, byteLength: 1 };
  const passage: Passage = {
    id,
    text,
    kind: 'quote',
    attribution: 'Somebody',
    asOf,
    source: { id, title: id, published: asOf, file: 'f' },
    place: { file: 'f', line: 1, start: 0, end: 1, ...(article && { item }) },
    context: '',
    topics: [],
    askedAs: [],
    alsoCalled: [],
  };
  return { hit: { passage, score: confidence }, confidence };
}

const idsOf = (...hits: ReturnType<typeof rated>[]) =>
  selectQuotes(hits, 'answer').map(({ hit }) => hit.passage.id);

describe('the quotes that are shown', () => {
  it('are three at the most, and none that is unlikely', () => {
    expect(idsOf(rated('a', 0.9), rated('b', 0.8), rated('c', 0.7), rated('d', 0.6))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(idsOf(rated('a', 0.9), rated('b', 0.01))).toEqual(['a']);
  });

  it('are, among close matches, all that are as close', () => {
    const close = [rated('a', 0.3), rated('b', 0.25), rated('c', 0.05)];
    expect(selectQuotes(close, 'choices').map(({ hit }) => hit.passage.id)).toEqual(['a', 'b']);
  });

  it('are, among close matches, the likeliest first, though another scored more', () => {
    const near = { ...rated('near', 0.1), hit: { ...rated('near', 0.1).hit, score: 10 } };
    const likely = { ...rated('likely', 0.3), hit: { ...rated('likely', 0.3).hit, score: 8 } };
    expect(selectQuotes([near, likely], 'choices').map(({ hit }) => hit.passage.id)).toEqual([
      'likely',
      'near',
    ]);
  });

  it('begin with the sheet of the desk where a sheet and an article both answer', () => {
    expect(idsOf(rated('article', 0.95, { article: true }), rated('sheet', 0.9))).toEqual([
      'sheet',
      'article',
    ]);
  });

  it('begin with the article where only the article answers', () => {
    expect(idsOf(rated('article', 0.95, { article: true }), rated('sheet', 0.45))[0]).toBe('article');
  });

  it('say a thing once: the newest of the same wire story, or the sheet', () => {
    const story = 'The bridge at Orrby opened on Saturday after nine years of work, the council said';
    const old = rated('old', 0.9, { text: `${story}.`, article: true, asOf: '2026-02-01' });
    const newer = rated('newer', 0.9, { text: `${story} today.`, article: true, asOf: '2026-02-02' });
    expect(idsOf(old, newer)).toEqual(['newer']);
    expect(idsOf(old, newer, rated('sheet', 0.8, { text: story }))).toEqual(['sheet']);
  });
});
