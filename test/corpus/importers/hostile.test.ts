import { describe, expect, it } from 'vitest';
import { type Format, IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { importText } from './a-document.ts';

/** As long as a Markdown file may be; others may be longer, and would show more. */
const LENGTH = 200_000;
/**
 * Of processor time. What grows with the length takes some tenths of a second, what grows with its square a minute or
 * more.
 */
const MOST_MS = 8_000;

const long = (part: string) => part.repeat(LENGTH / part.length);
const numbered = (part: (number: number) => string, length: number) =>
  Array.from({ length }, (_, index) => part(index)).join('');
const page = (body: string, head = '') => `<html><head>${head}</head><body>${body}</body></html>`;
const feed = (text: string) =>
  `<rss version="2.0"><channel><item><link>https://a.example/1</link><description>${text}</description></item></channel></rss>`;
const head = (yaml: string) => `---\n${yaml}\n---\nThe dam held.\n`;

/** Processor time does not grow when the machine does other things. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('hostile articles', () => {
  it.each<[string, Format, string]>([
    [
      'a title of blanks',
      'html',
      page('<p>The dam held.</p>', `<title>a${long(' ')}b</title><meta property="og:site_name" content="b">`),
    ],
    ['tags that stay open', 'html', long('<html ')],
    [
      'data of a page that ends in blanks',
      'html',
      page('<p>x</p>', `<script type="application/ld+json">${long('--> ')}x</script>`),
    ],
    ['nested quotes', 'markdown', long('>')],
    ['emphasis that stays open', 'markdown', long('*a_ ')],
    ['comments that stay open', 'markdown', `x ${long('<!--')}`],
    ['instructions that stay open', 'markdown', `x ${long('<?')}`],
    ['declarations that stay open', 'markdown', `x ${long('<!A ')}`],
    ['footnotes that stay open', 'markdown', long('[^a')],
    ['links that stay open', 'markdown', long('[a](')],
    ['code that stays open', 'markdown', numbered((number) => `${'`'.repeat(number)} `, 600)],
    ['names of links', 'markdown', numbered((number) => `[a${number}]: /b\n`, 8_000) + long('[a1]')],
    ['lines that might be underlined', 'markdown', long('a\n')],
    ['lists in a head', 'markdown', head(long('['))],
    ['keys in a head', 'markdown', head(numbered((number) => `a${number}: b\n`, 1_500))],
    [
      'names that stand for each other',
      'markdown',
      head(`a: &a [x]\n${numbered((number) => `b${number}: *a\n`, 1_500)}`),
    ],
    ['blanks in a line with a date', 'text', `date${long(' ')}x`],
    ['lists in JSON that stay open', 'guardian', long('[')],
    ['texts in JSON that stay open', 'nyt', `{"a": "${long('\\\\')}`],
    ['quotations in quotations', 'arc-ans', `${'{"type":"quote","content_elements":['.repeat(5_000)}`],
    ['items in items', 'newsml-1', `<NewsML>${'<NewsItem><NewsComponent>'.repeat(90)}`],
    [
      'properties of a document',
      'docx',
      `<w:document xmlns:w="u"><w:body>${long('<w:p/>')}</w:body></w:document>`,
    ],
    ['authors of an export', 'wxr', `<rss>${long('<a/>')}</rss>`],
    ['blanks in Base64', 'feed', feed(`${long('A')} \n`)],
    ['accents on one letter', 'text', `a${long('\u0301\u0316')}`],
    ['tags of a feed that stay open', 'feed', feed(long('&lt;b'))],
    ['orders to wait that never end', 'text', `x\n\n${long('EMBARGOED UNTIL - ')}`],
    ['letters that stand alone', 'text', `x\n\n${long('E M B ')}`],
    ['a date that never ends', 'csv', `date,embargo,text\n${long('1 Dec 2036, ')},${long('until ')},x`],
    ['states that stay open', 'feed', feed('x').replace('<description>', `${long('<status>')}<description>`)],
    ['a head without rules', 'markdown', numbered((number) => `A${number}: b\n`, 20_000)],
    ['a head of JSON that stays open', 'markdown', `{\n${long('\n} ')}`],
    ['a head that stays open', 'markdown', `---\n${long('\n--')}`],
    ['comments of the writer', 'markdown', long('%% ')],
    ['entities that nobody knows', 'nitf', `<nitf>${numbered((number) => `&a${number};`, 30_000)}</nitf>`],
    [
      'names of names',
      'json-ld',
      `{"@type":"Article","headline":${'{"name":'.repeat(5_000)}1${'}'.repeat(5_001)}`,
    ],
  ])('are read or refused in time that grows with their length: %s', (_, format, text) => {
    expect(processorTime(() => void importText(IMPORTERS[format], text))).toBeLessThan(MOST_MS);
  });

  it.each<[string, Format, string]>([
    ['a page', 'html', page('<b>'.repeat(100_000))],
    ['an entry of a feed', 'feed', feed('&lt;b>'.repeat(100_001))],
    ['an item', 'ninjs', JSON.stringify({ uri: 'u:1', body_html: `<p>${'<b>'.repeat(100_001)}` })],
  ])('are refused when %s has more tags than memory has room for', (_, format, text) => {
    expect(importText(IMPORTERS[format], text)).toMatchObject([
      { kind: 'problem', what: 'the HTML has more than 100,000 tags, which no article has' },
    ]);
  });

  it('do not keep the other entries of their feed from being read', () => {
    const entry = (number: number, text: string) =>
      `<item><link>https://a.example/${number}</link><description>${text}</description></item>`;
    const entries = [
      entry(1, 'The dam held.'),
      entry(2, '&lt;b>'.repeat(300)),
      entry(3, 'The road did not.'),
    ];
    const imported = importText(
      IMPORTERS.feed,
      `<rss version="2.0"><channel>\n${entries.join('\n')}</channel></rss>`,
    );
    expect(imported).toMatchObject([
      { kind: 'item' },
      { kind: 'problem', line: 3, what: 'the HTML is nested too deep' },
      { kind: 'item' },
    ]);
  });

  it('are told of when Markdown is nested so deep that its words would be left out', () => {
    expect(importText(IMPORTERS.markdown, `${'> '.repeat(150)}The dam held.`)).toMatchObject([
      { kind: 'problem', what: 'the text is nested too deep' },
    ]);
    expect(importText(IMPORTERS.markdown, `${'> '.repeat(50)}The dam held.`)).toMatchObject([
      { kind: 'item' },
    ]);
  });

  it('are named by halves of signs, too', () => {
    const review = {
      '@type': 'ClaimReview',
      claimReviewed: `${'x'.repeat(79)}😀`,
      reviewRating: { name: 'False' },
    };
    expect(importText(IMPORTERS['claim-review'], JSON.stringify(review))).toMatchObject([{ kind: 'item' }]);
    const item = { uri: 'a\ud800', body_text: 'The dam held.' };
    expect(importText(IMPORTERS.ninjs, JSON.stringify(item))).toMatchObject([{ kind: 'item' }]);
  });
});
