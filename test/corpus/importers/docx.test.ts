import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { doubtsOf, importText, itemsOf, problemsOf, summaryOf } from './a-document.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const BODY = (blocks: string) => `<w:document xmlns:w="${W}"><w:body>${blocks}</w:body></w:document>`;
const RUN = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const PARAGRAPH = (runs: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
const CORE = (properties: string) =>
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`;

const LEAD = PARAGRAPH(RUN('The weir at Orr broke on Sunday, the water office said.'));

const reading = (blocks: string, properties = '') =>
  importText(IMPORTERS.docx, BODY(blocks), {
    name: '/desk/2026-03-08-weir.docx',
    parts: new Map(properties ? [['docProps/core.xml', CORE(properties)]] : []),
  });
const wordsOf = (blocks: string) => summaryOf(reading(blocks))[0]?.text;

describe('a document of Word', () => {
  it('bears title, writer, day of its version and topics', () => {
    const [item] = itemsOf(
      reading(
        LEAD,
        '<dc:title>Weir breaks</dc:title><dc:creator>Siv Moe</dc:creator><cp:keywords>rivers; Orr</cp:keywords><dcterms:created>2026-03-01T08:00:00Z</dcterms:created><dcterms:modified>2026-03-08T18:00:00Z</dcterms:modified>',
      ),
    );
    expect(item).toMatchObject({
      versionCreated: '2026-03-08T18:00:00Z',
      by: 'Siv Moe',
      headlines: [{ value: 'Weir breaks' }],
      subjects: [{ name: 'rivers' }, { name: 'Orr' }],
    });
  });

  it('says in its first lines what its properties do not: title, writer and day', () => {
    const head =
      PARAGRAPH(RUN('Orr without a weir'), 'Title') +
      PARAGRAPH(RUN('By Siv Moe')) +
      PARAGRAPH(RUN('8 March 2026'));
    const [item] = itemsOf(
      reading(head + LEAD, '<dc:title>Document1</dc:title><dc:creator>user</dc:creator>'),
    );
    expect(item).toMatchObject({
      firstCreated: '2026-03-08T00:00:00Z',
      by: 'Siv Moe',
      headlines: [{ value: 'Orr without a weir' }],
      bodies: [{ value: 'The weir at Orr broke on Sunday, the water office said.' }],
    });
  });

  it.each(['Draft', 'Draft ', 'draft'])('is withheld when its properties call it %j', (status) => {
    expect(reading(LEAD, `<cp:contentStatus>${status}</cp:contentStatus>`)).toMatchObject([
      { kind: 'item', item: { pubStatus: 'withheld' } },
    ]);
  });

  it('is withheld and told when its properties name a state that nobody knows', () => {
    expect(doubtsOf(reading(LEAD, '<cp:contentStatus>Round three</cp:contentStatus>'))[0]).toContain(
      'Round three',
    );
  });

  it('is quoted without what is hidden, deleted or noted, and the reader is told of tracked changes', () => {
    const blocks =
      LEAD +
      PARAGRAPH(
        `${RUN('It cost')}<w:del><w:r><w:delText> nine</w:delText></w:r></w:del><w:ins>${RUN(' four')}</w:ins>${RUN(' million')}` +
          `${RUN(' (secret)', '<w:vanish/>')}<w:commentReference w:id="0"/>${RUN(' crowns')}<w:r><w:footnoteReference w:id="2"/></w:r>${RUN('.')}`,
      );
    const imported = reading(blocks);
    expect(imported).toMatchObject([
      { kind: 'warning', what: 'the document has tracked changes, and is read as if all were accepted' },
      { kind: 'item' },
    ]);
    expect(summaryOf(imported)[0]?.text).toMatch(/\n\nIt cost four million crowns\.$/);
  });

  it('is never quoted with struck words', () => {
    const struck = PARAGRAPH(RUN('Mayor Lie will ') + RUN('not ', '<w:strike/>') + RUN('resign over it.'));
    expect(wordsOf(LEAD + struck)).not.toContain('not');
    const kept = PARAGRAPH(
      RUN('Mayor Lie will ') + RUN('not ', '<w:strike w:val="0"/>') + RUN('resign over it.'),
    );
    expect(wordsOf(LEAD + kept)).toContain('Mayor Lie will not resign over it.');
  });

  it('goes on in the next paragraph where the end of one was deleted', () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${RUN('The gate ')}</w:p>`;
    expect(wordsOf(LEAD + first + PARAGRAPH(RUN('was open.')))).toContain('The gate was open.');
  });

  it('leaves out headings, captions, text boxes, fields and moved text', () => {
    const text = wordsOf(
      LEAD +
        PARAGRAPH(RUN('Old iron.'), 'Heading2') +
        PARAGRAPH(RUN('The weir in 1931.'), 'Caption') +
        PARAGRAPH(
          `<w:r><w:pict><w:txbxContent>${PARAGRAPH(RUN('Pulled quote.'))}</w:txbxContent></w:pict></w:r>${RUN('The road is closed.')}`,
        ) +
        PARAGRAPH(
          `<w:moveFrom>${RUN('Moved words.')}</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r>${RUN('The bridge is not.')}`,
        ),
    );
    expect(text?.split('\n\n').slice(1)).toEqual(['The road is closed.', 'The bridge is not.']);
  });

  it('keeps links, lists, line breaks and the boxes of a form', () => {
    const point = (words: string) =>
      `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>${RUN(words)}</w:p>`;
    const text = wordsOf(
      LEAD +
        PARAGRAPH(
          `${RUN('It was built by ')}<w:hyperlink>${RUN('Orr Iron')}</w:hyperlink>${RUN(' in 1931.')}`,
        ) +
        point('Ten gates held.') +
        point('Two broke.') +
        `<w:sdt><w:sdtContent>${PARAGRAPH(RUN('The office opens at nine.'))}</w:sdtContent></w:sdt>`,
    );
    expect(text).toContain('It was built by Orr Iron in 1931.');
    expect(text).toContain('- Ten gates held.\n- Two broke.');
    expect(text).toContain('The office opens at nine.');
  });

  it('is a problem when it is something else', () => {
    expect(problemsOf(importText(IMPORTERS.docx, '<html/>'))).toEqual([
      '1: <html> is not a document of Word',
    ]);
  });
});
