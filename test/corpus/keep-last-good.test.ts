import { describe, expect, it } from 'vitest';
import { inspectCorpus, keepLastGood } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from './temporary-folder.ts';

const fact = (id: string, fields = '') => `## ${id}\n> Words of ${id}.\n\n- kind: statement\n${fields}\n`;
const read = async (files: Record<string, string>, folder?: string) => {
  const sheets = folder ?? (await createFolder(files));
  return { sheets, ...(await inspectCorpus({ sheets, archive: [] })) };
};

describe('after a broken save', () => {
  it('sheets without problems are as they are now, those with problems as they were, less what is withdrawn', async () => {
    const good = createSheet(fact('one') + fact('two') + fact('three'));
    const before = await read({ 'a.md': good, 'b.md': createSheet(fact('four')) });
    const broken = [
      fact('one').replace('one.', 'one, changed.'),
      fact('two', '- status: withdrawn'),
      '## three',
    ].join('');
    const after = await read({ 'a.md': createSheet(broken), 'b.md': createSheet(fact('five')) });
    // The same files, saved again.
    const moved = after.problems.map((problem) => ({ ...problem, file: `${before.sheets}/a.md` }));
    const facts = after.corpus.facts.map((each) => ({
      ...each,
      source: { ...each.source, file: each.source.file.replace(after.sheets, before.sheets) },
    }));
    const inUse = keepLastGood(before.corpus, { ...after.corpus, facts }, moved);
    expect(inUse.facts.map(({ id, status, text }) => [id, status, text])).toEqual([
      ['five', 'published', 'Words of five.'],
      ['one', 'published', 'Words of one.'],
      ['two', 'withdrawn', 'Words of two.'],
      ['three', 'published', 'Words of three.'],
    ]);
  });

  it('the synonyms are as they are now, and as they were when their file is the broken one', async () => {
    const sheet = createSheet(fact('one'));
    const before = await read({ 'a.md': sheet, 'synonyms.yml': 'same:\n  - [UN, United Nations]\n' });
    const saved = await read({ 'a.md': sheet, 'synonyms.yml': 'same:\n  - [EU, European Union]\n' });
    const broken = await read({ 'a.md': sheet, 'synonyms.yml': 'same:\n  - [EU]\n' });
    const inUse = (now: typeof before) =>
      keepLastGood(before.corpus, now.corpus, now.problems).synonyms.map(({ asked }) => asked[0]);
    expect(inUse(saved)).toEqual(['EU']);
    expect(broken.problems.map(({ line }) => line)).toEqual([2]);
    expect(inUse(broken)).toEqual(['UN']);
  });
});
