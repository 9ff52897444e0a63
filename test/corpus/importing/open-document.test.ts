import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../archive/a-folder.ts';
import { aZip } from './a-package.ts';
import { importing } from './an-import.ts';

const importingFile = (name: string, content: string | Buffer) => {
  const folder = aFolder();
  writeFileSync(join(folder, name), content);
  return importing([folder]);
};
const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');

const WORD = `<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>The lock at Weir held through the night, its keeper said.</w:t></w:r></w:p></w:body></w:document>`;

describe('a document of Word', () => {
  it.each(['lock.docx', 'lock', 'lock.docm'])('is read, whatever its name: %s', async (name) => {
    const zip = aZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: WORD },
    ]);
    expect((await importingFile(name, zip)).texts).toEqual([
      'The lock at Weir held through the night, its keeper said.',
    ]);
  });

  it('that is damaged or a bomb is a problem of its own', async () => {
    const bomb = aZip([{ name: 'word/document.xml', content: ' '.repeat(20 * 1024 * 1024) }]);
    expect((await importingFile('a.docx', bomb)).problems).toEqual([
      'a.docx:1: the package unfolds like a bomb: to more than any text does',
    ]);
    const half = aZip([{ name: 'word/document.xml', content: WORD }]).subarray(0, 120);
    expect((await importingFile('a.docx', half)).problems).toHaveLength(1);
  });
});

describe('a file that is not read says what it seems to be, and what to do', () => {
  it.each<[name: string, content: string | Buffer, seems: string]>([
    ['a.pdf', '%PDF-1.7\n%âãÏÓ', 'a PDF'],
    ['a.txt', '%PDF-1.7\n', 'a PDF'],
    ['a.doc', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'an old Word document (.doc)'],
    ['a.msg', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'an Outlook message'],
    ['a.docx', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'a Word document that is locked with a password'],
    ['a.xls', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'an old Excel workbook'],
    ['a.rtf', '{\\rtf1\\ansi The dam held.}', 'a Rich Text document (RTF)'],
    ['a.doc', '{\\rtf1\\ansi The dam held.}', 'a Rich Text document (RTF)'],
    ['a.xlsx', aZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), 'an Excel workbook'],
    ['a.odt', aZip([{ name: 'content.xml', content: '<office/>' }]), 'an OpenDocument file'],
    [
      'a.pages',
      aZip([{ name: 'Index/Document.iwa', content: 'x' }]),
      'a document of Pages, Numbers or Keynote',
    ],
    ['a.eml', 'Return-Path: <a@a.example>\nSubject: Fog\n\nThe dam held.', 'a mail, or a page saved as one'],
    [
      'a.txt',
      'From: Ann <a@a.example>\nTo: Desk\nDate: 1 Mar 2026\n\nThe dam held.',
      'a mail, or a page saved as one',
    ],
    [
      'a.mbox',
      'From a@a.example Sun Mar  1 10:00:00 2026\nX: y\n\nThe dam held.',
      'a mail, or a page saved as one',
    ],
    ['a.txt', 'nca0412 3 pl 120 norte 0412\n\nThe dam held.\n', 'an agency dispatch in IPTC 7901'],
    ['a.txt', bytes('\x01nca412 4 i 90 norte\r\n\r\nThe dam held.\r\n'), 'an agency dispatch in IPTC 7901'],
    ['a.txt', bytes('\x16\x16\x01a0412\x1fnorte\r\n'), 'an agency dispatch in ANPA 1312'],
    [
      'a.txt',
      'a0412\nr z  BC-Dam, 1st Ld-Writethru 03-01 0200\nThe dam held.\n',
      'an agency dispatch in ANPA 1312',
    ],
    ['a.txt', 'ZCZC NCA0412\nThe dam held.\nNNNN', 'an agency dispatch for teleprinters'],
    ['a.xml', '<urlset><url/></urlset>', 'a sitemap'],
    ['a.xml', '<?xml version="1.0"?><score><team/></score>', 'XML with the root <score>'],
    ['a.json', '{"totalResults": 1, "articles": []}', 'an answer of NewsAPI'],
    ['a.jsonl', '{"totalResults": 1, "articles": []}\n', 'an answer of NewsAPI'],
    ['a.css', 'p { color: red }', 'a .css file'],
  ])('%s', async (name, content, seems) => {
    const { remarks, texts, skipped } = await importingFile(name, content);
    expect([skipped, texts]).toEqual([1, []]);
    expect(remarks).toMatchObject([
      { kind: 'problem', what: `the file seems to be ${seems}, which is not read` },
    ]);
    expect(remarks[0]?.mend).not.toBe('');
  });

  it('even when a text is asked for: the notes of a wire are for nobody', async () => {
    const folder = aFolder({ 'a.txt': 'nca0412 3 pl 120 norte 0412\n\nNot for publication: call Ann.\n' });
    expect(await importing([folder], { format: 'text' })).toMatchObject({ skipped: 1, texts: [] });
  });

  it('and a picture, a sound or a film is counted, whatever its name', async () => {
    const png = bytes('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR');
    const { leftOut, skipped } = await importingFile('scan', png);
    expect([[...leftOut], skipped]).toEqual([[['picture', 1]], 0]);
  });

  it.each([
    'date 2026-03-01\n\nFrom: here to there, the dam held.\n',
    'Dear readers: the dam held.\nIt will hold: we are told so.\n',
    'The abc0123 gate has 3 locks 12 keepers and a dam.\n',
    'r z is no word, and BC-Dam is none.\n',
  ])('but an article that looks a little like one is read: %j', async (text) => {
    expect((await importingFile('a.txt', text)).skipped).toBe(0);
  });
});

describe('JSON Lines', () => {
  it.each([
    [
      'ap-media',
      {
        item: {
          altids: { itemid: 'x1' },
          type: 'text',
          headline: 'Fog',
          pubstatus: 'usable',
          firstcreated: '2026-03-01T00:00:00Z',
          description_summary: 'Fog closed the port.',
        },
      },
    ],
    [
      'guardian',
      {
        id: 'a/b',
        type: 'article',
        webTitle: 'Fog',
        webPublicationDate: '2026-03-01T00:00:00Z',
        fields: { body: '<p>Fog closed the port.</p>' },
      },
    ],
    [
      'nyt',
      {
        _id: 'n1',
        document_type: 'article',
        pub_date: '2026-03-01T00:00:00Z',
        headline: { main: 'Fog' },
        snippet: '',
        abstract: 'Fog closed the port.',
      },
    ],
  ])('of %s are recognised by the first', async (_, item) => {
    const lines = `${JSON.stringify(item)}\nnot JSON\n`;
    const { texts, problems } = await importingFile('a.jsonl', lines);
    expect(texts).toEqual(['Fog closed the port.']);
    expect(problems).toEqual([expect.stringMatching(/^a\.jsonl:2: the document is not JSON/)]);
  });

  it('by name that are one document are told once', async () => {
    const { problems } = await importingFile(
      'a.jsonl',
      '{\n "uri": "u:1",\n "body_text": "The dam held."\n}\n',
    );
    expect(problems).toEqual(['a.jsonl:1: the file is one JSON document over many lines, and no JSON Lines']);
  });
});

describe('encodings', () => {
  const table =
    'headline;body;date\nPier;It’s the “longest” pier of Orr – 90 m, a café owner said.;2026-03-01\n';
  const quoted = ['It’s the “longest” pier of Orr – 90 m, a café owner said.'];

  it.each(['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'])(
    '%s is read with a mark and without',
    async (encoding) => {
      for (const addBOM of [true, false]) {
        const { texts, remarks } = await importingFile('a.csv', iconv.encode(table, encoding, { addBOM }));
        expect([texts, remarks]).toEqual([quoted, []]);
      }
    },
  );

  it.each(['macintosh', 'windows-1252'])('%s is guessed, and the desk is told so', async (encoding) => {
    const { texts, remarks } = await importingFile('a.csv', iconv.encode(table, encoding));
    expect(texts).toEqual(quoted);
    expect(remarks).toMatchObject([
      { kind: 'warning', what: expect.stringContaining('does not tell its encoding') },
    ]);
  });

  it.each([
    ['Thai', 'สะพานที่ท่าเรือปิดเก้าวันในเดือนพฤษภาคม'],
    ['Hindi', 'पुल मई में नौ दिनों के लिए बंद रहा'],
    ['Arabic', 'أغلق الجسر تسعة أيام في مايو'],
    ['Chinese', '港口大桥五月份关闭了九天'],
    ['Emoji', '👍🏽 😀 🚢'],
  ])('sound UTF-8 in %s is taken as it is', async (_, words) => {
    const { remarks, written } = await importingFile('a.csv', `headline;body\nX;${words}\n`);
    expect([remarks, written]).toEqual([[], 1]);
  });

  it.each(['sep=;\n', '\uFEFFsep=;\r\n', '"sep=;"\n', 'SEP=;\n'])(
    'Excel’s line %j names the separator',
    async (line) => {
      const body = table.replace('Orr – 90', 'Orr, – 90');
      expect((await importingFile('a.csv', `${line}${body}`)).texts).toHaveLength(1);
      expect((await importingFile('a', `${line}${body}`)).texts).toHaveLength(1);
    },
  );

  it('tells a faulty row by its line below the one that names the separator', async () => {
    const { problems } = await importingFile('a.csv', 'sep=|\nheadline|body\nPier\n');
    expect(problems).toEqual(['a.csv:3: the row has 1 columns, the header has 2']);
  });

  it('what Excel calls Unicode text is a table', async () => {
    const bytes16 = iconv.encode(table.replaceAll(';', '\t'), 'utf-16le', { addBOM: true });
    expect((await importingFile('a.txt', bytes16)).texts).toEqual(quoted);
  });
});
