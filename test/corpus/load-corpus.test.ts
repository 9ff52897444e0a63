import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CorpusError, formatPlace, inspectCorpus, loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from './temporary-folder.ts';

const fact = (id: string) => `## ${id}\n> Words of ${id}.\n\n- kind: statement\n`;
const problemsOf = async (folder: string) =>
  (await inspectCorpus({ sheets: folder, archive: [] })).problems.map(
    (problem) => `${formatPlace(problem).replace(folder, '')}: ${problem.what}`,
  );

describe('a folder of fact sheets', () => {
  it('is read with its sub-folders, without READMEs and hidden files, in a fixed order', async () => {
    const folder = await createFolder({
      'b.md': createSheet(fact('two')),
      'a/one.md': createSheet(fact('one')),
      'README.md': '# How to',
      '.draft.md': 'x',
      'notes.txt': 'x',
    });
    const { facts, sheets } = await loadCorpus({ sheets: folder, archive: [] });
    expect(sheets).toBe(2);
    expect(facts.map(({ id, source }) => [id, source.id, source.file])).toEqual([
      ['one', 'a/one', join(folder, 'a/one.md')],
      ['two', 'b', join(folder, 'b.md')],
    ]);
  });

  it('is refused with every problem of every file', async () => {
    const folder = await createFolder({
      'a.md': createSheet(`${fact('twice')}\n## quoteless\n\n- kind: statement`),
      'b.md': createSheet(fact('twice')),
      'c.md': 'no head',
      'd.md': Uint8Array.of(0x2d, 0x2d, 0x2d, 0xff, 0xfe),
      'g.md': createSheet(fact('nul').replace('Words', 'Wor\0ds')),
      'huge.md': createSheet(fact('big') + 'x'.repeat(5_000_000)),
    });
    await writeFile(join(folder, 'synonyms.yml'), 'same:\n  - [UN]\n');
    await symlink(join(folder, 'gone'), join(folder, 'e.md'));
    await mkdir(join(folder, 'f.md'));
    expect(await problemsOf(folder)).toEqual([
      '/a.md:11: "quoteless" has no quote',
      `/b.md:6: the id "twice" is taken by ${join(folder, 'a.md')}:6`,
      '/c.md:1: the sheet has no source',
      '/d.md:1: the sheet is not UTF-8 text',
      '/e.md:1: the sheet is a link to nothing, and is not opened',
      '/f.md:1: the sheet is a folder, and is not opened',
      '/g.md:1: the sheet holds NUL bytes',
      '/huge.md:1: the sheet is larger than 4 MB',
      '/synonyms.yml:2: a line of "same" does not hold two names',
    ]);
    await expect(loadCorpus({ sheets: folder, archive: [] })).rejects.toThrow(CorpusError);
  });

  it('is refused when a fact replaces one that is in no sheet, or in the end itself', async () => {
    const replacing = (id: string, replaced: string) => `${fact(id)}- replaces: ${replaced}\n\n`;
    const folder = await createFolder({
      'a.md': createSheet(
        replacing('new', 'old') + replacing('newer', 'unsound') + replacing('self', 'self'),
      ),
      'b.md': createSheet(`${fact('old')}## unsound\n> Words.\n\n- kind: rumour\n`),
      'c.md': createSheet(
        replacing('orphan', 'deleted') + replacing('this', 'that') + replacing('that', 'this'),
      ),
    });
    expect(await problemsOf(folder)).toEqual([
      '/a.md:22: "self" replaces itself in the end',
      '/b.md:13: "rumour" is not a kind',
      '/c.md:10: "orphan" replaces "deleted", which stands in no sheet that can be read',
      '/c.md:16: "this" replaces itself in the end',
      '/c.md:22: "that" replaces itself in the end',
    ]);
  });

  it('reads a sheet that begins with a byte-order mark', async () => {
    const folder = await createFolder({ 'a.md': `\uFEFF${createSheet(fact('one'))}` });
    expect((await loadCorpus({ sheets: folder, archive: [] })).facts.map(({ text }) => text)).toEqual([
      'Words of one.',
    ]);
  });

  it('is refused when it is empty or not there', async () => {
    const folder = await createFolder({ 'README.md': 'x' });
    expect(await problemsOf(folder)).toEqual([': the folder holds no fact sheets']);
    expect(await problemsOf(join(folder, 'nowhere'))).toEqual([': the folder cannot be read']);
  });
});
