import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { formatProblem, inspectCorpus, readVisiblePassages } from '../../../src/corpus/index.ts';
import { aFolder, lines, saying } from '../archive/a-folder.ts';
import { createFolder, createSheet } from '../temporary-folder.ts';

const SOUND = createSheet('## bridge\n> The bridge is 120 metres long.\n\n- kind: statement\n');

/** What is wrong in a folder beside one sound sheet, without the folder's name. */
async function problemsIn(folder: string) {
  const { corpus, problems } = await inspectCorpus({ sheets: folder, archive: [] });
  expect(corpus.facts.map(({ id }) => id)).toEqual(['bridge']);
  return problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ''));
}

describe('something in the folder of the sheets that is no sheet', () => {
  it.each([
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a link out of its folder', (file: string) => symlinkSync('/etc/hostname', file)],
    ['a link out of its folder', (file: string) => symlinkSync('/dev/zero', file)],
    ['a link to a folder', (file: string) => symlinkSync('.', file)],
    ['a link to nothing', (file: string) => symlinkSync('nothing', file)],
  ])('such as %s is told and not opened', async (what, make) => {
    const folder = await createFolder({ 'bridge.md': SOUND });
    make(join(folder, 'odd.md'));
    expect(await problemsIn(folder)).toEqual([
      `odd.md:1: the sheet is ${what}, and is not opened. Put a file there, or give it another name.`,
    ]);
  });

  it('such as a socket is told and not opened', async () => {
    const folder = await createFolder({ 'bridge.md': SOUND });
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(folder, 'odd.md'), listening));
    onTestFinished(() => void server.close());
    expect((await problemsIn(folder))[0]).toContain('the sheet is a socket');
  });

  it('such as a link to a folder, back up or out, is told and not followed', async () => {
    const folder = await createFolder({ 'bridge.md': SOUND, 'below/notes.txt': '' });
    symlinkSync('..', join(folder, 'below', 'up'));
    symlinkSync(await createFolder({ 'a.md': SOUND }), join(folder, 'out'));
    expect(await problemsIn(folder)).toEqual([
      expect.stringContaining('below/up:1: the sheet is a link to a folder'),
      expect.stringContaining('out:1: the sheet is a link out of its folder'),
    ]);
  });

  it('is told of the synonyms too', async () => {
    const folder = await createFolder({ 'bridge.md': SOUND });
    execFileSync('mkfifo', [join(folder, 'synonyms.yml')]);
    expect((await problemsIn(folder))[0]).toContain('the file of synonyms is a pipe');
    rmSync(join(folder, 'synonyms.yml'));
    symlinkSync('/etc/hostname', join(folder, 'synonyms.yml'));
    expect((await problemsIn(folder))[0]).toContain('the file of synonyms is a link out of its folder');
  });

  it('says nothing of links to files within the folder, as Kubernetes lays them out', async () => {
    const folder = await createFolder({ '..data/bridge.md': SOUND });
    symlinkSync('..data/bridge.md', join(folder, 'bridge.md'));
    expect(await problemsIn(folder)).toEqual([]);
  });
});

it('reads an archive beside a pipe of such a name', async () => {
  const archive = aFolder({ 'a.jsonl': lines(saying('The quay is 80 metres long.')) });
  execFileSync('mkfifo', [join(archive, 'b.jsonl')]);
  mkdirSync(join(archive, 'c.jsonl'));
  writeFileSync(join(archive, 'd.jsonl'), '');
  const corpus = { facts: [], sheets: 0, synonyms: [], archive: [archive] };
  const { passages, problems } = await readVisiblePassages(corpus, new Date('2026-04-01'));
  expect(passages).toHaveLength(1);
  expect(problems.map(({ what }) => what)).toEqual([
    'the file cannot be read (it is a pipe)',
    'the file cannot be read (it is a folder)',
  ]);
});
