import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  allowArticles,
  eraseArticles,
  findArticles,
  readCatalogue,
  soundReading,
  urisOfArticle,
} from '../../../src/corpus/index.ts';
import { openIndexProvider } from '../../../src/corpus-index/index.ts';
import { openIndex } from '../../../src/search/index.ts';
import { importing, NOW, textsIn } from '../importing/an-import.ts';
import { aFolder, lines, saying } from './a-folder.ts';

const erase = async (folder: string, name: string, dryRun = false) => {
  const files = await readCatalogue([folder]);
  const [uri = name] = await findArticles(files, name);
  return eraseArticles({ folders: [folder], files, uris: await urisOfArticle(files, uri), now: NOW, dryRun });
};
const allBytes = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');

const DAM = saying('The dam at Orrby leaks.', { uri: 'u:dam' });
const ROAD = saying('The road to Orrby is shut.', { uri: 'u:road' });

describe('an article that is erased', () => {
  it('is gone from every file with all its versions, broken lines too, and the other bytes stay', async () => {
    const newer = saying('The dam at Orrby held.', { uri: 'u:dam', versionCreated: '2026-03-09T08:00:00Z' });
    const odd = `${ROAD.replace('{', '{  ')}\r\n\n`;
    const folder = aFolder({
      'articles-000001.jsonl': `${DAM}\n${odd}${DAM.slice(0, -40)}\n`,
      'articles-000002.jsonl': lines(newer),
      'mine.jsonl': saying('The school at Orrby grew.', { uri: 'u:school' }),
    });
    chmodSync(join(folder, 'articles-000001.jsonl'), 0o640);
    const { lines: count, files } = await erase(folder, 'u:dam');
    expect([count, files.length]).toEqual([3, 2]);
    expect(allBytes(folder)).not.toContain('dam at');
    expect(readFileSync(join(folder, 'articles-000001.jsonl'), 'utf8')).toBe(odd);
    expect(statSync(join(folder, 'articles-000001.jsonl')).mode & 0o777).toBe(0o640);
    expect(existsSync(join(folder, 'articles-000002.jsonl'))).toBe(false);
    expect(await textsIn(folder)).toEqual(['The road to Orrby is shut.', 'The school at Orrby grew.']);
  });

  it('is not let in by an import, newer or under an id that may be its own, until it is allowed', async () => {
    const table = 'id,title,text,date\nD-1,Dam,The dam at Orrby leaks.,2026-03-01\n';
    const { out } = await importing([aFolder({ 'a.csv': table })]);
    await erase(out, 'D-1');
    const later = aFolder({ 'b.csv': table.replace('2026-03-01', '2026-03-20') });
    const again = await importing([later], { out });
    expect([again.texts, again.erased]).toEqual([[], 1]);
    expect(again.remarks[0]?.what).toContain('the desk has erased this article');
    const theirs = await importing([later], { out, defaults: { provider: 'Echo' } });
    expect([theirs.texts, theirs.erased]).toEqual([[], 1]);
    const files = await readCatalogue([out]);
    await allowArticles({ files, uris: await findArticles(files, 'D-1') });
    expect((await importing([later], { out })).texts).toEqual(['The dam at Orrby leaks.']);
  });

  it('takes along what stood under the URI that it had before', async () => {
    const page = 'https://orrby.example/dam';
    const out = aFolder({ 'articles-000001.jsonl': lines(saying('The dam at Orrby leaks.', { uri: page })) });
    const row = `id,title,text,url,date\nD-1,Dam,The dam leaks badly.,${page},2026-03-09\n`;
    await importing([aFolder({ 'a.csv': row })], { out });
    expect((await erase(out, page)).lines).toBe(3);
    expect(allBytes(out)).not.toMatch(/leaks/);
    expect((await importing([aFolder({ 'a.csv': row })], { out })).texts).toEqual([]);
  });

  it('is found by its id and by its page, and a name of two articles is that of both', async () => {
    const folder = aFolder({
      'a.jsonl': lines(
        saying('The dam leaks.', { uri: 'urn:factdesk:item:echo:7' }),
        saying('The road is shut.', {
          uri: 'urn:factdesk:item:post:7',
          renditions: [{ name: 'web', href: 'https://orrby.example/road' }],
        }),
      ),
    });
    const files = await readCatalogue([folder]);
    expect(await findArticles(files, '7')).toEqual(['urn:factdesk:item:echo:7', 'urn:factdesk:item:post:7']);
    expect(await findArticles(files, 'https://orrby.example/road')).toEqual(['urn:factdesk:item:post:7']);
    expect(await findArticles(files, '8')).toEqual([]);
  });

  it('stays where it is in a dry run, which counts the same', async () => {
    const folder = aFolder({ 'a.jsonl': lines(DAM, ROAD) });
    expect(await erase(folder, 'u:dam', true)).toMatchObject({ lines: 1 });
    expect(readFileSync(join(folder, 'a.jsonl'), 'utf8')).toBe(lines(DAM, ROAD));
  });

  it('is cut out of the file that a link leads to, and the link stays', async () => {
    const real = join(aFolder({ 'real.txt': lines(DAM, ROAD) }), 'real.txt');
    const folder = aFolder();
    symlinkSync(real, join(folder, 'a.jsonl'));
    await erase(folder, 'u:dam');
    expect(readFileSync(real, 'utf8')).toBe(lines(ROAD));
  });

  it('is told to stand perhaps in a file that an import was killed over', async () => {
    const folder = aFolder({ 'a.jsonl': lines(DAM) });
    writeFileSync(join(folder, '.articles-1.part'), lines(DAM));
    expect((await erase(folder, 'u:dam')).unfinished).toEqual([join(folder, '.articles-1.part')]);
  });

  it('is gone from the answers of a bot that goes on running', async () => {
    const folder = aFolder({ 'a.jsonl': lines(DAM, ROAD) });
    const provider = openIndexProvider(() =>
      soundReading({ facts: [], sheets: 0, synonyms: [], archive: [folder] }),
    );
    const found = async () => {
      const { segments } = await provider.reload(NOW);
      return openIndex(segments)
        .search('Orrby')
        .hits.map(({ passage }) => passage.text);
    };
    expect(await found()).toContain('The dam at Orrby leaks.');
    await erase(folder, 'u:dam');
    expect(await found()).toEqual(['The road to Orrby is shut.']);
  });
});
