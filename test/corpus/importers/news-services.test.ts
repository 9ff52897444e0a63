import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { doubtsOf, importFixture, importText, itemsOf, summaryOf } from './a-document.ts';

const statesOf = (name: string) =>
  importFixture(name).flatMap((one) =>
    one.kind === 'item'
      ? [[one.item.headlines?.[0]?.value, one.item.pubStatus, one.item.embargoedUntil]]
      : [],
  );

describe('Arc ANS', () => {
  it('gives paragraphs, lists and quotations, without captions, headings, links, corrections and widgets', () => {
    const [item] = itemsOf(importFixture('arc-ans.json').slice(0, 1));
    expect(item).toMatchObject({
      firstCreated: '2026-03-02T06:30:00Z',
      versionCreated: '2026-03-02T09:00:00Z',
      by: 'Lene Ott',
      located: 'Velm',
      edNote: 'Ask the town for the second estimate',
      infoSources: [{ name: 'Valley Courier', role: 'publisher' }],
      subjects: [{ name: 'Libraries' }, { name: 'Local' }],
      people: [{ name: 'Arne Bly' }],
      renditions: [{ href: 'https://valley.example/local/library-roof/' }],
    });
    const text = item?.bodies?.[0]?.value;
    expect(text).toContain(
      'The town library of Velm will get a roof of slate & copper, mayor Arne Bly said.',
    );
    expect(text).toContain('- Slate costs 190,000 crowns.\n- Copper costs 120,000 crowns.');
    expect(text).not.toMatch(/leaks|Read our report|earlier version|Sign up|estimate/);
  });

  it('holds what is under embargo, and what nobody published', () => {
    expect(statesOf('arc-ans.json')).toEqual([
      ['Library of Velm gets a slate roof', 'usable', undefined],
      ['Budget of Velm', 'usable', '2026-03-09T05:00:00Z'],
      ['Draft', 'withheld', undefined],
    ]);
    expect(importFixture('arc-ans.json').at(-1)).toEqual({ kind: 'no article', type: 'gallery' });
  });

  const story = (properties: object) =>
    importText(
      IMPORTERS['arc-ans'],
      JSON.stringify({
        _id: 'S1',
        type: 'story',
        first_publish_date: '2026-03-02T06:30:00Z',
        content_elements: [{ type: 'text', content: 'The bell of Velm rang.' }],
        ...properties,
      }),
    );

  it.each([
    ['an embargo without an end', { content_restrictions: { embargo: { active: true } } }],
    [
      'an embargo that says in words whether it holds',
      { content_restrictions: { embargo: { active: 'yes' } } },
    ],
    ['a story that was taken off the site', { publishing: { has_published_edition: false } }],
    ['a revision that is not published', { revision: { published: false } }],
    ['a status of its own', { status: 'embargoed' }],
  ])('withholds %s', (_, properties) => {
    expect(story(properties)).toMatchObject([{ kind: 'item', item: { pubStatus: 'withheld' } }]);
  });

  it.each([
    ['a status that nobody knows', { status: 'ready-ish' }],
    ['a flag that is neither true nor false', { revision: { published: 'maybe' } }],
    ['a list with a state that nobody knows', { status: ['published', 'ready-ish'] }],
    [
      'an end of the embargo that is no date',
      { content_restrictions: { embargo: { active: true, end_time: 'soon' } } },
    ],
  ])('withholds and tells %s', (_, properties) => {
    expect(doubtsOf(story(properties))).toHaveLength(1);
  });

  it('shows what is published, and what is no longer under embargo', () => {
    const free = { status: 'published', content_restrictions: { embargo: { active: false } } };
    expect(story(free)).toMatchObject([{ kind: 'item', item: { pubStatus: 'usable' } }]);
  });

  it('takes back a story that is deleted', () => {
    const operation = {
      type: 'story_operation',
      operation: 'delete',
      story_id: 'S1',
      date: '2026-03-03T00:00:00Z',
    };
    expect(importText(IMPORTERS['arc-ans'], JSON.stringify(operation))).toMatchObject([
      { kind: 'item', item: { pubStatus: 'canceled', versionCreated: '2026-03-03T00:00:00Z' } },
    ]);
  });

  it('reads raw HTML where a story has nothing else', () => {
    const raw = { content_elements: [{ type: 'raw_html', content: '<p>The bell rang twice.</p>' }] };
    expect(summaryOf(story(raw))).toMatchObject([{ text: 'The bell rang twice.' }]);
  });
});

describe('AP Media API', () => {
  it('reads the NITF that is in the answer, and names, dates and rights', () => {
    const [item] = itemsOf(importFixture('ap-media.json').slice(0, 1));
    expect(item).toMatchObject({
      version: '3',
      firstCreated: '2026-03-04T07:00:00Z',
      versionCreated: '2026-03-04T08:15:00Z',
      by: 'Anne Lind',
      located: 'Sund',
      edNote: 'Will be updated',
      usageTerms: 'For editorial use only.',
      infoSources: [{ name: 'Northern Wire', role: 'publisher' }],
      people: [{ name: 'Carl Orm' }],
    });
    expect(item?.uri).toContain('aa01');
    expect(item?.bodies?.[0]?.value).toBe(
      'SUND (NW) — A fire on deck halted the ferry to Sund on Wednesday.\n\nNobody was hurt, captain Carl Orm said.',
    );
  });

  it('says that a text behind a link is not there, and reads its summary', () => {
    const imported = importFixture('ap-media.json').slice(1, 3);
    expect(imported).toMatchObject([
      {
        kind: 'warning',
        what: 'the text of “Sund votes” is behind a link: its summary alone is read',
        mend: 'Download the NITF story it links to, and import that',
      },
      {
        kind: 'item',
        item: { descriptions: [{ value: 'The island of Sund will vote on the ferry in June.' }] },
      },
    ]);
  });

  it('takes back what is killed and holds what is to be released later', () => {
    expect(statesOf('ap-media.json').slice(2)).toEqual([
      ['Ferry fares', 'canceled', undefined],
      ['Ferry line accounts', 'usable', '2026-03-06T06:00:00Z'],
    ]);
    expect(importFixture('ap-media.json').at(-1)).toEqual({ kind: 'no article', type: 'picture' });
  });

  it('says what to do where nothing but the headline is there', () => {
    const item = {
      altids: { itemid: 'x' },
      type: 'text',
      headline: 'Fog',
      renditions: { nitf: { href: 'https://a.example' } },
    };
    expect(importText(IMPORTERS['ap-media'], JSON.stringify({ data: { item } }))).toMatchObject([
      { kind: 'problem', what: 'the text of “Fog” is behind a link, and is not in the document' },
    ]);
  });
});

describe('the Guardian’s API', () => {
  it('reads the body with its paragraphs', () => {
    const [item] = itemsOf(importFixture('guardian.json').slice(0, 1));
    expect(item).toMatchObject({
      firstCreated: '2026-03-05T07:00:00Z',
      versionCreated: '2026-03-05T09:30:00Z',
      by: 'Jo Penn',
      infoSources: [{ name: 'The Observer', role: 'publisher' }],
      headlines: [{ value: 'Otters return to the Leam after 40 years' }],
      subjects: [{ name: 'Rivers' }, { name: 'Environment' }],
    });
    expect(item?.bodies?.[0]?.value).toBe(
      'Otters have come back to the river Leam, wardens said.\n\nFour cubs were counted in February.',
    );
  });

  it('reads each block of a live blog with its own time, and holds one that is not out', () => {
    const blocks = importFixture('guardian.json').slice(1, 4);
    expect(
      itemsOf(blocks).map(({ headlines, firstCreated, pubStatus }) => [
        headlines?.[0]?.value,
        firstCreated,
        pubStatus,
      ]),
    ).toEqual([
      ['Recount in Leam', '2026-03-05T21:10:00Z', 'usable'],
      ['The count, live', '2026-03-05T20:00:00Z', 'usable'],
      ['The count, live', '2026-03-05T19:00:00Z', 'withheld'],
    ]);
    expect(new Set(itemsOf(blocks).map(({ uri }) => uri)).size).toBe(3);
  });

  it('takes back what has expired, and knows that a crossword is no article', () => {
    expect(importFixture('guardian.json').slice(4)).toMatchObject([
      { kind: 'item', item: { pubStatus: 'canceled' } },
      { kind: 'no article', type: 'crossword' },
    ]);
  });

  it.each([
    [
      'an article without its text',
      { type: 'article' },
      'Ask the API again with show-fields=body,byline,lastModified',
    ],
    [
      'a live blog without its blocks',
      { type: 'liveblog', fields: { body: '<p>x</p>' } },
      'Ask the API again with show-blocks=body',
    ],
  ])('says what to ask for when it meets %s', (_, properties, mend) => {
    const content = { id: 'a/b', webTitle: 'Fog', webPublicationDate: '2026-03-05T07:00:00Z', ...properties };
    expect(importText(IMPORTERS.guardian, JSON.stringify({ response: { content } }))).toMatchObject([
      { kind: 'problem', mend },
    ]);
  });
});

describe('the New York Times’ APIs', () => {
  it('give abstract and lead paragraph for a summary, and nothing that is cut off', () => {
    expect(summaryOf(importFixture('nyt.json')).map(({ text }) => text)).toEqual([
      'The canal at Weir reopened after nine weeks.\n\nBarges passed the lock at Weir on Friday for the first time since a slide blocked the canal.',
      'Ida Mott, who kept the lock at Weir for forty years, dies at 91; photo',
    ]);
    expect(importFixture('nyt.json').slice(2)).toMatchObject([
      { kind: 'problem', what: 'of “Cut” no whole sentence is here' },
      { kind: 'no article', type: 'multimedia' },
    ]);
  });

  it('give writer, dates and names', () => {
    expect(itemsOf(importFixture('nyt.json').slice(0, 1))[0]).toMatchObject({
      uri: 'nyt://article/0a1',
      firstCreated: '2026-03-06T10:00:12+00:00',
      by: 'Rae Holt',
      people: [{ name: 'Kern, Ole' }],
      places: [{ name: 'Weir' }],
      infoSources: [{ name: 'The Valley Times', role: 'publisher' }],
    });
  });

  it('are read as Top Stories and Most Popular, too', () => {
    const result = {
      uri: 'nyt://article/0b1',
      type: 'Article',
      title: 'Frost in Weir',
      abstract: 'Frost killed the early beans.',
      byline: 'By Rae Holt',
      published_date: '2026-03-08',
      des_facet: ['Gardens'],
    };
    expect(itemsOf(importText(IMPORTERS.nyt, JSON.stringify({ results: [result] })))[0]).toMatchObject({
      firstCreated: '2026-03-08T00:00:00Z',
      by: 'Rae Holt',
      descriptions: [{ value: 'Frost killed the early beans.' }],
      subjects: [{ name: 'Gardens' }],
    });
  });
});
