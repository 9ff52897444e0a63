import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { importFixture, importText, itemsOf, problemsOf, summaryOf } from './a-document.ts';

const textOf = (name: string) => summaryOf(importFixture(name)).map(({ text }) => text);

describe('ninjs', () => {
  it('1: takes a provider that is a name for the publisher', () => {
    const item = {
      uri: 'u:1',
      versioncreated: '2026-03-01T00:00:00Z',
      provider: 'Norbeck Wire',
      body_text: 'The dam held.',
    };
    expect(itemsOf(importText(IMPORTERS.ninjs, JSON.stringify(item)))[0]?.infoSources?.[0]?.name).toBe(
      'Norbeck Wire',
    );
  });

  it('1: reads the body with paragraphs, and keeps rights, note and names', () => {
    const [item] = itemsOf(importFixture('ninjs-1.json'));
    expect(item).toMatchObject({
      uri: 'urn:newsml:wire.example:2026:ferry-1',
      firstCreated: '2026-02-03T08:00:00+01:00',
      versionCreated: '2026-02-03T10:15:00+01:00',
      version: '4',
      by: 'Tom Ash',
      copyrightHolder: 'Halm Wire',
      usageTerms: 'Not for sale outside Northland',
      edNote: 'Second source for the number of passengers is pending',
      language: 'en-GB',
      people: [{ name: 'Ida Orr' }],
      standard: { name: 'ninjs', version: '3.1' },
    });
    expect(item?.bodies?.[0]?.value).toBe(
      'A ferry ran aground off Halm on Tuesday with 212 people aboard.\n\nAll were brought ashore by noon, the harbour office said.',
    );
  });

  it('2: reads embargoes and lists, and knows that a picture is no article', () => {
    const imported = importFixture('ninjs-2.json');
    expect(imported[0]).toMatchObject({ item: { embargoedUntil: '2026-02-05T06:00:00Z' } });
    expect(textOf('ninjs-2.json')).toEqual([
      'The ferry line will pay 40,000 crowns.\n\n- Half goes to the harbour.\n- Half goes to the crews.',
    ]);
    expect(imported[1]).toEqual({ kind: 'no article', type: 'picture' });
  });

  it('3: reads every line, a cancellation without text too', () => {
    const items = itemsOf(importFixture('ninjs-3.jsonl'));
    expect(items.map(({ uri, version, pubStatus }) => [uri, version, pubStatus])).toEqual([
      ['https://wire.example/dam', '1', 'usable'],
      ['https://wire.example/dam', '2', 'usable'],
      ['https://wire.example/mayor', undefined, 'canceled'],
    ]);
  });
});

describe('NewsML-G2', () => {
  it('reads every item of a message with its rights, states and text', () => {
    const imported = importFixture('newsml-g2.xml');
    const [bridge, tunnel] = itemsOf(imported.slice(0, 2));
    expect(imported.slice(2)).toEqual([{ kind: 'no article', type: 'package' }]);
    expect(bridge).toMatchObject({
      uri: 'tag:wire.example,2026:bridge',
      version: '3',
      versionCreated: '2026-02-07T11:30:00+01:00',
      embargoedUntil: '2026-02-08T05:00:00+01:00',
      pubStatus: 'usable',
      edNote: 'Updates with the price',
      usageTerms: 'No use after thirty days',
      by: 'Ida Orr',
      infoSources: [{ name: 'Halm Wire', role: 'publisher' }],
      subjects: [{ name: 'Roads' }],
      people: [{ name: 'Mark Vane' }],
      headlines: [{ role: 'main', value: 'Bridge at Orrby opens' }],
    });
    expect(bridge?.bodies?.[0]?.value).toBe(
      'ORRBY (HW) — The bridge at Orrby opened on Saturday after nine years.\n\n' +
        'It cost 61 million crowns, “twice what was planned,” Mark Vane said.',
    );
    expect(tunnel).toMatchObject({ uri: 'tag:wire.example,2026:tunnel', pubStatus: 'withheld' });
  });
});

describe('what a NewsML-G2 wire sends between its articles', () => {
  const picture = '<newsItem guid="p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>';
  it.each([
    ['pictures', picture, ['picture']],
    [
      'packages of several items',
      `<newsMessage>${picture}<packageItem guid="k"/></newsMessage>`,
      ['picture', 'package'],
    ],
    ['plans', '<planningItem guid="t"/>', ['planning']],
  ])('%s are known to be no articles', (_, xml, types) => {
    expect(importText(IMPORTERS['newsml-g2'], xml)).toEqual(
      types.map((type) => ({ kind: 'no article', type })),
    );
  });
});

describe('NITF', () => {
  it('reads head and body, HTML entities and Latin 1, without pictures, subheads and taglines', () => {
    const [item] = itemsOf(importFixture('nitf.xml'));
    expect(item).toMatchObject({
      uri: 'wire.example:mill',
      version: '2',
      firstCreated: '2026-02-09T08:15:00+01:00',
      expires: '2027-02-09T00:00:00Z',
      by: 'Tom Ash',
      edNote: 'Check the spelling of Brüll',
      subjects: [{ name: 'Industry' }, { name: 'Jobs' }],
      infoSources: [{ name: 'The Norbeck Post', role: 'publisher' }],
    });
    expect(item?.bodies?.[0]?.value).toBe(
      'The paper mill at Brüll will close in June, its owner said.\n\nSome 140 people work there.\n\n' +
        '- Ninety work on the machines.\n- Fifty work in the yard.',
    );
  });
});

describe('feeds', () => {
  it('RSS: prefers the whole text, drops figures and scripts, and makes relative links whole', () => {
    const imported = importFixture('rss.xml');
    expect(imported[0]).toMatchObject({
      line: 7,
      item: {
        uri: 'urn:factdesk:item:post.example:post-881',
        firstCreated: '2026-02-10T07:30:00+01:00',
        by: 'Ida Orr',
        language: 'en-us',
        subjects: [{ name: 'Schools' }],
        infoSources: [{ name: 'The Norbeck Post', role: 'publisher' }],
      },
    });
    expect(summaryOf(imported)).toEqual([
      {
        uri: 'urn:factdesk:item:post.example:post-881',
        title: 'School at Halm & Orrby to share a bus',
        text: 'The schools of Halm and Orrby will share one bus from March.\n\nIt seats 54 children — six fewer than needed.\n\nRead more: Buses of the valley',
      },
      {
        uri: 'https://post.example/market',
        title: 'Market day moves',
        text: 'The market of Halm moves to Thursdays.',
      },
    ]);
  });

  it('RSS: marks an item without a date as undated, and leaves out one of the 31st of February', () => {
    const imported = importFixture('rss.xml');
    expect(imported[1]).toMatchObject({
      item: { profile: 'undated', versionCreated: '2026-03-01T12:00:00.000Z' },
    });
    expect(problemsOf(imported)).toEqual([
      '25: an article is left out: published "Tue, 31 Feb 2026 07:30:00 GMT" is not a date that exists and has one meaning, such as 2026-01-31',
    ]);
  });

  it('Atom: tells text from markup by its type', () => {
    const [item] = itemsOf(importFixture('atom.xml'));
    expect(item).toMatchObject({
      uri: 'tag:harbour.example,2026:1',
      language: 'en',
      versionCreated: '2026-02-11T09:00:00Z',
      renditions: [{ href: 'https://harbour.example/news/quay-3' }],
    });
    expect(summaryOf(importFixture('atom.xml'))).toEqual([
      {
        uri: 'tag:harbour.example,2026:1',
        title: 'Quay 3 closed & fenced',
        text: 'Quay 3 is closed until April.\n\nDepths of < 4 metres were measured.',
      },
    ]);
  });

  it('RDF and JSON Feed: read title, date and text', () => {
    expect(itemsOf(importFixture('rdf.xml'))[0]).toMatchObject({
      uri: 'https://weather.example/frost',
      firstCreated: '2026-02-12T05:00:00+01:00',
    });
    expect(textOf('rdf.xml')).toEqual(['The Weather Office expects minus 14 degrees at Norbeck on Friday.']);
    expect(itemsOf(importFixture('feed.json'))[0]).toMatchObject({
      uri: 'urn:factdesk:item:council%20of%20norbeck:c-12',
      by: 'Town Clerk',
    });
    expect(textOf('feed.json')).toEqual(['The council voted 9 to 4 for a higher dam.']);
  });
});

describe('feeds that hide their words', () => {
  const sentence = 'The lighthouse at Sund was lit again on Friday evening.';
  const coded = Buffer.from(`<p>${sentence}</p>`).toString('base64');
  const rss = (inside: string) =>
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item><link>https://a.example/1</link>${inside}</item></channel></rss>`;
  const atom = (inside: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>u:1</id><updated>2026-03-01T00:00:00Z</updated>${inside}</entry></feed>`;

  it.each([
    ['media:description', rss(`<media:description>${sentence}</media:description>`)],
    ['a group', rss(`<media:group><media:description>${sentence}</media:description></media:group>`)],
    ['Base64 in RSS', rss(`<content:encoded>${coded}</content:encoded>`)],
    ['Base64 in lines', rss(`<description>${coded.replace(/.{60}/g, '$&\n')}</description>`)],
    ['Base64 in Atom', atom(`<content type="application/octet-stream">${coded}</content>`)],
    ['Base64 that calls itself HTML', atom(`<content type="text/html" mode="base64">${coded}</content>`)],
    ['Base64 that calls itself text', atom(`<summary type="text/plain" mode="base64">${coded}</summary>`)],
    ['text/plain', atom(`<content type="text/plain">${sentence}</content>`)],
  ])('are read: %s', (_, feed) => {
    expect(summaryOf(importText(IMPORTERS.feed, feed))).toMatchObject([{ text: sentence }]);
  });

  it.each(['VGhlIGRhbSBoZWxk', 'Donaudampfschifffahrtsgesellschaft'])('a word is no Base64: %s', (word) => {
    expect(summaryOf(importText(IMPORTERS.feed, rss(`<description>${word}</description>`)))).toMatchObject([
      { text: word },
    ]);
  });

  it('do not make captions of pictures into articles', () => {
    const caption = `<media:content url="https://a.example/1.jpg"><media:description>${sentence}</media:description></media:content>`;
    expect(problemsOf(importText(IMPORTERS.feed, rss(caption)))[0]).toContain('it has no text');
  });
});

describe('an article whose feed names a language', () => {
  const languageOf = (language: string, words: string) => {
    const rss = `<rss version="2.0"><channel><language>${language}</language><item><link>https://a.example/1</link><description>${words}</description></item></channel></rss>`;
    return itemsOf(importText(IMPORTERS.feed, rss))[0]?.language;
  };

  it('is English where it is plainly English', () => {
    const words =
      'The lighthouse at Sund was lit again on Friday, and the keepers said that they would stay.';
    expect(['de', 'fr-FR', 'nb-NO'].map((language) => languageOf(language, words))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(languageOf('en-GB', words)).toBe('en-GB');
  });

  it.each([
    ['de', 'Der Leuchtturm von Sund wurde am Freitag wieder angezündet, und die Wärter bleiben.'],
    ['nl', 'De vuurtoren van Sund is vrijdag weer aangestoken en de wachters have been blij.'],
    ['da', 'Fyret ved Sund blev tændt igen fredag, og vagterne vil have en have ved tårnet.'],
    ['fr', 'Le phare de Sund : “The Light”, a dit M. Said.'],
  ])('is in that language where it is not: %s', (language, words) => {
    expect(languageOf(language, words)).toBe(language);
  });
});

describe('a page that leaves out tags, as HTML allows', () => {
  const words = 'The quay at Norbeck was closed for nine days in May, the harbour office said on Monday.';
  it.each([
    [
      'body',
      `<!doctype html><html lang="en"><head><title>Quay</title></head><article><p>${words}</p></article></html>`,
    ],
    ['html', `<!doctype html><head><title>Quay</title></head><body><article><p>${words}</p></article>`],
    ['head', `<html><title>Quay</title><body><p>${words}</p></body></html>`],
    ['all of them', `<!doctype html><title>Quay</title><p>${words}`],
  ])('is read without %s', (_, page) => {
    expect(summaryOf(importText(IMPORTERS.html, page))).toMatchObject([{ title: 'Quay', text: words }]);
  });

  it.each([
    ['Quay opens | The Norbeck Herald', 'Quay opens'],
    ['Quay opens - The Norbeck Herald', 'Quay opens'],
    ['Quay opens – and closes', 'Quay opens – and closes'],
    ['The Norbeck Herald', 'The Norbeck Herald'],
  ])('takes the name of the site off the title %j', (title, headline) => {
    const page = `<!doctype html><head><title>${title}</title><meta property="og:site_name" content="The Norbeck Herald"></head><body><article><p>${words}</p></article>`;
    const [item] = itemsOf(importText(IMPORTERS.html, page));
    expect(item?.headlines?.[0]?.value).toBe(headline);
    expect(item?.infoSources?.[0]?.name).toBe('The Norbeck Herald');
  });
});

describe('the page of a fact check', () => {
  it('bears the date and the writer of the fact check where it says neither itself', () => {
    const review = {
      '@type': 'ClaimReview',
      datePublished: '2026-02-20',
      url: 'https://check.example/bridge',
      claimReviewed: 'The bridge loses money.',
      author: { '@type': 'Organization', name: 'Check Desk' },
      reviewRating: { '@type': 'Rating', alternateName: 'False' },
    };
    const page = `<html lang="en"><script type="application/ld+json">${JSON.stringify(review)}</script><article><h1>Bridge</h1><p>The accounts show a profit in each of the past 15 years, the auditors wrote.</p></article></html>`;
    const [check, article] = itemsOf(importText(IMPORTERS.html, page));
    expect(check?.bodies?.[0]?.value).toContain('Rating by Check Desk: False');
    expect(article).toMatchObject({
      uri: 'https://check.example/bridge',
      firstCreated: '2026-02-20T00:00:00Z',
      by: 'Check Desk',
    });
  });
});

describe('the page of a fact check that is an article, too', () => {
  const review = {
    '@type': 'ClaimReview',
    '@id': 'https://check.example/dam',
    claimReviewed: 'The dam at Norbeck was blown up.',
    author: { name: 'Check Desk' },
    reviewRating: { alternateName: 'False' },
  };
  const news = {
    '@type': 'NewsArticle',
    url: 'https://check.example/dam',
    headline: 'No, the dam was not blown up',
    datePublished: '2026-02-20',
  };
  const page = (words: string) =>
    `<html lang="en"><head><meta name="description" content="The dam at Norbeck was blown up."><script type="application/ld+json">${JSON.stringify({ '@graph': [news, review] })}</script></head><body><article>${words}</article></body></html>`;

  it('gives the review with its rating, and the words of the article with their own', () => {
    const words =
      'Engineers who walked the wall on Friday found no trace of an explosion, the water office wrote.';
    const imported = itemsOf(
      importText(IMPORTERS.html, page(`<p>Claim: “The dam at Norbeck was blown up.”</p><p>${words}</p>`)),
    );
    expect(imported.map(({ uri, firstCreated }) => [uri, firstCreated])).toEqual([
      [expect.stringMatching(/^https:\/\/check\.example\/dam#/), '2026-02-20T00:00:00Z'],
      ['https://check.example/dam', '2026-02-20T00:00:00Z'],
    ]);
    // The claim is never quoted without its rating.
    expect(imported.map(({ bodies }) => bodies?.[0]?.value)).toEqual([
      'Claim: “The dam at Norbeck was blown up.” Rating by Check Desk: False',
      words,
    ]);
  });

  it('gives the review alone when the page says no more', () => {
    const imported = itemsOf(importText(IMPORTERS.html, page('<p>The dam at Norbeck was blown up.</p>')));
    expect(imported.map(({ bodies }) => bodies?.[0]?.value)).toEqual([
      'Claim: “The dam at Norbeck was blown up.” Rating by Check Desk: False',
    ]);
  });
});

describe('HTML', () => {
  it('takes what the page says of itself in JSON-LD, and the readable text without navigation', () => {
    const [item] = itemsOf(importFixture('page.html'));
    expect(item).toMatchObject({
      uri: 'https://post.example/library',
      firstCreated: '2026-02-14T06:00:00+01:00',
      versionCreated: '2026-02-14T10:00:00+01:00',
      by: 'Ida Orr',
      language: 'en',
      headlines: [{ role: 'main', value: 'Library reopens after flood' }],
    });
    const text = item?.bodies?.[0]?.value;
    expect(text?.split('\n\n')).toHaveLength(4);
    expect(text).toMatch(/^The town library of Norbeck reopened on Saturday/);
    expect(text).not.toMatch(/Sport|rights reserved/);
  });
});

describe('fact checks', () => {
  it('keep claim and rating together in one text', () => {
    expect(summaryOf(importFixture('fact-checks.json'))).toEqual([
      {
        uri: expect.stringContaining('https://checks.example/dam#'),
        title: 'No, the dam did not break',
        text: 'Claim by A leaflet: “The dam at Norbeck broke. Nobody was told.” Rating by Northland Checks: False',
      },
    ]);
  });
});

describe('tables', () => {
  it('find columns by what desks call them, and tell faulty rows by their line', () => {
    const imported = importFixture('table.csv');
    expect(summaryOf(imported).map(({ title, text }) => [title, text])).toEqual([
      ['Snow; ice and fog', 'Snow fell at Norbeck.\n\nThe "old road" was closed.'],
      ['Later', 'The prize goes to Ida Orr.'],
    ]);
    expect(problemsOf(imported)).toEqual([
      '5: an article is left out: it has no text',
      '6: the row has 2 columns, the header has 6',
    ]);
  });

  it('hold an embargo without a zone until that hour has come everywhere', () => {
    expect(importFixture('table.csv').at(-1)).toMatchObject({
      item: { embargoedUntil: '2026-03-01T09:00:00-12:00' },
    });
  });

  it('take other names of columns from --map', () => {
    const columns = new Map([
      ['text', 'Story'],
      ['title', 'Slug'],
      ['published', 'Printed'],
    ]);
    const [item] = itemsOf(importFixture('table.tsv', { columns }));
    expect(item).toMatchObject({
      headlines: [{ value: 'moor' }],
      firstCreated: '2026-02-19T00:00:00Z',
      bodies: [{ value: 'The moor at Halm burned for two days.' }],
    });
  });
});

describe('files that people write', () => {
  it('Markdown: reads the head, the title and the words without their marks', () => {
    const [item] = itemsOf(importFixture('story.md'));
    expect(item).toMatchObject({
      firstCreated: '2026-02-20T00:00:00Z',
      by: 'Ida Orr, Tom Ash',
      edNote: 'The farmer asked not to be called on Sundays',
      headlines: [{ value: 'Cows of Orrby win a prize' }],
      subjects: [{ name: 'Farming' }],
    });
    expect(item?.bodies?.[0]?.value).toBe(
      'Three cows of Orrby won the valley prize on Friday. They give 31 litres a day.\n\n' +
        'The jury named two reasons:\n\n- They were healthy.\n- They were calm.',
    );
  });

  it('plain text: reads date, title and byline, and joins broken lines', () => {
    const [item] = itemsOf(importFixture('story.txt'));
    expect(item).toMatchObject({
      firstCreated: '2026-02-21T00:00:00Z',
      by: 'Tom Ash',
      headlines: [{ value: 'Mayor of Halm steps down' }],
    });
    expect(item?.bodies?.[0]?.value).toBe(
      'HALM — The mayor of Halm, Ida Orr, stepped down on Saturday after eleven years in office.\n\n' +
        'She named her health as the reason.',
    );
  });
});
