import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { doubtsOf, importFixture, importText, itemsOf, problemsOf } from './a-document.ts';

const EXPORT = (item: string) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Fell</title><item><guid>https://fell.example/?p=1</guid><content:encoded>&lt;p>The fold is empty.&lt;/p></content:encoded>${item}</item></channel></rss>`;

describe('a WordPress export', () => {
  it('gives a post with the name of its writer, its dates and its page', () => {
    const [item] = itemsOf(importFixture('wxr.xml').slice(0, 1));
    expect(item).toMatchObject({
      uri: 'https://fell.example/?p=11',
      firstCreated: '2026-03-08T07:00:00Z',
      versionCreated: '2026-03-09T10:30:00Z',
      by: 'Moa Dahl',
      infoSources: [{ name: 'Fjord & Fell', role: 'publisher' }],
      headlines: [{ value: 'Sheep count – 4,100' }],
      subjects: [{ name: 'Farms & fields' }],
      renditions: [{ href: 'https://fell.example/2026/03/sheep/' }],
      bodies: [{ value: 'Shepherds counted 4,100 sheep on the fell in March.' }],
    });
  });

  it('withholds drafts and posts with a password, and counts pages as no articles', () => {
    expect(importFixture('wxr.xml').slice(1)).toMatchObject([
      { kind: 'item', item: { pubStatus: 'withheld', profile: 'undated' } },
      { kind: 'item', item: { pubStatus: 'withheld' } },
      { kind: 'no article', type: 'page' },
    ]);
  });

  it.each(['private', 'future', 'pending', 'trash', 'auto-draft', 'inherit'])(
    'withholds what is %s',
    (status) => {
      const xml = EXPORT(`<wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>`);
      for (const format of ['wxr', 'feed'] as const)
        expect(importText(IMPORTERS[format], xml)).toMatchObject([
          { kind: 'item', item: { pubStatus: 'withheld' } },
        ]);
    },
  );

  it.each([
    ['a state of a plug-in', '<wp:status>wc-quarantine</wp:status>'],
    ['no state', ''],
  ])('withholds and tells a post with %s', (_, status) => {
    expect(doubtsOf(importText(IMPORTERS.wxr, EXPORT(status)))[0]).toContain('is not understood');
  });

  it('is not seen in a feed that only declares its namespace', () => {
    expect(importText(IMPORTERS.feed, EXPORT(''))).toMatchObject([
      { kind: 'item', item: { pubStatus: 'usable' } },
    ]);
  });

  it('is read in spite of control characters that a writer pasted', () => {
    const xml = EXPORT('<wp:status>publish</wp:status>').replace('fold', 'fo\u0003ld');
    expect(itemsOf(importText(IMPORTERS.wxr, xml))).toMatchObject([
      { bodies: [{ value: 'The fold is empty.' }] },
    ]);
  });

  it('tells the line on which it breaks off', () => {
    expect(problemsOf(importText(IMPORTERS.wxr, EXPORT('').slice(0, -20)))[0]).toMatch(/is not sound XML/);
  });
});
