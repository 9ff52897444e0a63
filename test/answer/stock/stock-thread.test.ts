import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, describe, expect, it } from 'vitest';
import { openFactDesk, startStockThread } from '../../../src/answer/index.ts';
import { type Corpus, CorpusError } from '../../../src/corpus/index.ts';
import { aFolder, ferryArticles, lines, saying } from '../../corpus/archive/a-folder.ts';

const now = () => new Date('2026-04-01T00:00:00Z');
const corpusOf = (folder: string): Corpus => ({ facts: [], sheets: 0, synonyms: [], archive: [folder] });
const told: string[] = [];
const data = mkdtempSync(join(tmpdir(), 'factdesk-data-'));
const thread = startStockThread({
  indexFile: join(data, 'archive.index'),
  report: (reason) => told.push(reason),
});
afterAll(async () => {
  await thread.close();
  rmSync(data, { recursive: true });
});

describe('a stockroom in a thread of its own', () => {
  it('answers from articles that come in, without holding up answers for 50 ms', async () => {
    const folder = aFolder({ 'a.jsonl': lines(...ferryArticles(300)) });
    const desk = await openFactDesk({ corpus: corpusOf(folder), now, stockroom: thread });
    const late = async () => (await desk.ask('when was ferry 20200 late')).quotes[0]?.text;
    expect(await late()).not.toEqual(expect.stringContaining('Ferry 20200 '));
    const longest: number[] = [];
    for (const round of [1, 2, 3]) {
      writeFileSync(join(folder, `b${round}.jsonl`), lines(...ferryArticles(1000, 1000 * round)));
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await desk.refresh();
      delay.disable();
      longest.push(delay.max / 1e6);
    }
    expect((await desk.onFile()).facts).toBe(3300 * 20);
    expect(await late()).toContain('Ferry 20200 ');
    // What else the machine does holds it up now and then, not each time.
    expect(Math.min(...longest)).toBeLessThan(50);
    expect(told).toEqual([]);
  }, 60_000);

  it('rejects as the corpus does when a folder cannot be read, and goes on', async () => {
    await expect(thread.stock(corpusOf(join(aFolder(), 'missing')), now())).rejects.toThrow(CorpusError);
    const folder = aFolder({ 'a.jsonl': lines(saying('A ferry sank.', { uri: 'u:1' })) });
    expect((await thread.stock(corpusOf(folder), now())).segments.length).toBeGreaterThan(1);
  });

  it('rejects at once when it has ended, and leaves nobody waiting', async () => {
    const ended = startStockThread({ indexFile: join(data, 'ended.index'), report: () => undefined });
    await ended.close();
    await expect(ended.stock(corpusOf(aFolder()), now())).rejects.toThrow('has ended');
    await expect(ended.build([aFolder()], now())).rejects.toThrow('has ended');
  });

  it('builds the index anew, and uses it from then on', async () => {
    const folder = aFolder({ 'a.jsonl': lines(saying('A ferry sank.', { uri: 'u:1' })) });
    expect(await thread.build([folder], now())).toEqual([]);
    await thread.reread();
    const { segments } = await thread.stock(corpusOf(folder), now());
    expect(segments.map(({ columns, removal }) => [columns.passages.commonOf.length, removal])).toEqual([
      [0, undefined],
      [1, undefined],
    ]);
  });
});
