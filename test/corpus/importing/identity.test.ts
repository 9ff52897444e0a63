import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, anItem, lines, saying } from '../archive/a-folder.ts';
import { importing } from './an-import.ts';

const UUID = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';

const wire = (properties: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ type: 'text', ...properties });
const story = (properties: Readonly<Record<string, unknown>>) =>
  wire({ versioncreated: '2026-03-02T08:00:00Z', body_text: 'Six barges sank at Tollen.', ...properties });
const kill = (properties: Readonly<Record<string, unknown>>) =>
  wire({ versioncreated: '2026-03-02T09:00:00Z', pubstatus: 'canceled', ...properties });
const nitf = (docId: string, status: string, day: string) =>
  `<nitf><head><docdata management-status="${status}">${docId}<date.issue norm="${day}"/></docdata></head>` +
  '<body><body.head><hedline><hl1>Barges</hl1></hedline></body.head>' +
  '<body.content><p>Six barges sank at Tollen.</p></body.content></body></nitf>';
const g2 = (guid: string, version: string, status: string) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="${version}"><itemMeta>` +
  `<itemClass qcode="ninat:text"/><versionCreated>2026-03-0${version}T08:00:00Z</versionCreated><pubStatus qcode="stat:${status}"/>` +
  '</itemMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Six barges sank at Tollen.</p></body></html>' +
  '</inlineXML></contentSet></newsItem>';
const rss = (link: string, items: string) =>
  `<rss version="2.0"><channel><title>Tollen Echo</title><link>${link}</link>${items}</channel></rss>`;
const table = (row: string) => `id,headline,body,date,status\n${row}\n`;
const markdown = (head: string) =>
  `---\nid: T-9\ndate: 2026-03-02\n${head}---\n\nSix barges sank at Tollen.\n`;

const KILLS: readonly (readonly [string, string, string, string])[] = [
  ['ninjs, an id without a scheme', 'json', story({ guid: 'halm_2026_A1' }), kill({ guid: 'halm_2026_A1' })],
  ['ninjs, a number', 'json', story({ uri: 4711 }), kill({ uri: 4711 })],
  ['ninjs of a content system', 'json', story({ _id: 'halm_2026_A1' }), kill({ _id: 'halm_2026_A1' })],
  ['ninjs, a bare UUID in other letters', 'json', story({ uri: UUID }), kill({ uri: UUID.toUpperCase() })],
  ['a UUID, as URN and bare', 'json', story({ uri: `urn:uuid:${UUID}` }), kill({ guid: `{${UUID}}` })],
  [
    'the next revision of a NewsML name',
    'json',
    story({ uri: 'urn:newsml:wire.example:20260302:barge:1' }),
    kill({ uri: 'urn:newsml:wire.example:20260302:barge:2U' }),
  ],
  [
    'a web address in other letters',
    'json',
    story({ uri: 'HTTPS://Tollen.example/a' }),
    kill({ uri: 'https://tollen.example/a' }),
  ],
  [
    'NITF of one registration source',
    'xml',
    nitf('<doc-id regsrc="Halm Wire" id-string="B 7"/>', 'usable', '20260302'),
    nitf('<doc-id regsrc="HALM  WIRE" id-string="B 7"/>', 'canceled', '20260303'),
  ],
  [
    'NITF whose kill lacks the registration source',
    'xml',
    nitf('<doc-id regsrc="Halm Wire" id-string="B7"/>', 'usable', '20260302'),
    nitf('<doc-id id-string="B7"/>', 'canceled', '20260302'),
  ],
  ['NewsML-G2, a guid that is no URI', 'xml', g2('tollen/7', '1', 'usable'), g2('tollen/7', '2', 'canceled')],
  [
    'a table, of the same day',
    'csv',
    table('S-5,Barges,Six barges sank at Tollen.,2026-03-02,published'),
    table('S-5,Barges,,2026-03-02,killed'),
  ],
  [
    'a table, without a date',
    'csv',
    table('S-5,Barges,Six barges sank at Tollen.,,published'),
    table('S-5,Barges,Six barges sank at Tollen.,2026-03-02,withdrawn'),
  ],
  [
    'a list of ids and states alone',
    'csv',
    table('S-5,Barges,Six barges sank at Tollen.,2026-03-02,published'),
    'StoryID;Status\nS-5;KILLED\n',
  ],
  ['Markdown', 'md', markdown(''), markdown('status: withdrawn\n')],
]; // prettier-ignore

describe('a kill in another file', () => {
  it.each(KILLS)(
    'takes back %s, in any order, at once and later',
    async (_what, ending, article, cancellation) => {
      const [first, second] = [`a.${ending}`, `b.${ending}`];
      const together = await importing([aFolder({ [first]: article, [second]: cancellation })]);
      expect([together.texts, together.unmet]).toEqual([[], 0]);
      const turned = await importing([aFolder({ [first]: cancellation, [second]: article })]);
      expect([turned.texts, turned.unmet]).toEqual([[], 0]);
      const { out } = await importing([aFolder({ [first]: article })]);
      const later = await importing([aFolder({ [second]: cancellation })], { out });
      expect([later.texts, later.unmet, later.problems]).toEqual([[], 0, []]);
    },
  );

  it.each(KILLS)(
    'of %s that comes first is told and remembered',
    async (_what, ending, article, cancellation) => {
      const first = await importing([aFolder({ [`b.${ending}`]: cancellation })]);
      expect(first.unmet).toBe(1);
      expect(first.remarks.at(-1)?.what).toMatch(/^a cancellation meets no article of the archive \(\S+\)$/);
      const later = await importing([aFolder({ [`a.${ending}`]: article })], { out: first.out });
      expect([later.texts, later.unmet]).toEqual([[], 0]);
      const again = await importing([aFolder({ [`b.${ending}`]: cancellation })], { out: first.out });
      expect(again).toMatchObject({ unchanged: 1, unmet: 0, remarks: [] });
    },
  );

  it('finds by its page alone the articles that have ids as well', async () => {
    const page = 'https://tollen.example/barges';
    const withId = `id,url,headline,body,date\nS-5,${page},Barges,Six barges sank at Tollen.,2026-03-02\n`;
    const byPage = `url,headline,body,date,status\n${page},Barges,,2026-03-03,killed\n`;
    expect(await importing([aFolder({ 'a.csv': withId, 'b.csv': byPage })])).toMatchObject({
      texts: [],
      unmet: 0,
    });
    const { out } = await importing([aFolder({ 'a.csv': withId })]);
    expect(await importing([aFolder({ 'b.csv': byPage })], { out })).toMatchObject({ texts: [], unmet: 0 });
    const home = byPage.replace('/barges', '/');
    const again = await importing([aFolder({ 'a.csv': withId, 'b.csv': home })]);
    expect(again).toMatchObject({ texts: ['Six barges sank at Tollen.'], unmet: 1 });
  });

  it('is told when it is of an older version than the one on file', async () => {
    const versioned = (version: number, status: string) =>
      `id,headline,body,version,status\nS-5,Barges,Six barges sank at Tollen.,${version},${status}\n`;
    const folder = aFolder({ 'a.csv': versioned(3, 'published'), 'b.csv': versioned(2, 'killed') });
    const { texts, remarks } = await importing([folder]);
    expect(texts).toEqual(['Six barges sank at Tollen.']);
    expect(remarks[0]?.what).toBe(
      'the cancellation of urn:factdesk:item::S-5 is of an older version than the one on file, and takes nothing back',
    );
  });

  it('does not take back an article of another provider', async () => {
    const [ours, theirs] = ['Halm Wire', 'Orr Press'].map(
      (source) => `<doc-id regsrc="${source}" id-string="7"/>`,
    );
    const folder = aFolder({
      'a.xml': nitf(ours ?? '', 'usable', '20260302'),
      'b.xml': nitf(theirs ?? '', 'canceled', '20260303'),
    });
    const imported = await importing([folder]);
    expect([imported.texts, imported.unmet]).toEqual([['Six barges sank at Tollen.'], 1]);
  });

  it('keeps tables of two providers apart that were imported with their names', async () => {
    const echo = aFolder({ 'a.csv': table('1,Barges,Six barges sank at Tollen.,2026-03-02,published') });
    const post = aFolder({ 'a.csv': table('1,School,The school at Halm closed.,2026-03-03,published') });
    const { out } = await importing([echo], { defaults: { provider: 'Echo' } });
    const both = await importing([post], { out, defaults: { provider: 'Post' } });
    expect(both).toMatchObject({ written: 1, remarks: [] });
    const gone = aFolder({ 'b.csv': table('1,Barges,,2026-03-04,killed') });
    const left = await importing([gone], { out, defaults: { provider: 'Echo' } });
    expect(left.texts).toEqual(['The school at Halm closed.']);
  });

  it('warns when an article takes the place of another one of the same id', async () => {
    const folder = aFolder({
      'a.csv': table('1,Barges sink,Six barges sank at Tollen.,2026-03-02,published'),
      'b.csv': table('1,School closes,The school at Halm closed.,2026-03-03,published'),
    });
    const { remarks, replaced } = await importing([folder]);
    expect(replaced).toBe(1);
    expect(remarks.map(({ what, mend }) => `${what}. ${mend}.`)).toEqual([
      'the article takes the place of “Barges sink”, which has the same id and another title (urn:factdesk:item::1). ' +
        'If the two are different articles, import each with the --provider that gave it the id.',
    ]);
  });
});

describe('a correction in another file', () => {
  const corrected = (day: string) => table(`S-5,Barges,Five barges sank at Tollen.,${day},corrected`);
  const first = (day: string) => table(`S-5,Barges,Six barges sank at Tollen.,${day},published`);

  it.each([
    ['of a later day', '2026-03-02', '2026-03-03'],
    ['of the same day', '2026-03-02', '2026-03-02'],
    ['of an undated article', '', '2026-03-03'],
  ])('%s counts, in any order, at once and later', async (_what, day, correctionDay) => {
    for (const [a, b] of [
      [first(day), corrected(correctionDay)],
      [corrected(correctionDay), first(day)],
    ]) {
      const folder = aFolder({ 'a.csv': a ?? '', 'b.csv': b ?? '' });
      const { out, texts, unmet } = await importing([folder]);
      expect([texts, unmet]).toEqual([['Five barges sank at Tollen.'], 0]);
      expect(await importing([folder], { out })).toMatchObject({ written: 0, replaced: 0, texts });
      const parts = await importing([aFolder({ 'a.csv': a ?? '' })]);
      expect((await importing([aFolder({ 'b.csv': b ?? '' })], { out: parts.out })).texts).toEqual(texts);
    }
  });

  it('that meets no article is told, and quoted', async () => {
    const { texts, remarks, unmet } = await importing([aFolder({ 'a.csv': corrected('2026-03-03') })]);
    expect([texts, unmet]).toEqual([['Five barges sank at Tollen.'], 1]);
    expect(remarks[0]?.what).toBe('a correction meets no article of the archive (urn:factdesk:item::S-5)');
  });
});

describe('an entry of a feed', () => {
  const item = (guid: string, text: string) =>
    `<item><title>Barges</title><link>https://tollen.example/${text.length}</link>${guid}` +
    `<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><description>${text}</description></item>`;
  const guid = '<guid isPermaLink="false">77</guid>';

  it('is the same in every copy of the feed, and another in another feed', async () => {
    const monday = rss('https://www.tollen.example/', item(guid, 'Six barges sank at Tollen.'));
    const tuesday = rss('http://tollen.example', item(guid, 'Six barges sank at Tollen.'));
    const other = rss('https://halm.example/', item(guid, 'The school at Halm closed.'));
    const folder = aFolder({ 'a.xml': monday, 'b.xml': tuesday, 'c.xml': other });
    expect(await importing([folder])).toMatchObject({ written: 2, unchanged: 1, remarks: [] });
  });

  it('without id and page is known by title and day', async () => {
    const entry = (title: string, text: string) =>
      `<item><title>${title}</title><description>${text}</description></item>`;
    const feed = rss(
      'https://tollen.example/',
      entry('Dam', 'The dam held.') + entry('Road', 'The road did not.'),
    );
    const imported = await importing([aFolder({ 'a.xml': feed, 'b.xml': feed })]);
    expect(imported).toMatchObject({ written: 2, unchanged: 2 });
  });
});

describe('a page', () => {
  const page = (main: string, text: string) =>
    `<html lang="en"><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"${text}",` +
    `"datePublished":"2026-03-02","mainEntityOfPage":"${main}"}</script></head><body><article><p>${text}</p></article></body></html>`;

  it.each(['https://tollen.example/', 'https://tollen.example', 'https://tollen.example/index.html'])(
    'that says its main page is %s is no version of the next one that does',
    async (home) => {
      const folder = aFolder({
        'a.html': page(home, 'The dam held.'),
        'b.html': page(home, 'The road did not.'),
      });
      expect(await importing([folder])).toMatchObject({ written: 2, replaced: 0, skipped: 0 });
    },
  );
});

describe('an archive that was written when ids counted within their file', () => {
  const old = (uri: string, text: string, properties: Readonly<Record<string, unknown>> = {}) =>
    saying(text, { uri, firstCreated: undefined, versionCreated: '2026-03-02T00:00:00Z', ...properties });
  const anArchive = (...items: readonly string[]) => {
    const out = join(aFolder(), 'archive');
    mkdirSync(out);
    writeFileSync(join(out, 'articles-000001.jsonl'), lines(...items));
    return out;
  };

  it('loses what the next delivery kills, whatever file it stood in', async () => {
    const out = anArchive(old('file:///desk/week-09.csv#S%205', 'Six barges sank at Tollen.'));
    const kill = aFolder({ 'week-10.csv': table('S 5,Barges,,2026-03-09,killed') });
    expect(await importing([kill], { out })).toMatchObject({ texts: [], replaced: 1, unmet: 0 });
  });

  it('does not show again what was killed in it', async () => {
    const killed = anItem({ uri: 'file:///desk/week-09.csv#S-5', pubStatus: 'canceled', bodies: [] });
    const out = anArchive(killed);
    const again = aFolder({ 'a.csv': table('S-5,Barges,Six barges sank at Tollen.,2026-03-02,published') });
    expect(await importing([again], { out })).toMatchObject({ texts: [], written: 0 });
  });

  it('has each article once after it is imported again, and loses it with a kill by its id', async () => {
    const page = 'https://tollen.example/barges';
    const out = anArchive(old(page, 'Six barges sank at Tollen.'));
    const columns = 'id,headline,body,date,url,status\n';
    const row = `S-5,Barges,Six barges sank at Tollen.,2026-03-02,${page},published\n`;
    const again = await importing([aFolder({ 'a.csv': columns + row })], { out });
    expect(again).toMatchObject({ written: 1, texts: ['Six barges sank at Tollen.'] });
    const files = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
    expect(await importing([aFolder({ 'a.csv': columns + row })], { out })).toMatchObject({ unchanged: 1 });
    expect(readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(files);
    const killed = await importing([aFolder({ 'b.csv': table('S-5,,,,killed') })], { out });
    expect([killed.texts, killed.unmet]).toEqual([[], 0]);
  });
});
