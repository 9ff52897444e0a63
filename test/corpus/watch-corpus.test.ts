import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Corpus, type Problem, watchCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from './temporary-folder.ts';

const sheet = (words: string) => createSheet(`## one\n> ${words}\n\n- kind: statement\n`);

let ending = new AbortController();
let watching: Promise<void> | undefined;
afterEach(async () => {
  ending.abort();
  await watching;
});

/** Watches a folder; what is told next can be awaited. */
async function watch(folder: string) {
  ending = new AbortController();
  const told: (readonly Problem[] | Corpus)[] = [];
  let hear: (() => void) | undefined;
  const tell = (news: readonly Problem[] | Corpus) => {
    told.push(news);
    hear?.();
  };
  const watcher = { onChange: async (corpus: Corpus) => tell(corpus), onProblems: tell };
  watching = watchCorpus({ sheets: folder, archive: [] }, watcher, ending.signal);
  return async () => {
    if (told.length === 0) await new Promise<void>((resolve) => (hear = resolve));
    return told.shift();
  };
}

describe('watching the corpus', () => {
  it('tells of a saved sheet within a second, of a new one, and of one taken away', async () => {
    const folder = await createFolder({ 'a.md': sheet('First words.') });
    const next = await watch(folder);
    const started = performance.now();
    await writeFile(join(folder, 'a.md'), sheet('Second words, longer.'));
    expect(await next()).toMatchObject({ facts: [{ text: 'Second words, longer.' }] });
    expect(performance.now() - started).toBeLessThan(1_000);
    await writeFile(join(folder, 'b.md'), sheet('More.').replace('## one', '## two'));
    expect(await next()).toMatchObject({ sheets: 2 });
    await rm(join(folder, 'b.md'));
    expect(await next()).toMatchObject({ sheets: 1 });
  });

  it('tells the problems of a broken save once, and of the mended one', async () => {
    const folder = await createFolder({ 'a.md': sheet('First words.') });
    const next = await watch(folder);
    await writeFile(join(folder, 'a.md'), 'no head');
    expect(await next()).toEqual([expect.objectContaining({ line: 1, what: 'the sheet has no source' })]);
    await writeFile(join(folder, 'a.md'), sheet('Mended words.'));
    expect(await next()).toMatchObject({ facts: [{ text: 'Mended words.' }] });
  });
});
