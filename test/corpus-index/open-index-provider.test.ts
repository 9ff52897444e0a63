import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { soundReading } from '../../src/corpus/index.ts';
import { type IndexContents, type IndexProvider, openIndexProvider } from '../../src/corpus-index/index.ts';
import { openIndex, readSnapshot, writeSnapshot } from '../../src/search/index.ts';
import { aFolder, ferryArticles, lines, saying } from '../corpus/archive/a-folder.ts';

const now = new Date('2026-04-01T00:00:00Z');
const providerOver = (folder: string, options?: Parameters<typeof openIndexProvider>[1]) =>
  openIndexProvider(() => soundReading({ facts: [], sheets: 0, synonyms: [], archive: [folder] }), options);
const sentences = ({ segments }: IndexContents, question: string) =>
  openIndex(segments)
    .search(question)
    .hits.map(({ passage }) => passage.text)
    .sort();

/** What a provider that knows nothing yet makes of the same folder. */
const afresh = async (folder: string, question: string, moment = now) =>
  sentences(await providerOver(folder).contents(moment), question);

function kept(folder: string) {
  const indexFile = join(aFolder(), 'archive.index');
  const told: string[] = [];
  return {
    indexFile,
    told,
    open: (): IndexProvider => providerOver(folder, { indexFile, report: (reason) => told.push(reason) }),
  };
}

describe('what an index provider keeps of an archive', () => {
  it('is used by the next one, which reads no article again', async () => {
    const folder = aFolder({ 'a.jsonl': lines(saying('Two ferries sank.', { uri: 'u:1' })) });
    const { open, told } = kept(folder);
    expect(sentences(await open().contents(now), 'ferries')).toEqual(['Two ferries sank.']);
    const again = await open().contents(now);
    expect(sentences(again, 'ferries')).toEqual(['Two ferries sank.']);
    expect(again.segments[1]?.columns.text.words.tokens.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(again.names.source).toBe('Harbour of Norbeck closes\nThe Norbeck Post');
    expect(told).toEqual([]);
  });

  it.each([
    ['cut short', 'it was cut short or changed: its hash does not fit'],
    ['something else', 'it is not a snapshot of factdesk, or only the beginning of one'],
  ])('is built again from the articles when it is %s, which is told', async (what, reason) => {
    const folder = aFolder({ 'a.jsonl': lines(saying('Two ferries sank.', { uri: 'u:1' })) });
    const { indexFile, open, told } = kept(folder);
    await open().contents(now);
    const whole = readFileSync(indexFile);
    await writeFile(indexFile, what === 'cut short' ? whole.subarray(0, whole.length - 100) : 'hello');
    expect(sentences(await open().contents(now), 'ferries')).toEqual(['Two ferries sank.']);
    expect(told).toEqual([reason]);
    expect((await readdir(join(indexFile, '..'))).length).toBe(1);
  });

  it('is built again where words were read otherwise when it was built, which is told', async () => {
    const folder = aFolder({ 'a.jsonl': lines(saying('Two ferries sank.', { uri: 'u:1' })) });
    const { indexFile, open, told } = kept(folder);
    await open().contents(now);
    const reading = await readSnapshot(indexFile);
    if (reading.kind !== 'read') throw new Error(`${indexFile} was not read.`);
    await writeSnapshot(indexFile, reading.columns, {
      ...Object(reading.notes),
      analysis: 'of another version',
    });
    expect(sentences(await open().contents(now), 'ferries')).toEqual(['Two ferries sank.']);
    expect(told).toEqual(['it was written by a factdesk that reads articles otherwise']);
    await open().contents(now);
    expect(told).toHaveLength(1);
  });

  it('is left alone when it is only to be read', async () => {
    const folder = aFolder({ 'a.jsonl': lines(saying('Two ferries sank.', { uri: 'u:1' })) });
    const { indexFile } = kept(folder);
    await providerOver(folder, { indexFile, readOnly: true }).contents(now);
    expect(await readdir(join(indexFile, '..'))).toEqual([]);
  });
});

describe('an archive that changes', () => {
  it('is found as it is now: files added, written again and removed, versions replaced', async () => {
    const folder = aFolder({
      'a.jsonl': lines(
        saying('Two ferries sank.', { uri: 'u:1' }),
        saying('One ferry burnt.', { uri: 'u:2' }),
      ),
      'b.jsonl': lines(saying('Three ferries collided.', { uri: 'u:3' })),
    });
    const { open } = kept(folder);
    const provider = open();
    await provider.contents(now);
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    const steps: (readonly [string, () => void])[] = [
      ['added', () => write('c.jsonl', lines(saying('Four ferries are late.', { uri: 'u:4' })))],
      [
        'replaced',
        () =>
          write(
            'd.jsonl',
            lines(
              saying('Two ferries and a barge sank.', {
                uri: 'u:1',
                version: '2',
                versionCreated: '2026-03-09T00:00:00Z',
              }),
            ),
          ),
      ],
      ['removed', () => rmSync(join(folder, 'b.jsonl'))],
      ['written again', () => write('a.jsonl', lines(saying('No ferry burnt after all.', { uri: 'u:2' })))],
    ];
    for (const [what, step] of steps) {
      step();
      const expected = await afresh(folder, 'ferries ferry');
      expect(sentences(await provider.contents(now), 'ferries ferry'), what).toEqual(expected);
      // One that starts now, from the index that was kept at first, finds the same.
      expect(sentences(await open().contents(now), 'ferries ferry'), what).toEqual(expected);
    }
  });

  it('shows an article from the moment its embargo ends until it expires', async () => {
    const item = saying('Five ferries were sold.', {
      uri: 'u:5',
      embargoedUntil: '2026-04-02T06:00:00Z',
      expires: '2026-05-01T00:00:00Z',
    });
    const folder = aFolder({ 'a.jsonl': lines(item, saying('A ferry sank.', { uri: 'u:6' })) });
    const provider = kept(folder).open();
    const at = async (moment: string) => {
      const contents = await provider.contents(new Date(moment));
      return { found: sentences(contents, 'ferries'), until: contents.until?.toISOString() };
    };
    expect(await at('2026-04-01T00:00:00Z')).toEqual({
      found: ['A ferry sank.'],
      until: '2026-04-02T06:00:00.000Z',
    });
    expect(await at('2026-04-02T06:00:00Z')).toEqual({
      found: ['A ferry sank.', 'Five ferries were sold.'],
      until: '2026-05-01T00:00:00.000Z',
    });
    expect(await at('2026-05-01T00:00:00Z')).toEqual({ found: ['A ferry sank.'], until: undefined });
  });

  it('tells of lines that cannot be read when their file is read, and not again', async () => {
    const folder = aFolder({ 'a.jsonl': `nonsense\n${lines(saying('A ferry sank.', { uri: 'u:6' }))}` });
    const provider = providerOver(folder);
    const problems = async () => (await provider.contents(now)).problems.map(({ line }) => line);
    expect(await problems()).toEqual([1]);
    expect(await problems()).toEqual([]);
  });

  it('is stale when more than a tenth of it, and more than 20,000 passages, have changed', async () => {
    const folder = aFolder({ 'a.jsonl': lines(saying('A ferry sank.', { uri: 'u:1' })) });
    const provider = providerOver(folder);
    expect((await provider.contents(now)).isStale).toBe(false);
    writeFileSync(join(folder, 'b.jsonl'), lines(...ferryArticles(990, 1000)));
    expect((await provider.contents(now)).isStale).toBe(false);
    writeFileSync(join(folder, 'c.jsonl'), lines(...ferryArticles(20, 2000)));
    expect((await provider.contents(now)).isStale).toBe(true);
  });
});
