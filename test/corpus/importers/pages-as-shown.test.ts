import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { importText, itemsOf } from './a-document.ts';

const WORDS = 'The quay at Norbeck was closed for nine days in May, the harbour office said on Monday.';
const MORE = 'Two ferries lay at anchor meanwhile, and the third went to Ostry, where it was painted.';

const readPage = (data: object, article: string, aside = '') => {
  const script = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...data })}</script>`;
  const page = `<!doctype html><html lang="en"><head><title>Quay closed</title>${script}</head><body>${aside}<article>${article}</article></body></html>`;
  return itemsOf(importText(IMPORTERS.html, page, { address: 'https://post.example/quay' }))[0];
};
const textOf = (article: string, data: object = {}) =>
  readPage({ author: { name: 'Ida Orr' }, publisher: { name: 'Norbeck Post' }, ...data }, article)
    ?.bodies?.[0]?.value;

describe('the byline that a page shows', () => {
  it.each([
    [
      'another than the system knows',
      '新間',
      'Tom Ash and Ada Lind / Post Staff Writers',
      'Tom Ash, Ada Lind',
    ],
    ['the same in other words', 'Ida M. Orr', 'IDA ORR', 'Ida M. Orr'],
    ['nobody', 'Ida Orr', 'Our Staff Writers', 'Ida Orr'],
  ])('is cited where it is %s', (_, author, shown, by) => {
    const item = readPage({ author: { name: author } }, `<p>By ${shown}</p><p>${WORDS}</p><p>${MORE}</p>`);
    expect(item?.by).toBe(by);
  });

  it('is that of an agency where the data names no person', () => {
    const meta = '<meta name="author" content="Reuters">';
    expect(readPage({ author: { name: 'Post staff reporter' } }, `<p>${WORDS}</p>`, meta)?.by).toBe(
      'Reuters',
    );
  });
});

describe('what a page says of an article beside its text', () => {
  it.each([
    'By Ida Orr',
    'Ida Orr | Published 1 day ago',
    'By Ida Orr/May 9, 2026 9:49 am EST/Updated: May 10, 2026 4:17 pm EST',
    'Friday, 8 May 2026 4:55 PM MYT',
    '17:41 JST, May 9, 2026',
    'Story continues below advertisement',
    'Related: Mill burns at Lyle',
    'First published in The Norbeck Review.',
    'To view this video please enable JavaScript, and take a web\nbrowser that knows how',
    'Skip to content',
  ])('is no part of it: %s', (line) => {
    expect(textOf(`<p>${WORDS}</p><p>${line}</p><p>${MORE}</p>`)).toBe(`${WORDS}\n\n${MORE}`);
  });

  it.each(['Ida Orr covers ferries for the Norbeck Post.', 'Ida is a reporter in Lyle.'])(
    'is no part of it behind the last paragraph: %s',
    (note) => {
      expect(textOf(`<p>${WORDS}</p><p>${MORE}</p><p>${note}</p>`)).toBe(`${WORDS}\n\n${MORE}`);
    },
  );

  it.each([
    'On May 9, 2026, Ida Orr was at the quay at 9:49 am.',
    'The novel was first published in 1961.',
    'More than 40 ferries were related to the case.',
    'Ida Lind covers the harbour with a net.',
  ])('is told from a sentence that looks like it: %s', (sentence) => {
    expect(textOf(`<p>${WORDS}</p><p>${MORE}</p><p>${sentence}</p>`)).toContain(sentence);
  });
});

describe('the text in the data of a page', () => {
  it('stands for words where it is Markdown', () => {
    const body = [
      `${WORDS} It is on [the map](https://post.example/map).`,
      '+++',
      '[#image: /photos/61]',
      `*NMO*{: .small} agreed. ${MORE}`,
    ].join('\n\n');
    expect(textOf(`<p>${WORDS}</p>`, { articleBody: body })).toBe(
      `${WORDS} It is on the map.\n\nNMO agreed. ${MORE}`,
    );
  });

  it('keeps brackets and stars that are none', () => {
    const body = `${WORDS}\n\nIt rose [by half] (see 4 * 5 * 6). ${MORE}`;
    expect(textOf(`<p>${WORDS}</p>`, { articleBody: body })).toBe(body);
  });
});

describe('the day of a moment in universal time', () => {
  const dayOf = (published: string, shown: string) =>
    readPage(
      { datePublished: published },
      `<h1>Quay closed</h1><p>${shown}</p><p>${WORDS}</p>`,
    )?.firstCreated?.slice(0, 10);

  it.each([
    ['the evening before, in the West', '2026-05-10T02:24:00Z', 'May 9, 2026 at 9:24 pm ET', '2026-05-09'],
    ['the morning after, in the East', '2026-05-09T20:30:00Z', '10 May 2026', '2026-05-10'],
    ['the same', '2026-05-09T12:00:00Z', 'May 9, 2026', '2026-05-09'],
    ['no day that it was anywhere', '2026-05-09T12:00:00Z', 'May 8, 2026', '2026-05-09'],
    [
      'of another story beside its own',
      '2026-05-09T20:30:00Z',
      'May 10, 2026</p><p>May 9, 2026',
      '2026-05-09',
    ],
    ['when the article was changed', '2026-05-09T20:30:00Z', 'Updated May 10, 2026', '2026-05-09'],
  ])('is the one that the page shows: %s', (_, published, shown, day) => {
    expect(dayOf(published, shown)).toBe(day);
  });

  it('is the one in the address of an entry of a feed, whose moment stays that of its version', () => {
    const feed = `<rss version="2.0"><channel><title>Quay Log</title><item><title>Quay closed</title>
      <link>https://log.example/2026/05/09/quay</link><pubDate>Sun, 10 May 2026 03:36:31 +0000</pubDate>
      <description>${WORDS}</description></item></channel></rss>`;
    expect(itemsOf(importText(IMPORTERS.feed, feed))[0]).toMatchObject({
      firstCreated: '2026-05-09T00:00:00Z',
      versionCreated: '2026-05-10T03:36:31+00:00',
    });
  });
});

describe('a part of a news item that is not its text', () => {
  it('is the header of XHTML in NewsML-G2, and a link to a picture', () => {
    const xml = `<newsItem guid="urn:x:1"><itemMeta><versionCreated>2026-05-09T10:00:00Z</versionCreated>
      <link rel="irel:seeAlso" href="https://wire.example/quay.jpg"/></itemMeta><contentMeta><headline>Quay</headline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html><body><header><time>09.05.2026 12:00</time>
      <ul><li>Ferries</li></ul></header><section><p>${WORDS}</p></section></body></html></inlineXML></contentSet></newsItem>`;
    const [item] = itemsOf(importText(IMPORTERS['newsml-g2'], xml));
    expect(item?.bodies?.[0]?.value).toBe(WORDS);
    expect(item?.renditions).toBeUndefined();
  });

  it('is the style sheet of NewsML 1.2, its headline and its contacts', () => {
    const part = (role: string, words: string) =>
      `<NewsComponent><Role FormalName="${role}"/><ContentItem><DataContent>${words}</DataContent></ContentItem></NewsComponent>`;
    const xml = `<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><ProviderId>p.example</ProviderId>
      <DateId>20260509</DateId><NewsItemId>A1</NewsItemId></NewsIdentifier></Identification>
      <NewsManagement><FirstCreated>20260509T100000Z</FirstCreated></NewsManagement>
      <NewsComponent><NewsLines><CopyrightLine>P</CopyrightLine></NewsLines><NewsComponent>
      <NewsLines><HeadLine>Quay closed</HeadLine></NewsLines>${part('StyleSheet', '.c {color: red}')}
      ${part('HeadLine', '<p>Quay closed</p>')}${part('Contact', '<p>Ida Orr, Lyle</p>')}
      ${part('Body', `<p>${WORDS}</p>`)}</NewsComponent></NewsComponent></NewsItem></NewsML>`;
    const [item] = itemsOf(importText(IMPORTERS['newsml-1'], xml));
    expect(item?.headlines?.[0]?.value).toBe('Quay closed');
    expect(item?.bodies?.[0]?.value).toBe(WORDS);
  });
});

describe('a Markdown file of a site', () => {
  const read = (head: string, text = WORDS) =>
    importText(IMPORTERS.markdown, `---\n${head}\n---\n\n${text}\n`);

  it('is read with a quoted title that goes on below without an indent', () => {
    expect(itemsOf(read('title: "Quay\nclosed"\ndate: 2026-05-09'))[0]?.headlines?.[0]?.value).toBe(
      'Quay closed',
    );
  });

  it.each(['title: "Quay\nstatus: draft', 'title: "Quay\nstatus: draft"', 'Quay closed'])(
    'is refused where a state may be lost: %j',
    (head) => {
      expect(read(head)).toMatchObject([{ kind: 'problem' }]);
    },
  );

  it('keeps the sentences whose links are templates', () => {
    const text = `See [the map]({{ "/map" | url }}) and [the list]({% link list.md %}). ${WORDS}`;
    expect(itemsOf(read('date: 2026-05-09', text))[0]?.bodies?.[0]?.value).toBe(
      `See the map and the list. ${WORDS}`,
    );
  });
});

describe('a block quote that is in quotation marks already', () => {
  it.each([
    ['“It holds,” said Vane.', '“It holds,” said Vane.'],
    ['“It holds.', '“It holds.”'],
    ['It holds.', '“It holds.”'],
  ])('gets no second ones: %s', (quote, words) => {
    expect(textOf(`<p>${WORDS}</p><blockquote><p>${quote}</p></blockquote><p>${MORE}</p>`)).toContain(
      `\n\n${words}\n\n`,
    );
  });
});

it('an entry of a feed names the writer that its Atom element names', () => {
  const feed = `<rss version="2.0" xmlns:a10="http://www.w3.org/2005/Atom"><channel><title>Log</title><item>
    <title>Quay</title><guid>urn:q:1</guid><description>${WORDS}</description>
    <a10:author><a10:name>Ida Orr</a10:name></a10:author></item></channel></rss>`;
  expect(itemsOf(importText(IMPORTERS.feed, feed))[0]?.by).toBe('Ida Orr');
});
