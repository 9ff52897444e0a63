import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, guessFormat, IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { aDocument, importText, itemsOf, problemsOf, summaryOf } from './a-document.ts';

const textOf = (bytes: Buffer, declared?: string) => {
  const decoded = decodeText(bytes, declared);
  return 'text' in decoded ? decoded.text : decoded.fault;
};

describe('XML that attacks', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

  it('is refused when it declares entities', () => {
    const nitf = `${bomb}<nitf><body><body.content><p>&b;</p></body.content></body></nitf>`;
    expect(problemsOf(importText(IMPORTERS.nitf, nitf))).toEqual([
      '1: the document declares entities of its own',
    ]);
  });

  it('reads no file of the machine', () => {
    const text = `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>`;
    expect(problemsOf(importText(IMPORTERS.nitf, text))).toEqual([
      '1: the document declares entities of its own',
    ]);
    const rss = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>T</title><item><link>https://a.example/1</link><pubDate>1 Mar 2026</pubDate><description>Start &x; end</description></item></channel></rss>`;
    expect(JSON.stringify(importText(IMPORTERS.feed, rss))).not.toContain('root:');
  });

  it('does not unfold entities in feeds', () => {
    const many = [...'abcdefghij'].map(
      (name, index, all) => `<!ENTITY ${name} "${index === 0 ? 'ha' : `&${all[index - 1]};`.repeat(10)}">`,
    );
    const rss = `<?xml version="1.0"?><!DOCTYPE rss [${many.join('')}]><rss version="2.0"><channel><title>T</title><item><link>https://a.example/1</link><description>x &j;</description></item></channel></rss>`;
    expect(JSON.stringify(importText(IMPORTERS.feed, rss)).length).toBeLessThan(5000);
  });

  it('is refused when it is nested without end', () => {
    const text = `<nitf>${'<p>'.repeat(100_000)}`;
    expect(problemsOf(importText(IMPORTERS.nitf, text))).toEqual([
      '1: the document is not sound XML (the elements are nested too deep)',
    ]);
  });
});

describe('documents that are broken', () => {
  it('tell the line on which XML breaks', () => {
    expect(problemsOf(importText(IMPORTERS['newsml-g2'], '<newsItem>\n<itemMeta>\n</newsItem>'))[0]).toMatch(
      /^3: the document is not sound XML/,
    );
  });

  it('give the whole entries of a feed that broke off, and tell of the last', () => {
    const entry = (name: string) =>
      `<item><link>https://a.example/${name}</link><pubDate>1 Mar 2026</pubDate><description>The dam ${name} held.</description></item>`;
    const imported = importText(
      IMPORTERS.feed,
      `<rss version="2.0"><channel><title>T</title>\n${entry('one')}\n${entry('two').slice(0, 110)}`,
    );
    expect(summaryOf(imported).map(({ text }) => text)).toEqual(['The dam one held.']);
    expect(problemsOf(imported)).toEqual(['3: the feed breaks off in this entry']);
  });

  it('take no sentences from data in NewsML-G2', () => {
    const item =
      '<newsItem guid="u:1" version="1"><itemMeta><versionCreated>2026-03-01T00:00:00Z</versionCreated></itemMeta><contentSet><inlineXML><sports-content><team>Halm</team></sports-content></inlineXML></contentSet></newsItem>';
    expect(problemsOf(importText(IMPORTERS['newsml-g2'], item))).toEqual([
      '1: an article is left out: it has no text',
    ]);
    expect(problemsOf(importText(IMPORTERS['newsml-g2'], '<newsMessage/>'))).toEqual([
      '1: <newsMessage> holds no newsItem',
    ]);
  });

  it('give nothing for a page that is all script', () => {
    const page =
      '<!doctype html><html><head><title>App</title></head><body><div id="root"></div><script>start()</script></body></html>';
    expect(problemsOf(importText(IMPORTERS.html, page))).toEqual([
      '1: an article is left out: it has no text',
    ]);
  });

  it('use the readable text when the JSON-LD of a page is broken', () => {
    const words =
      'The dam at Norbeck held through the night, and nobody in the valley was hurt, the office said.';
    const page = `<!doctype html><html><head><script type="application/ld+json">{"@type": "NewsArticle",</script></head><body><article>${`<p>${words}</p>`.repeat(6)}</article></body></html>`;
    const imported = importText(IMPORTERS.html, page);
    expect(imported.map(({ kind }) => kind)).toEqual(['warning', 'item']);
    expect(summaryOf(imported)[0]?.text).toContain(words);
  });

  it('tell of a table without a text column, and how to name one', () => {
    const [problem] = importText(IMPORTERS.csv, 'Slug,Story so far\na,b\n');
    expect(problem).toMatchObject({
      what: 'no column of the table holds the text of the articles',
      mend: 'Name it with --map text=COLUMN; the columns are Slug, Story so far',
    });
  });

  it('name the fault of a lost quotation mark in a table', () => {
    expect(problemsOf(importText(IMPORTERS.csv, 'title,text\n"a,b\nc,d\n'))[0]).toMatch(
      /the table cannot be read \(Quote Not Closed/,
    );
  });

  it('tell of a head that is not YAML', () => {
    expect(problemsOf(importText(IMPORTERS.markdown, '---\n: [\n---\nText'))[0]).toMatch(
      /^1: the head of the file/,
    );
  });

  it.each(['2026-02-31', '0000-01-01', '11/12/2026', 'soon'])('leave out an article of %s', (date) => {
    expect(problemsOf(importText(IMPORTERS.csv, `title,date,text\nT,${date},The dam held.\n`))[0]).toContain(
      `published "${date}"`,
    );
  });

  it('withhold an article with an unknown status rather than show what may be withheld', () => {
    expect(importText(IMPORTERS.csv, 'status,text\nimpounded,The dam held.\n')).toMatchObject([
      {
        item: { pubStatus: 'withheld' },
        doubts: [{ what: 'an article is withheld: status "impounded" is not understood' }],
      },
    ]);
  });
});

describe('encodings', () => {
  const words = '<p>Größe und Maß: “ça va” – naïve café, 5 €</p>';

  it.each(['windows-1252', 'utf-16le', 'utf-16be', 'utf8'])(
    'reads %s with a byte-order mark or a declaration',
    (encoding) => {
      const xml = `<?xml version="1.0" encoding="${encoding}"?>${words}`;
      expect(textOf(iconv.encode(xml, encoding, { addBOM: /utf/.test(encoding) }))).toBe(xml);
    },
  );

  it('reads UTF-16 without a mark, and Latin 1 as browsers do', () => {
    expect(textOf(iconv.encode(words, 'utf-16le'))).toBe(words);
    const html = `<meta charset="iso-8859-1">${words}`;
    expect(textOf(iconv.encode(html, 'windows-1252'))).toBe(html);
  });

  it('believes the bytes when a file says UTF-8 and is not, and the transfer when the file says nothing', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>${words}${'<p>Die Brücke über die Möhne wurde früh geöffnet.</p>'.repeat(5)}`;
    expect(textOf(iconv.encode(xml, 'windows-1252'))).toBe(xml);
    expect(textOf(iconv.encode('Здравствуйте', 'koi8-r'), 'koi8-r')).toBe('Здравствуйте');
  });

  it('reads each letter for itself where a piece of windows-1252 got into UTF-8', () => {
    const mixed = Buffer.concat([
      Buffer.from(words),
      iconv.encode('Malmö – 5 €', 'windows-1252'),
      Buffer.from(words),
    ]);
    expect(textOf(mixed)).toBe(`${words}Malmö – 5 €${words}`);
  });

  it('refuses a picture', () => {
    expect(textOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4]))).toBe(
      'the file is not text',
    );
  });

  it('drops NUL bytes and marks without width from an article', () => {
    const [item] = itemsOf(importText(IMPORTERS.text, 'date 2026-03-01\n\nThe d\0am\u200b h\u00adeld.\n'));
    expect(item?.bodies?.[0]?.value).toBe('The dam held.');
  });
});

describe('texts whose lines were broken at a column', () => {
  it('are joined, with or without empty lines between paragraphs', () => {
    const wire =
      'The dam at Norbeck held through the night, and nobody in the\nvalley was hurt, the office said on Friday. The road to Halm\nstays closed.';
    const joined = wire.replaceAll('\n', ' ');
    const texts = (text: string) =>
      summaryOf(importText(IMPORTERS.csv, `text\n"${text}"\n`)).map((item) => item.text);
    expect(texts(wire)).toEqual([joined]);
    expect(texts(`${wire}\n\n${wire}`)).toEqual([`${joined}\n\n${joined}`]);
  });

  it('are told from paragraphs and lists that have a line each', () => {
    const text =
      'The council decided:\n- The dam will be raised.\n- The road stays closed.\nIt meets again in May.';
    expect(summaryOf(importText(IMPORTERS.csv, `text\n"${text}"\n`))[0]?.text).toBe(text);
  });
});

describe('guessing a format', () => {
  it.each([
    ['a.xml', '<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', 'feed'],
    ['a.xml', '<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<nitf>', 'nitf'],
    ['a.xml', '<nar:newsMessage xmlns:nar="http://iptc.org/std/nar/2006-10-01/">', 'newsml-g2'],
    ['index', '<!DOCTYPE html><html>', 'html'],
    ['https://post.example/feed?x=1.png', '{"version": "https://jsonfeed.org/version/1"}', 'feed'],
    ['a.json', '[{"@type": "NewsArticle"}]', 'json-ld'],
    ['a.json', '{"uri": "u"}', 'ninjs'],
    ['a.txt', 'The dam held.', 'text'],
    ['a.css', 'p { color: red }', undefined],
  ])('%s that begins with %s is %s', (name, text, format) => {
    expect(guessFormat(name, text)).toBe(format);
  });
});

it('no importer throws, whatever it is given', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</',
    'rss',
    '<item>',
    '{',
    '"',
    ':',
    '[',
    ',',
    '\n',
    '---',
    '#',
    '&',
    ';',
    '\0',
    'ä',
    '<![CDATA[',
    '@type',
  );
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(wild, (text) => {
      for (const importer of Object.values(IMPORTERS))
        expect([...importer(aDocument(text))]).toBeInstanceOf(Array);
    }),
    { numRuns: 300 },
  );
});
