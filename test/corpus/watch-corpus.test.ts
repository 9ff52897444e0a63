import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { importArticles, openCorpusWatch } from '../../src/corpus/index.ts';
import { aFolder, lines, saying } from './archive/a-folder.ts';

/** A watch that counts what it is told. */
async function watching(
  sheets: string,
  archive: readonly string[],
  onChange: (times: number) => Promise<boolean> = async () => true,
) {
  const told: number[] = [];
  const controller = new AbortController();
  const watch = await openCorpusWatch({ sheets, archive });
  const ended = watch.watch({
    everyMs: 20,
    signal: controller.signal,
    onChange: async () => {
      told.push(performance.now());
      return onChange(told.length);
    },
  });
  onTestFinished(async () => {
    controller.abort();
    await ended;
  });
  return { told, untilTold: (times: number) => vi.waitUntil(() => told.length >= times, { timeout: 5000 }) };
}

describe('watching a corpus', () => {
  it('tells of sheets that are added, written and removed, in folders below too', async () => {
    const folder = aFolder({ 'a.md': 'one' });
    mkdirSync(join(folder, 'below'));
    const watch = await watching(folder, []);
    writeFileSync(join(folder, 'below', 'b.md'), 'two');
    await watch.untilTold(1);
    writeFileSync(join(folder, 'a.md'), 'three');
    await watch.untilTold(2);
    rmSync(join(folder, 'a.md'));
    await watch.untilTold(3);
  });

  it('tells of what an import adds to the archive', async () => {
    const archive = aFolder();
    const source = aFolder({ 'a.jsonl': lines(saying('The dam held.')) });
    const watch = await watching(aFolder(), [archive]);
    await importArticles({ sources: [source], out: archive, stdin: process.stdin, now: () => new Date() });
    await watch.untilTold(1);
  });

  it('tells again in a while of what could not be looked into, until it could', async () => {
    const folder = aFolder({ 'a.md': 'one' });
    const watch = await watching(folder, [], async (times) => times === 3);
    writeFileSync(join(folder, 'a.md'), 'two');
    await watch.untilTold(3);
    await new Promise((done) => setTimeout(done, 400));
    expect(watch.told).toHaveLength(3);
  });

  it('goes once through folders whose links lead round in circles', async () => {
    const folder = aFolder({ 'a.md': 'one' });
    for (const name of ['b', 'c', 'd']) symlinkSync('.', join(folder, name));
    const watch = await watching(folder, []);
    writeFileSync(join(folder, 'a.md'), 'two');
    await watch.untilTold(1);
  });

  it('waits until a file is left alone', async () => {
    const folder = aFolder({ 'a.md': '' });
    let size = 0;
    const seen: number[] = [];
    const watch = await watching(folder, [], async () => seen.push(size) > 0);
    const writing = setInterval(() => {
      size += 1;
      appendFileSync(join(folder, 'a.md'), 'x');
      if (size === 60) clearInterval(writing);
    }, 5);
    await watch.untilTold(1);
    expect(seen).toEqual([60]);
  });

  it('says nothing of dot files, and lives through a folder that is replaced', async () => {
    const parent = aFolder();
    const folder = join(parent, 'facts');
    mkdirSync(folder);
    const watch = await watching(folder, []);
    writeFileSync(join(folder, '.a.md.swp'), 'x');
    renameSync(folder, join(parent, 'old'));
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.md'), 'x');
    await watch.untilTold(1);
    expect(watch.told).toHaveLength(1);
  });
});
