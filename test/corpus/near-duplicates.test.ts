import { describe, expect, it } from 'vitest';
import { dropNearDuplicates, type Passage } from '../../src/corpus/index.ts';

/** An article's sentence; a fact of a sheet without a date in the archive. */
function saying(text: string, asOf: string, isArticle = true): Passage {
  const item = { uri: `u:${asOf}`, byteOffset: 0, byteLength: 1 };
  return {
    id: `${text} ${asOf}`,
    text,
    kind: 'quote',
    attribution: 'Halm Wire',
    asOf,
    source: { id: 'u', title: 'Dam', published: asOf, file: 'a.jsonl' },
    place: { file: 'a.jsonl', line: 1, start: 0, end: text.length, ...(isArticle ? { item } : {}) },
    context: '',
    topics: [],
    askedAs: [],
    alsoCalled: [],
  };
}

const kept = (...passages: readonly Passage[]) =>
  dropNearDuplicates(passages, (passage) => passage).map(({ text, asOf }) => `${asOf} ${text}`);

const STORY = 'The dam at Norbeck held through the night and 140 people went home, the office said';

describe('passages that say nearly the same', () => {
  it('are shown once, the newest at the place of the first', () => {
    expect(
      kept(
        saying(`${STORY}.`, '2026-02-01'),
        saying('The road to Halm stays closed.', '2026-02-01'),
        saying(`${STORY} on Friday.`, '2026-02-03'),
        saying(`${STORY} again.`, '2026-02-02'),
      ),
    ).toEqual([`2026-02-03 ${STORY} on Friday.`, '2026-02-01 The road to Halm stays closed.']);
  });

  it('are two when their numbers differ', () => {
    expect(
      kept(saying(`${STORY}.`, '2026-02-01'), saying(`${STORY.replace('140', '160')}.`, '2026-02-02')),
    ).toHaveLength(2);
  });

  it('are represented by the fact of the desk, however old', () => {
    expect(kept(saying(`${STORY}.`, '2026-02-03'), saying(`${STORY}.`, '2020-01-01', false))).toEqual([
      `2020-01-01 ${STORY}.`,
    ]);
    expect(kept(saying(`${STORY}.`, '2020-01-01', false), saying(`${STORY}.`, '2026-02-03'))).toEqual([
      `2020-01-01 ${STORY}.`,
    ]);
  });

  it('leave what shares only half its words alone', () => {
    expect(
      kept(saying('The dam at Norbeck held.', '2026-02-01'), saying('The dam at Halm broke.', '2026-02-02')),
    ).toHaveLength(2);
  });
});
