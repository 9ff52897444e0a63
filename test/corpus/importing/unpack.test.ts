import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '../../../src/corpus/importing/index.ts';
import { aFolder, lines, saying } from '../archive/a-folder.ts';
import { aTarGz, aZip } from './a-package.ts';
import { importing } from './an-import.ts';

const article = 'date 2026-03-01\n\nThe dam held.\n';

describe('packages', () => {
  it('give the articles of a zip, folders in it too', async () => {
    const zip = aZip([
      { name: 'week/a.txt', content: article },
      { name: 'week/b.jsonl', content: lines(saying('The road did not.')) },
      { name: '__MACOSX/week/._a.txt', content: 'x' },
    ]);
    const imported = await importing([aFolder({ 'news.zip': zip })]);
    expect(imported.texts).toEqual(['The dam held.', 'The road did not.']);
    expect(imported.problems).toEqual([]);
  });

  it('give the articles of a .tar.gz and of a .jsonl.gz', async () => {
    const tar = await aTarGz([
      { name: 'week/a.txt', content: article },
      { name: 'week/b.jsonl', content: lines(saying('The road did not.')) },
    ]);
    const gz = gzipSync(lines(saying('Buses stood still.', { uri: 'u:3' })));
    const imported = await importing([aFolder({ 'a.tar.gz': tar, 'b.jsonl.gz': gz })]);
    expect(imported.texts).toEqual(['The dam held.', 'The road did not.', 'Buses stood still.']);
  });

  it('change nothing when they are imported again', async () => {
    const folder = aFolder({ 'news.zip': aZip([{ name: 'a.txt', content: article }]) });
    const { out } = await importing([folder]);
    expect(await importing([folder], { out })).toMatchObject({ unchanged: 1, written: 0, replaced: 0 });
  });

  it('refuse names that lead out of the folder, links, and packages inside, and read the rest', async () => {
    const bad = [
      { name: '../../etc/cron.d/a.txt', content: article },
      { name: '/elsewhere/a.txt', content: article },
      { name: 'C:\\a.txt', content: article },
      { name: 'inner.zip', content: 'PK' },
      { name: 'good.txt', content: article },
    ];
    const zip = await importing([aFolder({ 'a.zip': aZip(bad) })]);
    expect(zip.texts).toEqual(['The dam held.']);
    expect(zip.problems).toEqual([
      'a.zip!/../../etc/cron.d/a.txt: its name leads out of the folder',
      'a.zip!//elsewhere/a.txt: its name leads out of the folder',
      'a.zip!/C:/a.txt: its name leads out of the folder',
      'a.zip!/inner.zip: this is a package inside a package',
    ]);
    const tar = await importing([
      aFolder({ 'a.tgz': await aTarGz([{ name: 'passwd', content: '', type: 'symlink' }, ...bad]) }),
    ]);
    expect(tar.texts).toEqual(['The dam held.']);
    expect(tar.problems).toHaveLength(5);
  });

  it('stop a bomb before it has unfolded', async () => {
    const zeros = Buffer.alloc(200 * 1024 * 1024);
    const folder = aFolder({
      'a.zip': aZip([{ name: 'a.jsonl', content: zeros }]),
      'b.jsonl.gz': gzipSync(zeros),
      'c.tar.gz': gzipSync(zeros),
      'd.txt': article,
    });
    const imported = await importing([folder]);
    expect(imported.texts).toEqual(['The dam held.']);
    expect(imported.problems).toEqual([
      'a.zip!/a.jsonl:1: the package unfolds like a bomb: to more than any text does',
      'b.jsonl:1: the package unfolds like a bomb: to more than any text does',
      expect.stringContaining('c.tar.gz: the package'),
    ]);
  });

  it('stop where many names stand for the same bytes, and unfold together to more than was promised', async () => {
    // Each unfolds to fifty times its size, which is sound, and four of them to more than 16 MB.
    const content = ' '.repeat(5_000_000) + randomBytes(75_000).toString('base64');
    const zip = aZip(
      Array.from({ length: 200 }, (_, index) => ({ name: `${index}.jsonl`, content })),
      true,
    );
    const imported = await importing([aFolder({ 'a.zip': zip, 'b.txt': 'The bridge held.\n' })]);
    expect(zip.length * IMPORT_LIMITS.largestRatio).toBeLessThan(4 * content.length);
    expect(imported.texts).toEqual(['The bridge held.']);
    expect(imported.problems).toEqual([
      ...['0', '1', '2'].map((name) =>
        expect.stringContaining(`a.zip!/${name}.jsonl:1: the line is not JSON (column `),
      ),
      'a.zip: the package unfolds like a bomb: to more than any text does',
    ]);
  });

  it('tell of what is neither a file nor a folder', async () => {
    const tar = await aTarGz([
      { name: 'sound.txt', content: article },
      { name: 'disk', content: '', type: 'block-device' },
    ]);
    const imported = await importing([aFolder({ 'a.tgz': tar })]);
    expect(imported.texts).toEqual(['The dam held.']);
    expect(imported.problems).toEqual(['a.tgz!/disk: this is neither a file nor a folder']);
  });

  it('are told of when they are damaged, locked away or have too many files', async () => {
    const zip = aZip([{ name: 'a.txt', content: article }]);
    const tar = await aTarGz([{ name: 'a.txt', content: article }]);
    const folder = aFolder({
      'a.zip': zip.subarray(0, -30),
      'b.tar.gz': tar.subarray(0, -20),
      'c.gz': 'not gzip',
    });
    const imported = await importing([folder]);
    expect(imported.problems.map((problem) => problem.replace(/ \(.*/, ''))).toEqual([
      'a.zip: the package is damaged',
      'b.tar.gz!/a.txt:1: the package is damaged',
      'b.tar.gz: the package is damaged',
      'c:1: the package is damaged',
    ]);
    const many = aZip([1, 2, 3].map((number) => ({ name: `${number}.txt`, content: article })));
    const limits = { ...IMPORT_LIMITS, mostEntries: 2 };
    const some = await importing([join(aFolder({ 'a.zip': many }), 'a.zip')], { limits });
    expect(some.problems).toEqual(['a.zip: the package has more than 2 files']);
  });
});
