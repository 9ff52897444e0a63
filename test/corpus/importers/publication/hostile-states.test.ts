import { describe, expect, it } from 'vitest';
import { type Format, IMPORTERS } from '../../../../src/corpus/importers/index.ts';
import { importText } from '../a-document.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const WORDS = 'The ferry line will cut 40 jobs in Orrby.';

/** A row with one more column. */
const row = (column: string, value: string) =>
  `id,headline,body,date,"${column}"\n7,Ferry,${WORDS},2026-02-20,"${value}"\n`;
const head = (lines: string) => `---\ntitle: Ferry\ndate: 2026-02-20\n${lines}\n---\n${WORDS}\n`;
const ninjs = (fields: object) =>
  JSON.stringify({ uri: 'urn:x:7', versioncreated: '2026-02-20T09:00:00Z', body_text: WORDS, ...fields });
const atom = (inside: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xmlns:x="urn:x"><title>P</title>
  <entry><id>urn:x:7</id><updated>2026-02-20T09:00:00Z</updated>${inside}<content>${WORDS}</content></entry></feed>`;
const rss = (inside: string) =>
  `<rss version="2.0" xmlns:wp="urn:wp" xmlns:x="urn:x"><channel><title>P</title><item><link>https://p.example/7</link>
  <pubDate>Fri, 20 Feb 2026 09:00:00 GMT</pubDate>${inside}<description>${WORDS}</description></item></channel></rss>`;
const g2 = (meta: string, rights = '') =>
  `<newsItem guid="urn:x:7" version="2"><itemMeta><itemClass qcode="ninat:text"/>
  <versionCreated>2026-02-20T09:00:00Z</versionCreated>${meta}</itemMeta>${rights}<contentSet><inlineXML
  contenttype="application/xhtml+xml"><html><body><p>${WORDS}</p></body></html></inlineXML></contentSet></newsItem>`;
const nitf = (docdata: string, attributes = '') =>
  `<nitf><head><docdata ${attributes}><doc-id id-string="7"/><date.issue norm="20260220T090000Z"/>${docdata}</docdata>
  </head><body><body.content><p>${WORDS}</p></body.content></body></nitf>`;
const page = (top: string, data = '') =>
  `<!doctype html><html><head><title>Ferry</title>${data}</head><body><article>${top}<p>${WORDS} ${'The union was told on Monday, its leader said. '.repeat(8)}</p><p>${'Nobody on the quay had heard of it before. '.repeat(8)}</p></article></body></html>`;
const linked = (fields: object) =>
  JSON.stringify({
    '@type': 'NewsArticle',
    url: 'https://p.example/7',
    datePublished: '2026-02-20',
    articleBody: WORDS,
    ...fields,
  });

/** Whether anything of the import may be quoted. */
function isQuotable(format: Format, text: string): boolean {
  return importText(IMPORTERS[format], text).some(
    (one) =>
      one.kind === 'item' &&
      one.item.pubStatus === 'usable' &&
      !(one.item.embargoedUntil && Date.parse(one.item.embargoedUntil) > NOW.getTime()) &&
      !(one.item.expires && Date.parse(one.item.expires) <= NOW.getTime()),
  );
}

describe('an article that says in whatever way that it is not to be shown', () => {
  it.each<[Format, string]>([
    ['csv', row('embargo date', '2036-05-14')],
    ['csv', row('Embargo (UTC)', '2036-05-14 09:00')],
    ['csv', row('Embargo (local)', 'tomorrow')],
    ['csv', row('EMBARGO', 'yes')],
    ['csv', row('embargo', 'next Tuesday')],
    ['csv', row('embargo', '11/12/2036')],
    ['csv', row('embargo', 'Monday, 14 May 2036')],
    ['csv', row('embargo', 'until 14 May 2036, 6 pm ET')],
    ['csv', row('embargoed?', 'true')],
    ['csv', row('under embargo', 'x')],
    ['csv', row('Emabrgo', '2036-05-14')],
    ['csv', row('Emargo date', '2036-05-14')],
    ['csv', row('Sperrfrist', '2036-05-14')],
    ['csv', row('Stage', 'second edit')],
    ['csv', row('OK to publish', 'No')],
    ['csv', row('Legal cleared', 'no')],
    ['csv', row('Do not use', 'x')],
    ['csv', row('Comments', 'Embargoed until 14 May 2036')],
    ['csv', row('Rights', 'EMBARGOED UNTIL 14 MAY 2036')],
    ['csv', row('Instructions', 'Please kill this story, the mayor denies it')],
    ['csv', row('withdrawn', 'yes')],
    ['csv', row('withdrawn', '2026-02-21')],
    ['csv', row('Withdrawn at', '2026-02-21 09:00')],
    ['csv', row('retracted', 'TRUE')],
    ['csv', row('retraction', 'See the note of 21 February')],
    ['csv', row('killed', '1')],
    ['csv', row('kill', 'Y')],
    ['csv', row('draft', 'yes')],
    ['csv', row('is_draft', '1')],
    ['csv', row('isDraft', 'perhaps')],
    ['csv', row('published', 'no')],
    ['csv', row('is_published', 'false')],
    ['csv', row('publish_status', 'unpublished')],
    ['csv', row('Publishing state', 'in legal review')],
    ['csv', row('visibility', 'private')],
    ['csv', row('visibility', 'editors')],
    ['csv', row('release date', '2036-05-14')],
    ['csv', row('Release', 'when the court has ruled')],
    ['csv', row('hold until', '2036-05-14T09:00:00+01:00')],
    ['csv', row('On hold', 'yes')],
    ['csv', row('status', 'Published (pending legal)')],
    ['csv', row('status', 'spiked')],
    ['csv', row('legal status', 'not cleared')],
    ['csv', row('expires', '2026-02-25')],
    ['csv', row('expiry date', 'soon')],
    ['csv', row('canceled', 'ja')],
    ['csv', row('deleted_at', '2026-02-25 10:00:00')],
    ['csv', row('not before', '2036-05-14')],
    ['csv', row('scheduled for', '2036-05-14')],
    ['csv', row('publish_at', '14 May 2036 9.30pm')],
    ['csv', row('password', 'swordfish')],
    ['csv', `status,body,status\nkilled,${WORDS},published\n`],
    ['csv', `id,headline,body\n7,EMBARGOED UNTIL 14 MAY 2036: Ferry,${WORDS}\n`],
    ['csv', `id,body,ed note\n7,${WORDS},Embargoed until Monday\n`],
    ['markdown', head('draft: true')],
    ['markdown', head('ready: false')],
    ['markdown', head('stage: wip')],
    ['markdown', head('meta:\n  status: draft')],
    ['text', `DRAFT - Ferry\n\n${WORDS}\n`],
    ['text', `[DRAFT v3]\nFerry\n\n${WORDS}\n`],
    ['text', `SPIKED\nFerry\n\n${WORDS}\n`],
    ['text', `LEGAL HOLD: do not run\nFerry\n\n${WORDS}\n`],
    ['text', `Ferry\n\nCONFIDENTIAL UNTIL DELIVERY\n\n${WORDS}\n`],
    ['text', `Ferry\n\nThis article has been retracted.\n\n${WORDS}\n`],
    ['text', `Ferry\n\n${`${WORDS}\n\n`.repeat(20)}This release is embargoed until 14 May 2036.\n`],
    ['ninjs', ninjs({ headline: 'WITHDRAWN: Ferry line' })],
    ['ninjs', ninjs({ headline: 'Retraction: Ferry line' })],
    ['ninjs', ninjs({ ednote: 'KILL. A correction will follow.' })],
    ['ninjs', ninjs({ ednote: 'HOLD for legal' })],
    ['nitf', nitf('<ed-msg info="Mandatory kill: the facts are wrong"/>')],
    ['feed', rss('<x:valid>start=2036-05-14T09:00Z; scheme=W3C-DTF</x:valid>')],
    ['feed', rss('<x:available>end=2026-02-25</x:available>')],
    ['html', page('', '<meta name="robots" content="noarchive, unavailable_after: 2026-02-25">')],
    ['html', page('', '<meta property="article:expiration_time" content="2026-02-25T00:00:00Z">')],
    ['html', page('', '<meta name="article:status" content="draft">')],
    ['markdown', head('Draft: "yes"')],
    ['markdown', head('draft: [true]')],
    ['markdown', head('draft: {value: true}')],
    ['markdown', head('draft: {}')],
    ['markdown', head('published: false')],
    ['markdown', head('publishDate: 2036-05-14')],
    ['markdown', head('publishdate: 2036-05-14')],
    ['markdown', head('expiryDate: 2026-02-25')],
    ['markdown', head('visibility: members')],
    ['markdown', head('status: [published, killed]')],
    ['markdown', head('status: scheduled')],
    ['markdown', head('unlisted: true')],
    ['markdown', head('embargo: {until: 2036-05-14}')],
    ['markdown', head('embargo: []')],
    ['markdown', head('eleventyExcludeFromCollections: true')],
    ['markdown', `+++\ntitle = "Ferry"\ndraft = true\n+++\n${WORDS}\n`],
    ['markdown', `+++\npublishDate = 2036-05-14T09:00:00Z\n+++\n${WORDS}\n`],
    ['markdown', `{\n  "title": "Ferry",\n  "draft": true\n}\n${WORDS}\n`],
    ['markdown', `Title: Ferry\nStatus: draft\n\n${WORDS}\n`],
    ['markdown', `\n---\ndraft: true\n---\n${WORDS}\n`],
    ['markdown', `---\ntitle: Ferry\ndraft: true\n\n${WORDS}\n`],
    ['markdown', `# Ferry\n\n**Embargoed until 14 May 2036**\n\n${WORDS}\n`],
    ['markdown', `# EMBARGOED: Ferry\n\n${WORDS}\n`],
    ['text', `EMBARGOED UNTIL 00:01 GMT, 14 May 2036\n\nFerry\n\n${WORDS}\n`],
    ['text', `Ferry\n\nHOLD FOR RELEASE\n\n${WORDS}\n`],
    ['text', `Status: draft\n\nFerry\n\n${WORDS}\n`],
    ['text', `Ferry\n\n${WORDS}\n\nEMBARGOED UNTIL MONDAY\n`],
    ['ninjs', ninjs({ pubstatus: 'withheld' })],
    ['ninjs', ninjs({ pubStatus: 'https://cv.example/pubstatus/canceled/' })],
    ['ninjs', ninjs({ pubstatus: ['canceled'] })],
    ['ninjs', ninjs({ pubstatus: { qcode: 'stat:canceled' } })],
    ['ninjs', ninjs({ pubstatus: {} })],
    ['ninjs', ninjs({ pubstatus: [] })],
    ['ninjs', ninjs({ pubstatus: false })],
    ['ninjs', ninjs({ pubstatus: 4 })],
    ['ninjs', ninjs({ embargoed: true })],
    ['ninjs', ninjs({ embargoed: { date: '2036-05-14T09:00:00Z' } })],
    ['ninjs', ninjs({ embargoed: ['2036-05-14T09:00:00Z', '2026-01-01T00:00:00Z'] })],
    ['ninjs', ninjs({ embargoedReason: 'until the speech is held' })],
    ['ninjs', ninjs({ embargoeduntil: 2_094_400_000_000 })],
    ['ninjs', ninjs({ pubstatus: 'usable', state: 'in_progress' })],
    ['ninjs', ninjs({ pubstatus: 'usable', state: 'killed' })],
    ['ninjs', ninjs({ schedule_settings: { utc_embargo: '2036-05-14T09:00:00+0000', time_zone: null } })],
    ['ninjs', ninjs({ embargo: '2036-05-14T09:00:00+0000', state: 'published' })],
    ['ninjs', ninjs({ flags: { marked_for_not_publication: true } })],
    ['ninjs', ninjs({ releasedatetime: '2036-05-14T09:00:00Z' })],
    ['ninjs', ninjs({ workflow: { status_code: 3 } })],
    ['ninjs', ninjs({ revision: { published: false } })],
    ['ninjs', ninjs({ versioncreated: ['2026-02-20T09:00:00Z'] })],
    ['newsml-g2', g2('<pubStatus uri="http://cv.example/pubstatusg2/canceled"/>')],
    ['newsml-g2', g2('<pubStatus literal="withheld"/>')],
    ['newsml-g2', g2('<pubStatus qcode="mystat:canceled"/>')],
    ['newsml-g2', g2('<pubStatus qcode="stat:usable" uri="http://cv.example/pubstatusg2/canceled"/>')],
    ['newsml-g2', g2('<pubStatus/>')],
    ['newsml-g2', g2('<pubStatus>canceled</pubStatus>')],
    ['newsml-g2', g2('<pubStatus qcode="stat:usable"/><pubStatus qcode="stat:canceled"/>')],
    ['newsml-g2', g2('<signal qcode="sig:embargoed"/>')],
    ['newsml-g2', g2('<signal uri="https://cv.example/signal/kill"/>')],
    ['newsml-g2', g2('<embargoed/>')],
    ['newsml-g2', g2('<embargoed>when told</embargoed>')],
    ['newsml-g2', g2('', '<rightsInfo><validFrom>2036-05-14T09:00:00Z</validFrom></rightsInfo>')],
    ['newsml-g2', g2('', '<rightsInfo validto="2026-02-25T00:00:00Z"/>')],
    ['newsml-g2', g2('<itemMetaExtProperty type="imext:pubstart" value="2036-05-14T09:00:00Z"/>')],
    ['newsml-g2', g2('<edNote>EMBARGOED until the speech is held</edNote>')],
    ['nitf', nitf('<date.release norm="20360514T090000Z"/>')],
    ['nitf', nitf('', 'management-status="embargoed"')],
    ['nitf', nitf('', 'management-status="frozen"')],
    ['nitf', nitf('<date.expire norm="some day"/>')],
    ['nitf', nitf('<ed-msg info="HOLD FOR RELEASE"/>')],
    ['html', page('<p>EMBARGOED UNTIL 00:01 GMT ON WEDNESDAY</p>')],
    ['html', page('<p><strong>Not for publication before 14 May 2036</strong></p>')],
    [
      'html',
      page('', `<script type="application/ld+json">${linked({ creativeWorkStatus: 'Draft' })}</script>`),
    ],
    ['json-ld', linked({ creativeWorkStatus: { '@id': 'https://s.example/Retracted', name: 'Retracted' } })],
    ['json-ld', linked({ expires: '2026-02-25' })],
    ['json-ld', linked({ embargo: '2036-05-14' })],
    ['feed', atom('<app:control><app:draft>yes</app:draft></app:control>')],
    ['feed', atom('<app:control><app:draft> YES </app:draft></app:control>')],
    ['feed', atom('<app:control><app:draft/></app:control>')],
    ['feed', atom('<x:embargo><x:until>2036-05-14T09:00:00Z</x:until></x:embargo>')],
    ['feed', atom('<x:status code="withheld"/>')],
    ['feed', rss('<wp:status><![CDATA[draft]]></wp:status>')],
    ['feed', rss('<wp:status>publish</wp:status><wp:post_password><![CDATA[x]]></wp:post_password>')],
    ['feed', rss('<wp:status>future</wp:status>')],
    ['feed', rss('<embargoDate>2036-05-14</embargoDate>')],
    ['feed', rss('<x:expirationDate>2026-02-25</x:expirationDate>')],
    [
      'feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '7', content_text: WORDS, date_published: '2026-02-20', _halm: { draft: true } }],
      }),
    ],
  ])('is not quoted: %s %s', (format, text) => {
    expect(importText(IMPORTERS[format], text)).not.toEqual([]);
    expect(isQuotable(format, text)).toBe(false);
  });

  it.each<[Format, string]>([
    ['csv', row('embargo', '')],
    ['csv', row('embargo', 'none')],
    ['csv', row('embargo', '0000-00-00 00:00:00')],
    ['csv', row('embargo', 'lifted')],
    ['csv', row('embargo', '2026-01-14 09:00')],
    ['csv', row('draft', 'no')],
    ['csv', row('withdrawn', 'FALSE')],
    ['csv', row('deleted_at', 'NULL')],
    ['csv', row('is_published', '1')],
    ['csv', row('published at', '2026-02-20 09:00')],
    ['csv', row('status', 'Published')],
    ['csv', row('visibility', 'public')],
    ['csv', row('release date', '2026-01-14')],
    ['csv', row('expires', '9999-12-31')],
    ['csv', row('expires', 'never')],
    ['csv', row('comment_status', 'closed')],
    ['csv', row('copyright holder', 'Halm Wire')],
    ['csv', row('press release', 'Ferry line')],
    ['csv', row('household', '4')],
    ['csv', row('Comments', 'The embargo until now covered rifles')],
    ['csv', row('Ready', '2026-02-20')],
    ['text', `Report was withdrawn by the ministry\n\nThe report was withdrawn on Monday. ${WORDS}\n`],
    ['text', `Draft of the treaty\n\nKill or cure, the ministers said. ${WORDS}\n`],
    ['ninjs', ninjs({ headline: 'Killed: a year of ferry deaths', ednote: 'Updates with quotes' })],
    [
      'html',
      page('', '<meta http-equiv="expires" content="0"><meta name="article:published" content="2026-02-20">'),
    ],
    ['feed', rss('<x:valid>start=2026-02-01; end=2036-05-14</x:valid>')],
    ['markdown', head('draft: false\npublished: true\npublishDate: 2026-02-20')],
    ['markdown', `+++\ntitle = "Ferry"\ndate = 2026-02-20\ndraft = false\n+++\n${WORDS}\n`],
    ['html', page('')],
    ['text', `FOR IMMEDIATE RELEASE\n\nFerry\n\n${WORDS}\n`],
    ['ninjs', ninjs({ pubstatus: 'usable', embargoed: null, state: 'published', _status: 'OK' })],
    ['ninjs', ninjs({ workflow: { status_code: 3 }, revision: { published: true } })],
    ['newsml-g2', g2('<pubStatus uri="http://cv.example/pubstatusg2/usable"/><signal qcode="sig:update"/>')],
    ['nitf', nitf('<date.release norm="20260220T090000Z"/>')],
    ['nitf', nitf('<date.release norm="20260220"/>', 'management-status="usable"')],
    [
      'feed',
      atom('<published>2026-02-20T09:00:00Z</published><app:control><app:draft>no</app:draft></app:control>'),
    ],
    ['feed', rss('<wp:status>publish</wp:status><wp:ping_status>open</wp:ping_status>')],
    ['json-ld', linked({ creativeWorkStatus: 'Published', isAccessibleForFree: false })],
  ])('is quoted when it says that it may be: %s %s', (format, text) => {
    expect(isQuotable(format, text)).toBe(true);
  });
});

describe('an article whose state was not understood', () => {
  it('is told with the field and what stands in it, and kept as withheld, so that no earlier version stands for it', () => {
    expect(importText(IMPORTERS.csv, row('Embargo', 'next Tuesday'))).toMatchObject([
      {
        kind: 'item',
        item: { pubStatus: 'withheld' },
        doubts: [{ what: 'an article is withheld: Embargo "next Tuesday" is not understood' }],
      },
    ]);
  });

  it('is told with the line of its text', () => {
    const [item] = importText(IMPORTERS.text, `Ferry\n\nHOLD FOR RELEASE\n\n${WORDS}\n`);
    expect(item).toMatchObject({ doubts: [{ what: 'an article is withheld: it says "HOLD FOR RELEASE"' }] });
  });

  it('is withheld whatever else is wrong with it', () => {
    const kill = ninjs({ pubstatus: 'canceled', versioncreated: 'just now', body_text: '' });
    expect(importText(IMPORTERS.ninjs, kill)).toMatchObject([
      {
        kind: 'item',
        item: { pubStatus: 'canceled' },
        doubts: [{ what: expect.stringContaining('just now') }],
      },
    ]);
  });

  it('may be in a column that the desk says is none', () => {
    const table = `State,Zustand,body\nOhio,published,${WORDS}\n`;
    expect(importText(IMPORTERS.csv, table)).toMatchObject([{ item: { pubStatus: 'withheld' } }]);
    const columns = new Map([['status', 'Zustand']]);
    expect(importText(IMPORTERS.csv, table, { columns })).toMatchObject([{ item: { pubStatus: 'usable' } }]);
  });
});
