import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { htmlText } from '../../src/corpus/importers/html.ts';
import { f1, type Overlap, overlapOf, round, summarise } from './overlap.ts';
import { readPage } from './read-page.ts';

/** Figures by their names. */
export type Figures = Readonly<Record<string, number>>;

/** Told for each page, so that the worst can be looked at. */
export type Tell = (page: string, figures: Readonly<Record<string, unknown>>) => void;

/** A public suite that somebody has fetched. */
export interface Suite {
  /** A path that only this suite has. */
  readonly mark: string;
  readonly measure: (folder: string, tell: Tell) => Promise<Figures>;
}

/** mozilla/readability: the text of each page beside the text that its own reader is expected to give. */
export async function measureReadability(folder: string, tell: Tell): Promise<Figures> {
  const overlaps: Overlap[] = [];
  const pages = join(folder, 'test/test-pages');
  for (const name of (await readdir(pages)).sort()) {
    const { text } = await readPage(join(pages, name, 'source.html'), `http://fakehost/${name}`);
    const expected = await readFile(join(pages, name, 'expected.html'), 'utf8');
    overlaps.push(tellOverlap(tell, name, overlapOf(htmlText(expected), text)));
  }
  return { pages: overlaps.length, ...summarise(overlaps) };
}

/** scrapinghub/article-extraction-benchmark. */
export async function measureArticleExtraction(folder: string, tell: Tell): Promise<Figures> {
  const truth = await readJson(join(folder, 'ground-truth.json'));
  const overlaps: Overlap[] = [];
  for (const [name, page] of Object.entries(truth)) {
    const { text } = await readPage(join(folder, 'html', `${name}.html.gz`), textIn(page, 'url'));
    overlaps.push(tellOverlap(tell, name, overlapOf(textIn(page, 'articleBody'), text)));
  }
  return { pages: overlaps.length, ...summarise(overlaps) };
}

/** adbar/trafilatura: phrases that a page's text must hold, and must not; and how many pages are dated. */
export async function measureTrafilatura(folder: string, tell: Tell): Promise<Figures> {
  const truth = await readJson(join(folder, 'tests/evaldata.json'));
  const present = new Set(
    (await Promise.all(['cache', 'eval'].map((name) => readdir(join(folder, 'tests', name))))).flatMap(
      (names, at) => names.map((name) => join(['cache', 'eval'][at] ?? '', name)),
    ),
  );
  const total = { held: 0, wrong: 0, missed: 0, dated: 0, undated: 0, unread: 0 };
  for (const [url, page] of Object.entries(truth)) {
    const file = ['cache', 'eval']
      .map((sub) => join(sub, textIn(page, 'file')))
      .find((path) => present.has(path));
    if (!file) continue;
    const { text, items } = await readPage(join(folder, 'tests', file), url);
    const plain = text.replace(/\s+/g, ' ');
    const wanted = textsIn(page, 'with');
    const unwanted = textsIn(page, 'without');
    const holds = (phrase: string) => plain.includes(phrase.replace(/\s+/g, ' ').trim());
    const missed = wanted.filter((phrase) => !holds(phrase));
    const wrong = unwanted.filter(holds);
    total.held += wanted.length - missed.length;
    total.missed += missed.length;
    total.wrong += wrong.length;
    total.unread += items.length === 0 ? 1 : 0;
    const isDated = items.some(({ firstCreated, profile }) => firstCreated && !profile);
    if (textIn(page, 'date')) total[isDated ? 'dated' : 'undated'] += 1;
    tell(file, { missed, wrong, date: textIn(page, 'date'), read: items[0]?.firstCreated, url });
  }
  const precision = total.held / (total.held + total.wrong);
  const recall = total.held / (total.held + total.missed);
  return { precision: round(precision), recall: round(recall), f1: round(f1(precision, recall)), ...total };
}

/** flairNLP/fundus: body and moment of publication of the pages its parsers are tested with. */
export async function measureFundus(folder: string, tell: Tell): Promise<Figures> {
  const data = join(folder, 'tests/resources/parser/test_data');
  const overlaps: Overlap[] = [];
  const dates = { right: 0, wrong: 0, missing: 0 };
  for (const path of (await readdir(data, { recursive: true }))
    .filter((name) => name.endsWith('.html.gz'))
    .sort()) {
    const country = join(data, path, '..');
    const pages = await readJson(join(country, 'meta.info'));
    const [publisher = ''] = basename(path).split(/_\d{4}_/, 1);
    const expected = await expectedOf(country, publisher, basename(path));
    if (!expected) continue;
    const { text, items } = await readPage(join(data, path), textIn(pages[basename(path)], 'url'));
    const overlap = overlapOf(bodyOf(expected), text);
    overlaps.push(overlap);
    const wanted = textIn(expected, 'publishing_date');
    const read = items[0]?.profile ? undefined : items[0]?.firstCreated;
    const outcome = read === undefined ? 'missing' : isSameMoment(wanted, read) ? 'right' : 'wrong';
    // The updates of a live blog bear their own times.
    if (wanted && items.length < 2) dates[outcome] += 1;
    tell(path, { ...overlap, wanted, read, outcome: wanted ? outcome : 'none' });
  }
  return { pages: overlaps.length, ...summarise(overlaps), ...dates };
}

/** Each of a publisher's pages belongs to a version of its parser, in the order of their dates. */
async function expectedOf(country: string, publisher: string, file: string): Promise<unknown> {
  const versions = Object.values(await readJson(join(country, `${publisher}.json`)));
  const files = (await readdir(country)).filter(
    (name) => name.startsWith(`${publisher}_`) && name.endsWith('.gz'),
  );
  return files.length === versions.length ? versions[files.sort().indexOf(file)] : undefined;
}

function bodyOf(expected: unknown): string {
  const body = propertyOf(expected, 'body');
  const sections = propertyOf(body, 'sections');
  const paragraphs = Array.isArray(sections)
    ? sections.flatMap((section) => textsIn(section, 'paragraphs'))
    : [];
  return [...textsIn(body, 'summary'), ...paragraphs].join('\n');
}

function isSameMoment(wanted: string, read: string): boolean {
  const day = new Date(wanted.replace(' ', 'T')).getTime();
  return day === new Date(read).getTime() || wanted.slice(0, 10) === read.slice(0, 10);
}

function tellOverlap(tell: Tell, page: string, overlap: Overlap): Overlap {
  tell(page, { ...overlap });
  return overlap;
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  const value: unknown = JSON.parse(await readFile(path, 'utf8'));
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value))[name];
}

function textIn(value: unknown, name: string): string {
  const text = propertyOf(value, name);
  return typeof text === 'string' ? text : '';
}

function textsIn(value: unknown, name: string): readonly string[] {
  const texts = propertyOf(value, name);
  return Array.isArray(texts) ? texts.filter((text): text is string => typeof text === 'string') : [];
}
