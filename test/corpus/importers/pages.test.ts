import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { importText, itemsOf, problemsOf, summaryOf } from './a-document.ts';

const WORDS = 'The quay at Norbeck was closed for nine days in May, the harbour office said on Monday.';

interface Parts {
  readonly head?: string;
  readonly data?: unknown;
  readonly body?: string;
  readonly address?: string;
}

const importPage = ({ head = '', data, body = '', address = 'https://post.example/quay' }: Parts) => {
  const script =
    data === undefined ? '' : `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const page = `<!doctype html><html lang="en"><head><title>Quay closed</title>${head}${script}</head><body>${body}<article><p>${WORDS}</p></article></body></html>`;
  return importText(IMPORTERS.html, page, { address });
};
const readPage = (parts: Parts) => itemsOf(importPage(parts))[0];
const CANONICAL = '<link rel="canonical" href="https://post.example/quay">';
const NEWS = { '@type': 'NewsArticle', headline: 'Quay closed', datePublished: '2026-05-09T08:00:00Z' };
const OTHER = {
  '@type': 'NewsArticle',
  headline: 'Mill burns',
  url: 'https://post.example/mill',
  datePublished: '2019-01-02T08:00:00Z',
  author: { name: 'Tom Ash' },
};

describe('the article that a page says it is', () => {
  it.each([
    ['in a list before it', [{ '@type': 'ItemList', itemListElement: [{ item: OTHER }] }, NEWS]],
    ['mentioned by it', { ...NEWS, mentions: [OTHER] }],
    ['beside it at the top', [OTHER, { ...NEWS, url: 'https://www.post.example/quay/?utm_source=x' }]],
    ['beside it, its own without address', { '@graph': [OTHER, NEWS] }],
    [
      'that quotes it',
      { ...OTHER, isBasedOn: { ...NEWS, mainEntityOfPage: { '@id': 'https://post.example/quay' } } },
    ],
  ])('is not another story %s', (_, data) => {
    expect(readPage({ head: CANONICAL, data })).toMatchObject({
      uri: 'https://post.example/quay',
      firstCreated: '2026-05-09T08:00:00Z',
      headlines: [{ value: 'Quay closed' }],
    });
  });

  it('is nothing when all that the data lists are other stories', () => {
    const item = readPage({
      head: CANONICAL,
      data: { '@type': 'ItemList', itemListElement: [OTHER, OTHER] },
    });
    expect(item).toMatchObject({ profile: 'undated', headlines: [{ value: 'Quay closed' }] });
    expect(item?.by).toBeUndefined();
  });

  it('bears the address of the page, never that of a home page', () => {
    const data = { ...NEWS, mainEntityOfPage: 'https://post.example/' };
    expect(
      readPage({ head: '<meta property="og:url" content="https://post.example/may/quay">', data })?.uri,
    ).toBe('https://post.example/may/quay');
    expect(readPage({ head: '<link rel="canonical" href="https://post.example/">', data })?.uri).toBe(
      'https://post.example/quay',
    );
  });

  it('has writer and publisher from the nodes that it names by their ids, each once', () => {
    const data = {
      '@graph': [
        {
          ...NEWS,
          author: [{ '@id': '#ida' }, { '@id': '#gone' }],
          creator: ['IDA ORR'],
          publisher: { '@id': '#post' },
        },
        { '@type': 'Person', '@id': '#ida', name: 'Ida Orr' },
        { '@type': 'Organization', '@id': '#post', name: 'Orr &amp; Sons Post' },
      ],
    };
    const item = readPage({ data });
    expect([item?.by, item?.infoSources?.[0]?.name]).toEqual(['Ida Orr', 'Orr & Sons Post']);
  });

  it('is read from JSON-LD with line ends in its texts, and with a comment around it', () => {
    const script = `<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2026-05-09","description":"one\nline"}\n//]]></script>`;
    expect(readPage({ head: script })?.firstCreated).toBe('2026-05-09T00:00:00Z');
  });
});

describe('the day a page was published', () => {
  it.each([
    [
      'in a meta element, beside a broken one',
      '<meta property="article:published_time" content="2026-05-09">',
      '',
    ],
    ['for a measuring service', '<meta name="parsely-pub-date" content="2026-05-09T00:00:00Z">', ''],
    ['in Dublin Core', '<meta name="DC.date.issued" content="2026-05-09">', ''],
    ['in microdata', '', '<span itemprop="datePublished" content="2026-05-09">9 May</span>'],
    ['in the words of microdata', '', '<span itemprop="datePublished">May 9, 2026</span>'],
    ['in a time element', '', '<time datetime="2026-05-09">Saturday</time>'],
    [
      'in the time element that says so, not in others',
      '',
      '<time datetime="2020-01-01" class="updated">x</time><time class="published" datetime="2026-05-09">y</time>',
    ],
    ['in its address', '<link rel="canonical" href="https://post.example/2026/05/09/quay">', ''],
  ])('is found %s', (_, head, body) => {
    const data = { ...NEWS, datePublished: '0001-01-01T00:00:00Z', dateModified: 'yesterday' };
    expect(readPage({ head, data, body })).toMatchObject({
      firstCreated: '2026-05-09T00:00:00Z',
      versionCreated: '2026-05-09T00:00:00Z',
    });
  });

  it('is unknown where programs wrote "none"', () => {
    expect(readPage({ data: { ...NEWS, datePublished: '0001-01-01T00:00:00Z' } })?.profile).toBe('undated');
  });

  it('is told where it is no date at all, and the page is held back', () => {
    expect(importPage({ data: { ...NEWS, datePublished: '31 June 2026' } })).toMatchObject([
      {
        item: { pubStatus: 'withheld' },
        doubts: [{}, { what: expect.stringContaining('published "31 June 2026"') }],
      },
    ]);
  });

  it('is found beside a broken one, which then holds nothing back', () => {
    const head = '<meta property="article:published_time" content="2026-05-09">';
    expect(readPage({ head, data: { ...NEWS, datePublished: '31 June 2026' } })).toMatchObject({
      pubStatus: 'usable',
      firstCreated: '2026-05-09T00:00:00Z',
    });
  });
});

describe('the text of a page', () => {
  const consent = `<p>We and our partners store cookies on your device.</p><p>You can opt out of cookies here, or give your consent.</p>`;
  it.each([
    ['a known consent layer', `<div id="onetrust-banner-sdk">${consent.repeat(4)}</div>`],
    ['a consent layer of any maker', `<div class="zz-top"><div>${consent.repeat(4)}</div></div>`],
    [
      'a dialog',
      `<div role="dialog"><p>${'Sign in to go on reading all of our stories, every day. '.repeat(9)}</p></div>`,
    ],
    ['a caption', '<div class="image-caption"><p>The quay in 1998, after a fire.</p></div>'],
    [
      'what templates hold',
      '<template><p>Yesterday the quay was open, as it had been for years.</p></template>',
    ],
  ])('is without %s', (_, body) => {
    expect(summaryOf(importPage({ body }))).toMatchObject([{ text: WORDS }]);
  });

  it.each([
    'Boats at the quay (Image: POST)',
    'Photo: Ida Orr',
    'Published 2 days ago',
    'Updated: 10:02 AM EST May 9, 2026',
    'https://post.example/quay',
    'Image 1 of 8',
    'Read more',
    'Quay closed',
  ])('is without the line %s', (line) => {
    const body = `<article><p>${line}</p><p>${WORDS}</p><p>${WORDS} It was the first time.</p></article>`;
    const [read] = summaryOf(importPage({ body }));
    expect(read?.text).toContain(WORDS);
    expect(read?.text?.split('\n')).not.toContain(line);
  });

  it('tells of cookies where they are the story', () => {
    const story =
      'The data office fined a shop of Norbeck over cookies on Monday, the first fine of its kind.';
    const page = `<html lang="en"><head><title>Shop fined over cookies</title></head><body><article><p>${story}</p><p>${story}</p></article></body></html>`;
    expect(summaryOf(importText(IMPORTERS.html, page))[0]?.text).toContain(story);
  });

  it.each([
    [
      'templates in the head',
      `<html><head><template><div><p>x</p></div></template><title>Q</title></head><body><p>${WORDS}</p></body></html>`,
    ],
    [
      'blocks in the head',
      `<html><head><title>Q</title><div><p>${WORDS}</p></div></head><body></body></html>`,
    ],
    ['words behind the body', `<html><head></head><body></body><div><p>${WORDS}</p></div></html>`],
    ['a line break first', `<br><html><body><p>${WORDS}</p></body></html>`],
    ['a style first', `<style>p { color: red }</style><p>${WORDS}</p>`],
  ])('is read from a page with %s', (_, page) => {
    expect(summaryOf(importText(IMPORTERS.html, page))).toMatchObject([{ text: WORDS }]);
  });
});

describe('a live blog', () => {
  const update = (headline: string, datePublished: string, articleBody: string) => ({
    '@type': 'BlogPosting',
    headline,
    datePublished,
    articleBody,
  });
  const blog = {
    '@type': 'LiveBlogPosting',
    headline: 'Flood: live',
    url: 'https://post.example/quay',
    datePublished: '2026-05-08T06:00:00Z',
    publisher: { name: 'Post' },
  };

  it('is an article for each update, with its own time', () => {
    const liveBlogUpdate = [
      update('Open again', '2026-05-10T07:00:00Z', '<p>The quay is open.</p>'),
      update('Closed', '2026-05-09T07:00:00Z', 'The quay is closed.'),
      update('A picture', '2026-05-08T07:00:00Z', ''),
    ];
    const items = itemsOf(importPage({ head: CANONICAL, data: { ...blog, liveBlogUpdate } }));
    expect(
      items.map(({ headlines, firstCreated, bodies, infoSources, renditions }) => [
        headlines?.[0]?.value,
        firstCreated,
        bodies?.[0]?.value,
        infoSources?.[0]?.name,
        renditions?.[0]?.href,
      ]),
    ).toEqual([
      ['Open again', '2026-05-10T07:00:00Z', 'The quay is open.', 'Post', 'https://post.example/quay'],
      ['Closed', '2026-05-09T07:00:00Z', 'The quay is closed.', 'Post', 'https://post.example/quay'],
    ]);
    expect(new Set(items.map(({ uri }) => uri)).size).toBe(2);
  });

  it('leaves out an update without a time, and tells it', () => {
    const liveBlogUpdate = [{ '@type': 'BlogPosting', articleBody: 'The quay is closed.' }];
    expect(problemsOf(importPage({ data: { ...blog, liveBlogUpdate } }))).toEqual([
      '1: an update of the live blog bears no time: "The quay is closed."',
    ]);
  });

  it('is read from the page where its data lists no updates, and left out where nothing bears a time', () => {
    const body = ['2026-05-10T07:00:00Z', '2026-05-09T07:00:00Z']
      .map((time) => `<div><time datetime="${time}">x</time><p>${WORDS} It is ${time}.</p></div>`)
      .join('');
    expect(itemsOf(importPage({ data: blog, body })).map(({ firstCreated }) => firstCreated)).toEqual([
      '2026-05-10T07:00:00Z',
      '2026-05-09T07:00:00Z',
    ]);
    expect(problemsOf(importPage({ data: blog }))).toEqual([expect.stringContaining('bear no times')]);
  });
});

describe('an entry of a feed', () => {
  const importItem = (item: string) =>
    importText(
      IMPORTERS.feed,
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><link>https://post.example</link><item><title>Quay</title>${item}</item></channel></rss>`,
    );

  it.each([
    [
      '<link>http://clicks.example/~r/1</link><feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://post.example/q?a=1&amp;b=2</feedburner:origLink>',
      'https://post.example/q?a=1&b=2',
    ],
    [
      '<link>https://alerts.example/url?rct=j&amp;url=https://post.example/q&amp;ct=ga</link>',
      'https://post.example/q',
    ],
    [
      '<link>https://post.example/share?url=https://other.example/q</link>',
      'https://post.example/share?url=https://other.example/q',
    ],
  ])('links the article, not a counter of clicks: %s', (link, href) => {
    const [item] = itemsOf(importItem(`${link}<description>${WORDS}</description>`));
    expect(item?.renditions?.[0]?.href).toBe(href);
  });

  it('is read from a feed that declares the names of WordPress exports and uses none', () => {
    const feed = `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><title>Post</title><item><title>Quay</title><link>https://post.example/q</link><description>${WORDS}</description></item></channel></rss>`;
    expect(summaryOf(importText(IMPORTERS.feed, feed))).toMatchObject([{ text: WORDS }]);
  });

  it.each([
    [`<fullitem>&lt;p&gt;${WORDS}&lt;/p&gt;</fullitem>`],
    [`<fullitem><![CDATA[<p>${WORDS}</p>]]></fullitem>`],
    [`<xhtml:body xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:p>${WORDS}</xhtml:p></xhtml:body>`],
  ])('has its text in %s', (element) => {
    expect(summaryOf(importItem(`${element}<description>Short.</description>`))).toMatchObject([
      { text: WORDS },
    ]);
  });
});

describe('the day that a page shows beneath its heading', () => {
  it.each([
    ['en', 'By Ida Orr, Norbeck, 9 May 2026', '2026-05-09T00:00:00Z'],
    ['en', 'Saturday, May 9th, 2026', '2026-05-09T00:00:00Z'],
    ['de', '9. Mai 2026, 10:02 Uhr', '2026-05-09T00:00:00Z'],
    ['de', '09.05.2026', '2026-05-09T00:00:00Z'],
    ['fr-FR', 'Publié le 1er août 2026', '2026-08-01T00:00:00Z'],
    ['pl', '9 maja 2026', '2026-05-09T00:00:00Z'],
    ['es_ES', '9 de mayo de 2026', '2026-05-09T00:00:00Z'],
    ['en', '09/05/2026', undefined],
    ['en', '© 9 May 2026 Post', undefined],
    ['en', 'The quay as it stood before the great flood, 9 May 2026', undefined],
    ['en', 'From 9 May 2026 to 12 May 2026', undefined],
  ])('in %s: %s', (language, shown, day) => {
    const page = `<html lang="${language}"><head><title>Quay closed</title></head><body><h1>Quay closed</h1><div>${shown}</div><article><p>${WORDS}</p></article></body></html>`;
    expect(itemsOf(importText(IMPORTERS.html, page))[0]?.firstCreated).toBe(day);
  });
});
