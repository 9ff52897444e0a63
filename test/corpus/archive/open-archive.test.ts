import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/corpus/archive/index.ts';
import { aFolder, allPassages, anItem, lines, saying } from './a-folder.ts';

const now = new Date('2026-04-01T00:00:00Z');

async function textsAt(files: Readonly<Record<string, string | Uint8Array>>, moment = now) {
  const archive = await openArchive([aFolder(files)], { now: moment });
  return (await allPassages(archive)).map(({ text }) => text);
}

describe('which articles of an archive count', () => {
  it('takes the newest version, in whatever file and order the versions stand', async () => {
    const first = saying('Two people died.', { versionCreated: '2026-03-02T08:00:00Z' });
    const second = saying('Three people died.', { versionCreated: '2026-03-02T09:00:00Z' });
    expect(await textsAt({ 'a.jsonl': lines(second), 'b.jsonl': lines(first) })).toEqual([
      'Three people died.',
    ]);
    expect(await textsAt({ 'a.jsonl': lines(first, second) })).toEqual(['Three people died.']);
  });

  it('takes version 10 over version 9 of the same moment', async () => {
    const files = {
      'a.jsonl': lines(
        saying('Ten boats sank.', { version: '10' }),
        saying('Nine boats sank.', { version: '9' }),
      ),
    };
    expect(await textsAt(files)).toEqual(['Ten boats sank.']);
  });

  it('shows and counts nothing of a canceled article, whichever version was canceled last', async () => {
    const usable = saying('Two people died.');
    const canceled = saying('Two people died.', {
      pubStatus: 'canceled',
      versionCreated: '2026-03-03T08:00:00Z',
    });
    const folder = aFolder({ 'a.jsonl': lines(usable, canceled) });
    const archive = await openArchive([folder], { now });
    expect(archive.articles).toBe(0);
    expect(await allPassages(archive)).toEqual([]);
    const sameMoment = lines(anItem({ pubStatus: 'canceled' }), usable);
    expect(await textsAt({ 'a.jsonl': sameMoment })).toEqual([]);
  });

  it('shows nothing that is withheld', async () => {
    expect(await textsAt({ 'a.jsonl': lines(anItem({ pubStatus: 'withheld' })) })).toEqual([]);
  });

  it('shows no article before the day it is dated, and tells the moment', async () => {
    const folder = aFolder({ 'a.jsonl': lines(anItem({ firstCreated: '2026-04-02T06:00:00Z' })) });
    const before = await openArchive([folder], { now: new Date('2026-04-02T05:59:59Z') });
    expect(await allPassages(before)).toEqual([]);
    expect(before.nextChange).toEqual(new Date('2026-04-02T06:00:00Z'));
    const after = await openArchive([folder], { now: new Date('2026-04-02T06:00:00Z') });
    expect(await allPassages(after)).toHaveLength(1);
  });

  it('shows an article from the moment its embargo ends until it expires, and tells both moments', async () => {
    const item = anItem({ embargoedUntil: '2026-04-02T06:00:00Z', expires: '2026-05-01T00:00:00Z' });
    const folder = aFolder({ 'a.jsonl': lines(item) });
    const at = (moment: string) => openArchive([folder], { now: new Date(moment) });
    const before = await at('2026-04-02T05:59:59Z');
    expect([before.articles, before.nextChange]).toEqual([0, new Date('2026-04-02T06:00:00Z')]);
    const open = await at('2026-04-02T06:00:00Z');
    expect([open.articles, open.nextChange]).toEqual([1, new Date('2026-05-01T00:00:00Z')]);
    const after = await at('2026-05-01T00:00:00Z');
    expect([after.articles, after.nextChange]).toEqual([0, undefined]);
  });

  it('leaves an article in another language out of an English search', async () => {
    const items = [
      saying('Die Brücke bleibt gesperrt.', { language: 'de-DE' }),
      saying('The dam held.', { uri: 'u:2', language: 'en-GB' }),
    ];
    expect(await textsAt({ 'a.jsonl': lines(...items) })).toEqual(['The dam held.']);
  });

  it('reads folders below, and neither dot files nor other files', async () => {
    const files = {
      'a.jsonl': lines(saying('The dam held.')),
      '.b.jsonl': lines(saying('Half written.', { uri: 'u:2' })),
      'notes.txt': 'x',
    };
    expect(await textsAt(files)).toEqual(['The dam held.']);
  });
});

describe('a broken line that may withdraw an article', () => {
  const usable = saying('Two people died.', { uri: 'u:1' });
  const other = saying('The dam held.', { uri: 'u:2' });
  // The end of the line is lost, and with it whatever it said of its status.
  const cut = anItem({ uri: 'u:1', versionCreated: '2026-03-03T08:00:00Z' }).slice(0, 60);

  it('holds the article back, and shows the others', async () => {
    expect(await textsAt({ 'a.jsonl': lines(usable, other), 'b.jsonl': lines(cut) })).toEqual([
      'The dam held.',
    ]);
    const unknown = anItem({ uri: 'u:1', pubStatus: 'killed' });
    expect(await textsAt({ 'a.jsonl': lines(usable, other), 'b.jsonl': lines(unknown) })).toEqual([
      'The dam held.',
    ]);
  });

  it('holds it back no longer once the article was imported again', async () => {
    const files = { 'a.jsonl': lines(usable), 'b.jsonl': lines(cut), 'c.jsonl': lines(usable) };
    expect(await textsAt(files)).toEqual(['Two people died.']);
  });

  it('holds back what stood in the file before when the line does not even name its article', async () => {
    const canceled = anItem({ uri: 'u:1', versionCreated: '2026-03-03T08:00:00Z', pubStatus: 'canceled' });
    const folder = aFolder({ 'a.jsonl': lines(usable, other), 'b.jsonl': lines(canceled) });
    const before = await openArchive([folder], { now });
    writeFileSync(join(folder, 'b.jsonl'), lines('{"version": "2", "pubSta'));
    const broken = await openArchive([folder], { now, known: before.files });
    expect(broken.problems.map(({ file, line }) => `${file.slice(-7)}:${line}`)).toEqual(['b.jsonl:1']);
    expect((await allPassages(broken)).map(({ text }) => text)).toEqual(['The dam held.']);
    writeFileSync(join(folder, 'b.jsonl'), lines(saying('Three people died.', { uri: 'u:1' })));
    const mended = await openArchive([folder], { now, known: broken.files });
    expect((await allPassages(mended)).map(({ text }) => text)).toEqual([
      'The dam held.',
      'Three people died.',
    ]);
  });
});

describe('faults in an archive', () => {
  it('tells file and line of each and still reads the rest', async () => {
    const folder = aFolder({
      'a.jsonl': lines(
        '{"uri": "u:1"',
        anItem({ uri: 'u:2', versionCreated: '2026-02-31T00:00:00Z' }),
        anItem({ uri: 'u:3', versionCreated: '0000-01-01' }),
        anItem({ uri: 'u:4', embargoedUntil: '2026-05-01T00:00:00' }),
        anItem({ uri: 'u:5', pubStatus: 'killed' }),
        'null\0',
        '',
        saying('The dam held.', { uri: 'u:6' }),
      ),
      'b.jsonl': Uint8Array.from([0x7b, 0xe9, 0x7d, 0x0a]),
    });
    const archive = await openArchive([folder], { now });
    expect(archive.problems.map(({ file, line, what }) => `${file.slice(-7)}:${line}: ${what}`)).toEqual([
      'a.jsonl:1: the line is not a JSON object',
      'a.jsonl:2: the item is not ninjs 3 (versionCreated: is not a date and time with a zone)',
      'a.jsonl:3: the item is not ninjs 3 (versionCreated: is not a date and time with a zone)',
      'a.jsonl:4: the item is not ninjs 3 (embargoedUntil: is not a date and time with a zone)',
      expect.stringContaining('a.jsonl:5: the item is not ninjs 3 (pubStatus:'),
      'a.jsonl:6: the line is not a JSON object',
      'b.jsonl:1: the line is not UTF-8 text',
    ]);
    expect((await allPassages(archive)).map(({ text }) => text)).toEqual(['The dam held.']);
  });

  it('reads over a line of 50 MB without keeping it', async () => {
    const folder = aFolder({
      'a.jsonl': lines(saying('x'.repeat(50_000_000)), saying('The dam held.', { uri: 'u:2' })),
    });
    const archive = await openArchive([folder], { now });
    expect(archive.problems.map(({ line, what }) => [line, what])).toEqual([
      [1, 'the line is longer than 8 MB'],
    ]);
    expect(archive.articles).toBe(1);
  });

  it('tells of articles that have no date, no text or only markup', async () => {
    const folder = aFolder({
      'a.jsonl': lines(
        anItem({ uri: 'u:1', firstCreated: undefined, versionCreated: undefined }),
        anItem({ uri: 'u:2', bodies: [] }),
        anItem({ uri: 'u:3', bodies: [{ contentType: 'text/html', value: '<p>The dam held.</p>' }] }),
      ),
    });
    const told: string[] = [];
    const archive = await openArchive([folder], { now });
    for await (const _ of archive.passages(({ line, what }) => told.push(`${line}: ${what}`)));
    expect(told).toEqual([
      '1: the article bears no date',
      '2: the article cannot be quoted: it has no text',
      '3: the article cannot be quoted: its text is markup',
    ]);
  });

  it('rejects when the folder is not there', async () => {
    await expect(openArchive([`${aFolder()}/missing`], { now })).rejects.toThrow(
      'missing: the archive folder cannot be read',
    );
  });
});

describe('an archive that is opened again', () => {
  it('reads only files that were written since', async () => {
    const folder = aFolder({
      'a.jsonl': lines(anItem({ uri: 'u:1' })),
      'b.jsonl': lines(anItem({ uri: 'u:2' })),
    });
    const kept = join(folder, 'a.jsonl');
    utimesSync(kept, 1, 1);
    const before = await openArchive([folder], { now });
    // Nobody can tell that this file is another: it has the size and the time it had.
    writeFileSync(kept, lines(anItem({ uri: 'u:9' })));
    utimesSync(kept, 1, 1);
    writeFileSync(join(folder, 'b.jsonl'), lines(anItem({ uri: 'u:2' }), anItem({ uri: 'u:3' })));
    const again = await openArchive([folder], { now, known: before.files });
    expect(again.entries.map(({ uri }) => uri)).toEqual(['u:1', 'u:2', 'u:3']);
  });

  it('forgets files that are gone', async () => {
    const folder = aFolder({
      'a.jsonl': lines(anItem({ uri: 'u:1' })),
      'b.jsonl': lines(anItem({ uri: 'u:2' })),
    });
    const before = await openArchive([folder], { now });
    rmSync(join(folder, 'a.jsonl'));
    const again = await openArchive([folder], { now, known: before.files });
    expect(again.entries.map(({ uri }) => uri)).toEqual(['u:2']);
  });
});
