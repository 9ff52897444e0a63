import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS, runImport } from '../../../src/corpus/importing/index.ts';
import { aFolder, anItem, lines, saying } from '../archive/a-folder.ts';
import { importing, NOW, piping } from './an-import.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/archive');

describe('importing', () => {
  it('reads a folder of mixed formats, tells what it left out, and changes nothing the second time', async () => {
    const first = await importing([FIXTURES]);
    expect(first).toMatchObject({ read: 43, written: 38, replaced: 1, unchanged: 0, older: 0 });
    expect(first.remarks.map(({ file, line }) => `${file.slice(FIXTURES.length + 1)}:${line}`)).toEqual([
      'ap-media.json:1',
      'nyt.json:1',
      'rss.xml:25',
      'table.csv:5',
      'table.csv:6',
      // Cancellations that met no article.
      'ap-media.json:1',
      'guardian.json:1',
      'ninjs-3.jsonl:3',
    ]);
    expect(first.texts).toContain('It cost 61 million crowns, “twice what was planned,” Mark Vane said.');
    expect(first.texts).toContain('The dam at Norbeck held through the night and the morning.');
    expect(first.texts).not.toContain('The tunnel will not be built.');
    const files = readdirSync(first.out).map((name) => [name, readFileSync(join(first.out, name), 'utf8')]);
    const second = await importing([FIXTURES], { out: first.out });
    expect(second).toMatchObject({ read: 43, written: 0, replaced: 0, unchanged: 38, older: 1 });
    expect(readdirSync(first.out).map((name) => [name, readFileSync(join(first.out, name), 'utf8')])).toEqual(
      files,
    );
  });

  it('reads its own archive as what it wrote, fact checks and undated articles too', async () => {
    const { out } = await importing([FIXTURES]);
    const copy = join(aFolder(), 'copy');
    cpSync(out, copy, { recursive: true });
    expect(await importing([copy], { out })).toMatchObject({
      read: 39,
      unchanged: 38,
      older: 1,
      skipped: 0,
    });
  });

  it('replaces an article by its newer version, and never by an older', async () => {
    const version = (text: string, versionCreated: string) => ({
      'a.jsonl': lines(saying(text, { versionCreated })),
    });
    const { out } = await importing([aFolder(version('Two people died.', '2026-03-02T08:00:00Z'))]);
    const newer = await importing([aFolder(version('Three people died.', '2026-03-02T09:00:00Z'))], { out });
    expect([newer.replaced, newer.texts]).toEqual([1, ['Three people died.']]);
    const older = await importing([aFolder(version('One person died.', '2026-03-01T09:00:00Z'))], { out });
    expect([older.older, older.texts]).toEqual([1, ['Three people died.']]);
  });

  it('takes a canceled article out of the answers', async () => {
    const { out } = await importing([aFolder({ 'a.jsonl': lines(saying('Two people died.')) })]);
    const cancel = lines(
      anItem({ pubStatus: 'canceled', bodies: [], versionCreated: '2026-03-05T08:00:00Z' }),
    );
    expect((await importing([aFolder({ 'a.jsonl': cancel })], { out })).texts).toEqual([]);
  });

  it.each([
    ['bears the day of publication only', { versionCreated: undefined }, {}],
    ['bears no date at all', { versionCreated: undefined, firstCreated: undefined }, {}],
    ['has a number and no date', { versionCreated: undefined, version: '3' }, { version: '2' }],
  ])('takes it out when the cancellation %s, whichever is read first', async (_what, dates, article) => {
    const usable = saying('Two people died.', article);
    const canceled = anItem({ pubStatus: 'canceled', bodies: [], ...dates });
    const { out } = await importing([aFolder({ 'a.jsonl': lines(usable) })]);
    const folder = aFolder({ 'a.jsonl': lines(canceled) });
    // As old as a file in a delivery may be.
    utimesSync(join(folder, 'a.jsonl'), new Date('2020-01-01'), new Date('2020-01-01'));
    expect(await importing([folder], { out })).toMatchObject({ older: 0, replaced: 1, texts: [] });
    expect(await importing([folder], { out })).toMatchObject({ unchanged: 1, replaced: 0, texts: [] });
    for (const both of [lines(usable, canceled), lines(canceled, usable)])
      expect((await importing([aFolder({ 'a.jsonl': both })])).texts).toEqual([]);
  });

  it('does not take out an article for the cancellation of an earlier version', async () => {
    const { out } = await importing([aFolder({ 'a.jsonl': lines(saying('Two people died.')) })]);
    const earlier = anItem({ pubStatus: 'canceled', bodies: [], versionCreated: '2026-03-01T09:00:00Z' });
    const again = await importing([aFolder({ 'a.jsonl': lines(earlier) })], { out });
    expect(again).toMatchObject({ older: 1, texts: ['Two people died.'] });
  });

  it('tells of two different articles under one id and version, keeps the first, and does so every time', async () => {
    const folder = aFolder({
      'a.jsonl': lines(saying('The dam held.')),
      'b.jsonl': lines(saying('The dam broke.')),
    });
    const first = await importing([folder]);
    expect(first.texts).toEqual(['The dam held.']);
    expect(first.problems).toEqual([
      'b.jsonl:1: another article of this import has the same id and version (https://post.example/harbour)',
    ]);
    const second = await importing([folder], { out: first.out });
    expect(second).toMatchObject({ written: 0, replaced: 0, unchanged: 1, problems: first.problems });
  });

  it('takes an edited text file for a new version of the same article', async () => {
    const folder = aFolder({ 'a.txt': 'date 2026-03-01\n\nThe dam held.\n' });
    const { out } = await importing([folder]);
    writeFileSync(join(folder, 'a.txt'), 'date 2026-03-01\n\nThe dam did not hold.\n');
    expect((await importing([folder], { out })).texts).toEqual(['The dam did not hold.']);
  });

  it('does not take an undated article for changed because it was read again', async () => {
    const folder = aFolder({ 'a.txt': 'The dam held.\n' });
    const { out } = await importing([folder]);
    utimesSync(join(folder, 'a.txt'), new Date('2026-03-09'), new Date('2026-03-09'));
    expect(await importing([folder], { out })).toMatchObject({ unchanged: 1, replaced: 0 });
  });

  it('marks an article in another language and keeps it out of the English answers', async () => {
    const items = lines(
      saying('Die Brücke ist gesperrt.', { language: 'de' }),
      saying('The dam held.', { uri: 'u:2' }),
    );
    const { out, written, texts } = await importing([aFolder({ 'a.jsonl': items })]);
    expect([written, texts]).toEqual([2, ['The dam held.']]);
    expect(readFileSync(join(out, 'articles-000001.jsonl'), 'utf8')).toContain('"language":"de"');
  });

  it('recognises another language when nobody names it', async () => {
    const german =
      'Die Brücke bei Norbeck ist seit Montag gesperrt, weil ein Pfeiler gebrochen ist. Der Verkehr aus Halm wird über die ' +
      'Landstraße geleitet, und die Schulen im Tal bleiben bis Donnerstag geschlossen, teilte das Amt mit.';
    const { out, texts } = await importing([aFolder({ 'a.txt': german, 'b.txt': 'The dam held.' })]);
    expect(texts).toEqual(['The dam held.']);
    expect(readFileSync(join(out, 'articles-000001.jsonl'), 'utf8')).toContain('"language":"de"');
  });

  it('writes nothing in a dry run, and says what would be written', async () => {
    const { out, written } = await importing([FIXTURES], { dryRun: true });
    expect(written).toBe(38);
    expect(() => readdirSync(out)).toThrow('ENOENT');
  });

  it('tells of each line that it skips at once, and keeps the number alone', async () => {
    let told = 0;
    const late: number[] = [];
    const report = await runImport({
      sources: [aFolder({ 'a.jsonl': '{}\n'.repeat(500) })],
      out: join(aFolder(), 'archive'),
      stdin: piping(''),
      now: () => NOW,
      onRemark: () => {
        told += 1;
      },
      onProgress: ({ read }) => {
        if (read !== told) late.push(read);
      },
    });
    expect([told, late]).toEqual([500, []]);
    const counts = {
      read: 500,
      written: 0,
      replaced: 0,
      unchanged: 0,
      older: 0,
      heldBack: 0,
      doubted: 0,
      erased: 0,
      unmet: 0,
      skipped: 500,
    };
    expect(report).toEqual({ ...counts, leftOut: new Map() });
  });

  it('reads a pipe, in a format that is guessed or named', async () => {
    expect((await importing(['-'], { stdin: piping(lines(saying('The dam held.'))) })).texts).toEqual([
      'The dam held.',
    ]);
    const csv = { stdin: piping('title,text\nDam,The dam held.\n'), format: 'csv' } as const;
    expect((await importing(['-'], csv)).texts).toEqual(['The dam held.']);
  });

  it('does not read the archive it writes to', async () => {
    const folder = aFolder({ 'a.txt': 'The dam held.\n' });
    const out = join(folder, 'archive');
    mkdirSync(out);
    writeFileSync(join(out, 'articles-000001.jsonl'), lines(saying('The road did not.')));
    expect(await importing([folder], { out })).toMatchObject({ read: 1, written: 1 });
  });
});

describe('files that lie beside articles', () => {
  const NAMES = [
    'README',
    'README.md',
    'readme.de.txt',
    'LICENSE',
    'licence.txt',
    'LICENSE-MIT',
    'COPYING',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'requirements.txt',
    'requirements-dev.txt',
    'dev-requirements.txt',
    'robots.txt',
    'package.json',
    'Makefile',
  ];
  const ARTICLES = [
    'licence-fee-rises.md',
    'security.txt.md',
    'history.txt',
    'NOTICE.TXT',
    'reading-requirements.md',
  ];

  it('are no articles of a folder or a package, and are counted by their names', async () => {
    const folder = aFolder(Object.fromEntries(NAMES.map((name) => [name, 'The parser reads all of it.\n'])));
    const { read, texts, leftOut } = await importing([folder]);
    expect([read, texts]).toEqual([0, []]);
    expect([...leftOut.keys()].sort()).toEqual([...NAMES].sort());
  });

  it('are told from articles about such things', async () => {
    const folder = aFolder(Object.fromEntries(ARTICLES.map((name) => [name, `The dam held, ${name}.\n`])));
    expect(await importing([folder])).toMatchObject({ written: ARTICLES.length, skipped: 0 });
  });

  it('are read when they are named', async () => {
    const file = join(aFolder({ 'README.md': 'The dam held.\n' }), 'README.md');
    expect((await importing([file])).texts).toEqual(['The dam held.']);
  });
});

describe('files that cannot be imported', () => {
  it('are told of one by one, and the others are read', async () => {
    const folder = aFolder({
      'a.pdf': Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 4, 5, 6, 7]),
      'b.css': 'p { color: red }',
      'c.txt': 'The dam held.\n',
      'Thumbs.db': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0),
      '.DS_Store': Uint8Array.of(0, 0, 0, 1),
    });
    symlinkSync('/etc/hosts', join(folder, 'd.txt'));
    const imported = await importing([folder, join(folder, 'missing.txt'), '/dev/null']);
    expect(imported.texts).toEqual(['The dam held.']);
    expect(imported.problems).toEqual([
      'a.pdf:1: the file is not text',
      'b.css:1: the file seems to be a .css file, which is not read',
      'd.txt: this is a link, and links are not followed',
      'missing.txt: there is no such file',
      '/dev/null: this is neither a file nor a folder',
    ]);
  });

  it('addresses that are none, or that nobody fetches, keep no other source from being read', async () => {
    const file = join(aFolder({ 'a.txt': 'The dam held.\n' }), 'a.txt');
    const bad = [
      'http://[',
      'https://',
      'http:',
      'HTTP://a b/',
      'https://desk:s3cret@[::z]/feed',
      'file://',
      'file:///etc/hosts',
      'ftp:',
      'ftp://desk:s3cret@wire.example/a.xml',
      'news\u0000.txt',
      '',
    ];
    const { texts, problems } = await importing([...bad, file]);
    expect(texts).toEqual(['The dam held.']);
    expect(problems).toEqual([
      ...['http://[', 'https://', 'http:', 'HTTP://a b/', 'https://[::z]/feed'].map(
        (name) => `${name}: this is not a valid address`,
      ),
      ...['file:///', 'file:///etc/hosts'].map(
        (name) => `${name}: file: addresses are not fetched, http: and https: are`,
      ),
      ...['ftp:', 'ftp://wire.example/a.xml'].map(
        (name) => `${name}: ftp: addresses are not fetched, http: and https: are`,
      ),
      'news\u0000.txt: it cannot be read (ERR_INVALID_ARG_VALUE)',
      ': there is no such file',
    ]);
  });

  it('a document of 2 GB is refused without being read', async () => {
    const folder = aFolder({ 'a.xml': '<rss>' });
    truncateSync(join(folder, 'a.xml'), 2 * 1024 ** 3);
    const before = process.memoryUsage().rss;
    expect((await importing([folder])).problems).toEqual(['a.xml: the document is larger than 64 MB']);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('a line of 50 MB is left out, and the lines around it are read', async () => {
    const text = lines(
      saying('The dam held.'),
      saying('x'.repeat(50_000_000)),
      saying('The road did not.', { uri: 'u:2' }),
    );
    const imported = await importing([aFolder({ 'a.jsonl': text })]);
    expect(imported.texts).toEqual(['The dam held.', 'The road did not.']);
    expect(imported.problems).toEqual(['a.jsonl:2: the line is longer than 8 MB']);
  });

  it('pages of endless tags, and a Markdown file as long as a book, are told of', async () => {
    const folder = aFolder({
      'a.html': `<html>${'<'.repeat(400_000)}`,
      'a2.html': `<html><body>${'<b>'.repeat(20_000)}`,
      'b.md': '- a\n'.repeat(100_000),
      'c.txt': 'The dam held.',
    });
    const imported = await importing([folder]);
    expect(imported.problems).toEqual([
      'a.html:1: the HTML has more than 100,000 tags, which no article has',
      'a2.html:1: the HTML is nested too deep',
      'b.md:1: the file is larger than 256 kB, which no article is',
    ]);
    expect(imported.texts).toEqual(['The dam held.']);
  });

  it('a pipe that never ends is left at the limit', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(100_000, 'x');
    }
    const limits = { ...IMPORT_LIMITS, largestDocument: 1_000_000 };
    expect((await importing(['-'], { stdin: endless(), limits })).problems).toEqual([
      '-:1: the document is larger than 0 MB',
    ]);
  });

  it('files in different encodings lie side by side', async () => {
    const story = 'Åsa Berg sold the café in Malmö for 5 €.\n';
    const xml = `<?xml version="1.0" encoding="iso-8859-15"?><nitf><body><body.content><p>${story}</p></body.content></body></nitf>`;
    const folder = aFolder({
      'a.txt': story,
      'b.txt': iconv.encode(story, 'utf-16le', { addBOM: true }),
      'c.txt': iconv.encode(story, 'windows-1252'),
      'd.txt': `\ufeff${story}`,
      'e.xml': iconv.encode(xml, 'iso-8859-15'),
    });
    const { texts, problems } = await importing([folder]);
    expect([texts, problems]).toEqual([Array.from({ length: 5 }, () => story.trim()), []]);
  });

  it('lines with NUL bytes or in another encoding are told of', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`nu\0ll\n`),
      Buffer.from([0xe9, 0x0a]),
      Buffer.from(lines(saying('The dam held.'))),
    ]);
    const imported = await importing([aFolder({ 'a.jsonl': bytes })]);
    expect(imported.problems).toEqual([
      'a.jsonl:1: the line is not JSON (column 1: “null” stands where a value should)',
      'a.jsonl:2: the line is not UTF-8 text',
    ]);
    expect(imported.texts).toEqual(['The dam held.']);
  });
});
