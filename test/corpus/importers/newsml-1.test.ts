import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { doubtsOf, importFixture, importText, itemsOf, summaryOf } from './a-document.ts';

const ITEM = (parts: { management?: string; component: string }) => `<NewsML Version="1.2"><NewsItem>
  <Identification><NewsIdentifier><ProviderId>p.example</ProviderId><DateId>20260301</DateId>
  <NewsItemId>A1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification>
  <NewsManagement><FirstCreated>20260301T100000Z</FirstCreated>${parts.management ?? ''}</NewsManagement>
  ${parts.component}</NewsItem></NewsML>`;
const TEXT = (words: string, inside = '') =>
  `<NewsComponent>${inside}<ContentItem><MediaType FormalName="Text"/><DataContent>${words}</DataContent></ContentItem></NewsComponent>`;

describe('NewsML 1.2', () => {
  it('gives the main text, not what its picture shows, with names, rights and the note to editors', () => {
    const [item] = itemsOf(importFixture('newsml-1.xml').slice(0, 1));
    expect(item).toMatchObject({
      uri: 'urn:newsml:halmpress.example:20260307:TX-041',
      version: '2',
      firstCreated: '2026-03-07T09:00:00+01:00',
      versionCreated: '2026-03-07T10:15:00+01:00',
      pubStatus: 'usable',
      by: 'Ruth Aas',
      located: 'Halm',
      edNote: 'ADDS price',
      usageTerms: 'NO ARCHIVAL USE',
      infoSources: [{ name: 'Halmpress', role: 'publisher' }],
      subjects: [{ name: 'Mills' }],
      headlines: [{ value: 'Windmill at Halm turns again' }],
    });
    expect(item?.bodies?.[0]?.value).toContain('Its sails cost 88,000 crowns.');
    expect(item?.bodies?.[0]?.value).not.toContain('1961');
  });

  it('holds an item until its status changes, and knows a photo', () => {
    expect(importFixture('newsml-1.xml').slice(1)).toMatchObject([
      {
        kind: 'item',
        item: {
          pubStatus: 'usable',
          embargoedUntil: '2026-03-10T06:00:00Z',
          bodies: [{ value: 'The miller of Halm wins a prize.' }],
        },
      },
      { kind: 'no article', type: 'photo' },
    ]);
  });

  it.each([
    ['Embargoed', '<Status FormalName="Embargoed"/>', 'withheld'],
    ['Withheld', '<Status FormalName="Withheld"/>', 'withheld'],
    ['Canceled', '<Status FormalName="Canceled"/>', 'canceled'],
    [
      'usable and to be canceled',
      '<Status FormalName="Usable"/><Instruction FormalName="Cancel"/>',
      'canceled',
    ],
  ])('obeys the state %s', (_, management, pubStatus) => {
    const imported = importText(
      IMPORTERS['newsml-1'],
      ITEM({ management, component: TEXT('<p>The sluice at Orr broke.</p>') }),
    );
    expect(imported).toMatchObject([{ kind: 'item', item: { pubStatus } }]);
  });

  it('takes back an item that comes without its text', () => {
    const management = '<Status FormalName="Canceled"/>';
    expect(importText(IMPORTERS['newsml-1'], ITEM({ management, component: '' }))).toMatchObject([
      { kind: 'item', item: { uri: 'urn:newsml:p.example:20260301:A1', pubStatus: 'canceled' } },
    ]);
  });

  it('withholds an item in a state that nobody knows', () => {
    const management = '<Status FormalName="Almost"/>';
    const component = TEXT('<p>The sluice at Orr broke.</p>');
    expect(doubtsOf(importText(IMPORTERS['newsml-1'], ITEM({ management, component })))[0]).toContain(
      'Almost',
    );
  });

  it.each([
    ['XHTML', '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>The sluice broke.</p></body></html>'],
    ['paragraphs', '<p>The sluice broke.</p>'],
    ['HTML in a text', '<![CDATA[<p>The sluice broke.</p>]]>'],
    ['plain text', 'The sluice broke.'],
  ])('reads %s', (_, words) => {
    const imported = importText(IMPORTERS['newsml-1'], ITEM({ component: TEXT(words) }));
    expect(summaryOf(imported)).toMatchObject([{ text: 'The sluice broke.' }]);
  });

  it('reads one of several languages, and says that it reads one of several texts', () => {
    const both = TEXT('<p>The sluice broke.</p>') + TEXT('<p>The road did not.</p>');
    const equivalents = `<NewsComponent EquivalentsList="yes">${both}</NewsComponent>`;
    expect(importText(IMPORTERS['newsml-1'], ITEM({ component: equivalents }))).toMatchObject([
      { kind: 'item' },
    ]);
    expect(
      importText(IMPORTERS['newsml-1'], ITEM({ component: `<NewsComponent>${both}</NewsComponent>` })),
    ).toMatchObject([
      { kind: 'warning', what: 'of the 2 texts of a NewsItem the first alone is read' },
      { kind: 'item', item: { bodies: [{ value: 'The sluice broke.' }] } },
    ]);
  });

  it('refuses NewsML 1.0, and what holds no items', () => {
    for (const xml of ['<NewsML Version="1.0"><NewsItem/></NewsML>', '<NewsML Version="1.2"/>'])
      expect(importText(IMPORTERS['newsml-1'], xml)).toMatchObject([
        { kind: 'problem', mend: 'Ask for NewsML 1.2 or NewsML-G2' },
      ]);
  });
});
