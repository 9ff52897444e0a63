import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { CorpusError, corpusFingerprint } from '../../src/corpus/index.ts';
import { startIndexThread } from '../../src/corpus-index/index.ts';
import { aFolder, ferryArticles, lines, saying } from '../corpus/archive/a-folder.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const now = () => new Date('2026-04-01T00:00:00Z');
const told: string[] = [];
const data = mkdtempSync(join(tmpdir(), 'factdesk-data-'));
afterAll(() => rmSync(data, { recursive: true }));

/** A thread over some folders; it ends when the test does. */
function threadOver(archive: readonly string[], sheets: string = aFolder()) {
  const place = { sheets, archive: [...archive] };
  const indexFile = join(mkdtempSync(join(data, 'index-')), 'archive.index');
  const thread = startIndexThread({ place, indexFile, report: (reason) => told.push(reason) });
  onTestFinished(() => thread.close());
  return { thread, place };
}

/** The longest time, in milliseconds, for which this thread did nothing else while it took something in. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

/** The same while nothing is to be done: what else the machine does. */
const pauseAtRest = () => longestPause(() => sleep(500));

describe('an index provider in a thread of its own', () => {
  it('answers from articles that come in, without holding up answers for 50 ms', async () => {
    const folder = aFolder({ 'a.jsonl': lines(...ferryArticles(300)) });
    const { thread } = threadOver([folder]);
    const desk = await openFactDesk({ now, indexProvider: thread });
    const late = async () => (await desk.ask('when was ferry 20200 late')).quotes[0]?.text;
    expect(await late()).not.toEqual(expect.stringContaining('Ferry 20200 '));
    const longest: number[] = [];
    for (const round of [1, 2, 3]) {
      writeFileSync(join(folder, `b${round}.jsonl`), lines(...ferryArticles(1000, 1000 * round)));
      longest.push(await longestPause(() => desk.reload()));
    }
    expect((await desk.onFile()).facts).toBe(3300 * 20);
    expect(await late()).toContain('Ferry 20200 ');
    // What else the machine does holds it up now and then, not each time.
    expect(Math.min(...longest)).toBeLessThan(50 + (await pauseAtRest()));
    expect(told).toEqual([]);
  }, 60_000);

  it('answers from sheets that are saved, added and removed among thousands, and as fast', async () => {
    const sheet = (number: number, metres: number) =>
      createSheet(
        `## pier-${number}\n> Pier ${number} of Exampleton is ${metres} metres long.\n\n- kind: statement\n`,
      );
    const names = Array.from({ length: 2000 }, (_, number) => [`${number}.md`, sheet(number, 40)] as const);
    const folder = await createFolder(Object.fromEntries(names));
    const { thread } = threadOver([], folder);
    const desk = await openFactDesk({ now, indexProvider: thread });
    const long = async (number: number) =>
      (await desk.ask(`How long is pier ${number} of Exampleton?`)).quotes[0]?.text;
    const longest: number[] = [];
    for (const metres of [50, 60, 70]) {
      writeFileSync(join(folder, '7.md'), sheet(7, metres));
      longest.push(await longestPause(() => desk.reload()));
      expect(await long(7)).toContain(`${metres} metres`);
    }
    expect(Math.min(...longest)).toBeLessThan(50 + (await pauseAtRest()));
    writeFileSync(join(folder, '10.md'), sheet(90_000, 80));
    rmSync(join(folder, '11.md'));
    await desk.reload();
    expect(await long(90_000)).toContain('80 metres');
    expect(await desk.fact('pier-10')).toBeNull();
    expect(await desk.fact('pier-11')).toBeNull();
    const { facts } = desk.contents();
    expect(facts.map(({ id }) => id).sort()).toEqual(
      [...names.map((_, number) => `pier-${number}`), 'pier-90000']
        .filter((id) => id !== 'pier-10' && id !== 'pier-11')
        .sort(),
    );
    expect((await desk.onFile()).facts).toBe(1999);
  }, 60_000);

  it('hands over one sheet of thousands of facts in pieces', async () => {
    const facts = (text: string) =>
      Array.from({ length: 3000 }, (_, n) => `## f-${n}\n> ${text} ${n}.\n\n- kind: statement\n`).join('\n');
    const folder = await createFolder({ 'a.md': createSheet('## one\n> One.\n\n- kind: statement\n') });
    const { thread } = threadOver([], folder);
    const desk = await openFactDesk({ now, indexProvider: thread });
    const longest: number[] = [];
    for (const text of ['Pier', 'Quay', 'Berth']) {
      writeFileSync(join(folder, 'b.md'), createSheet(facts(text)));
      longest.push(await longestPause(() => desk.reload()));
    }
    expect(Math.min(...longest)).toBeLessThan(50 + (await pauseAtRest()));
    expect(desk.contents().facts).toHaveLength(3001);
    expect(desk.contents().facts[3000]?.text).toBe('Berth 2999.');
  }, 60_000);

  it('looks at the folders as this thread would', async () => {
    const { thread, place } = threadOver([aFolder({ 'a.jsonl': '' })]);
    const before = await thread.look();
    expect(before).toBe(corpusFingerprint(place));
    writeFileSync(join(place.sheets, 'a.md'), '');
    expect(await thread.look()).not.toBe(before);
  });

  it('rejects as the corpus does when a folder cannot be read, and goes on', async () => {
    const folder = join(aFolder(), 'missing');
    const { thread } = threadOver([folder]);
    await expect(thread.contents(now())).rejects.toThrow(CorpusError);
    const { thread: other } = threadOver([
      aFolder({ 'a.jsonl': lines(saying('A ferry sank.', { uri: 'u:1' })) }),
    ]);
    expect((await other.contents(now())).segments.length).toBeGreaterThan(1);
    await expect(thread.contents(now())).rejects.toThrow('the archive folder cannot be read');
  });

  it('rejects at once when it has ended, and leaves nobody waiting', async () => {
    const { thread } = threadOver([]);
    await thread.close();
    await expect(thread.contents(now())).rejects.toThrow('has ended');
    await expect(thread.build(now())).rejects.toThrow('has ended');
  });

  it('builds the index anew, and uses it from then on', async () => {
    const folder = aFolder({ 'a.jsonl': lines(saying('A ferry sank.', { uri: 'u:1' })) });
    const { thread } = threadOver([folder]);
    expect(await thread.build(now())).toEqual([]);
    await thread.reread();
    const { segments } = await thread.contents(now());
    expect(segments.map(({ columns, removal }) => [columns.passages.commonOf.length, removal])).toEqual([
      [0, undefined],
      [1, undefined],
    ]);
  });
});
