import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** An invented article: sentences that only a machine would write, in paragraphs of three. */
interface Article {
  readonly uri: string;
  readonly title: string;
  readonly date: string;
  readonly paragraphs: readonly string[];
}

const SYLLABLES = `
  ba be bi bo da de di do fa fe ga ge ha hi ka ke la le li lo ma me mi mo na ne no pa po ra re ri ro sa se ta te ti to
  va ve vo`
  .trim()
  .split(/\s+/);
const FORMS = [
  (a: string, b: string, n: number) =>
    `The ${a} of ${capital(b)} rose to ${n} in the third quarter, its office said.`,
  (a: string, b: string, n: number) =>
    `“We counted ${n} of them. Nobody had asked,” Lt. Gen. ${capital(a)} ${capital(b)} said on Nov. 5.`,
  (a: string, b: string, n: number) =>
    `About 3.5 million crowns went to the ${a} near ${capital(b)}, after ${n} years of talks about the U.S. share.`,
  (a: string, b: string, n: number) =>
    `${capital(a)} and ${capital(b)} agreed on ${n} points, among them the ${b} and the price of the ${a}.`,
];

/** Numbers from 0 to `below` that are the same in every run. */
function createDice(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Article number `index` of an endless archive. */
export function writeArticle(index: number, sentences: number): Article {
  const dice = createDice(index * 7919 + 1);
  const word = () =>
    Array.from({ length: 2 + dice(3) }, () => SYLLABLES[dice(SYLLABLES.length)] ?? 'la').join('');
  const text = Array.from(
    { length: sentences },
    () => FORMS[dice(FORMS.length)]?.(word(), word(), dice(9000)) ?? '',
  );
  const paragraphs: string[] = [];
  for (let start = 0; start < text.length; start += 3)
    paragraphs.push(text.slice(start, start + 3).join(' '));
  const date = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString();
  return {
    uri: `https://bench.example/${index}`,
    title: `${capital(word())} ${word()} ${index}`,
    date,
    paragraphs,
  };
}

const FORMATS = ['ninjs', 'rss', 'nitf', 'newsml-g2', 'html'] as const;

/** A format that the benchmark writes. */
export type BenchFormat = (typeof FORMATS)[number];

/** Writes `count` articles in one format, as newsrooms get them: many in a file where the format allows it. */
export async function writeNewsFiles(
  folder: string,
  format: BenchFormat,
  count: number,
  sentences: number,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (format === 'ninjs') return writeLines(join(folder, 'wire.jsonl'), count, sentences);
  const perFile = format === 'rss' || format === 'newsml-g2' ? 100 : 1;
  for (let start = 0; start < count; start += perFile) {
    const articles = Array.from({ length: Math.min(perFile, count - start) }, (_, at) =>
      writeArticle(start + at, sentences),
    );
    const name = `${start}.${format === 'html' ? 'html' : 'xml'}`;
    await writeFile(join(folder, name), RENDER[format](articles));
  }
}

async function writeLines(file: string, count: number, sentences: number): Promise<void> {
  const stream = createWriteStream(file);
  for (let index = 0; index < count; index += 1) {
    const { uri, title, date, paragraphs } = writeArticle(index, sentences);
    const bodies = [{ role: 'main', contentType: 'text/plain', value: paragraphs.join('\n\n') }];
    const item = { uri, type: 'text', versionCreated: date, headlines: [{ value: title }], bodies };
    if (!stream.write(`${JSON.stringify(item)}\n`)) await once(stream, 'drain');
  }
  await finished(stream.end());
}

const html = (paragraphs: readonly string[]) => paragraphs.map((text) => `<p>${text}</p>`).join('\n');

const RENDER: Readonly<Record<Exclude<BenchFormat, 'ninjs'>, (articles: readonly Article[]) => string>> = {
  rss: (articles) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Bench</title>${articles
      .map(
        ({ uri, title, date, paragraphs }) =>
          `<item><title>${title}</title><link>${uri}</link><pubDate>${new Date(date).toUTCString()}</pubDate>
<content:encoded><![CDATA[${html(paragraphs)}]]></content:encoded></item>`,
      )
      .join('\n')}</channel></rss>`,
  nitf: ([article]) =>
    article === undefined
      ? ''
      : `<?xml version="1.0"?><nitf>
<head><docdata><doc-id id-string="${article.uri}"/><date.issue norm="${article.date}"/></docdata></head>
<body><body.head><hedline><hl1>${article.title}</hl1></hedline></body.head>
<body.content>${html(article.paragraphs)}</body.content></body></nitf>`,
  'newsml-g2': (articles) =>
    `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${articles
      .map(
        ({ uri, title, date, paragraphs }) =>
          `<newsItem guid="${uri}" version="1">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>${date}</versionCreated></itemMeta>
<contentMeta><headline>${title}</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body>${html(paragraphs)}</body></html>
</inlineXML></contentSet></newsItem>`,
      )
      .join('\n')}</itemSet></newsMessage>`,
  html: ([article]) =>
    article === undefined
      ? ''
      : `<!doctype html><html lang="en"><head><title>${article.title}</title>
<script type="application/ld+json">${JSON.stringify(linkedData(article))}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>${article.title}</h1>${html(article.paragraphs)}</article>
<footer>© Bench</footer></body></html>`,
};

const linkedData = ({ title, date, uri }: Article) => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: title,
  datePublished: date,
  url: uri,
});

export { FORMATS as BENCH_FORMATS };
