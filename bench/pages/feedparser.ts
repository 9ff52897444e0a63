import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewsItem } from '../../src/corpus/archive/index.ts';
import { cleanText } from '../../src/corpus/importers/clean-text.ts';
import { fieldText } from '../../src/corpus/importers/field-text.ts';
import { htmlText } from '../../src/corpus/importers/html.ts';
import { readBytes, textOf } from './read-page.ts';
import type { Figures, Tell } from './suites.ts';

type Kind = 'dates' | 'text' | 'titles';

/** What the suite calls what we read of the first entry. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['titles', /^entries\[0\]\['title'\] == (.*)$/s],
  ['text', /^entries\[0\]\['(?:summary|description)'\] == (.*)$/s],
  ['text', /^entries\[0\]\['content'\]\[0\]\['value'\] == (.*)$/s],
  ['dates', /^entries\[0\]\['(?:published|created|updated)_parsed'\] == (.*)$/s],
];

/** kurtmckee/feedparser: what its sound test feeds say that the first entry's title, words and moment are. */
export async function measureFeedparser(folder: string, tell: Tell): Promise<Figures> {
  const counts = new Map<string, number>();
  const add = (name: string, count: number) => counts.set(name, (counts.get(name) ?? 0) + count);
  const tests = join(folder, 'tests/wellformed');
  const names = (await readdir(tests, { recursive: true })).filter((name) => name.endsWith('.xml'));
  for (const name of names.sort()) {
    const bytes = await readFile(join(tests, name));
    const claim = /Expect:\s*(?:not bozo and )?(.*?)\s*-->/s.exec(bytes.toString('utf8'))?.[1] ?? '';
    for (const [kind, pattern] of KINDS) {
      const literal = pattern.exec(claim)?.[1];
      const wanted = literal === undefined ? undefined : expectedOf(kind, literal);
      if (!wanted) continue;
      const feed = kind === 'text' ? bytes : withWords(bytes);
      const [item] = readBytes(feed, 'http://127.0.0.1:8097/feed.xml', 'feed').items;
      const read = item && READERS[kind](item);
      add(kind, Number(wanted === read));
      add(`${kind} of`, 1);
      if (wanted !== read) tell(name, { kind, wanted, read });
    }
  }
  return Object.fromEntries(counts);
}

/** Most of these entries have no words, and are no articles then. */
function withWords(feed: Buffer): Buffer {
  const words: Readonly<Record<string, string>> = {
    item: '<description>Some words.</description>',
    entry: '<summary>Some words.</summary>',
  };
  return Buffer.from(
    feed.toString('latin1').replace(/<\/(item|entry)>/g, (end, name: string) => `${words[name]}${end}`),
    'latin1',
  );
}

const READERS: Readonly<Record<Kind, (item: NewsItem) => string>> = {
  titles: ({ headlines }) => headlines?.[0]?.value ?? '',
  text: textOf,
  dates: ({ firstCreated, versionCreated }) => toSecond(new Date(firstCreated ?? versionCreated ?? 0)),
};

/** The words that are expected; undefined for what is no plain literal of Python. */
function expectedOf(kind: Kind, literal: string): string | undefined {
  if (kind === 'dates') {
    const [year = 0, month = 1, ...rest] = literal.replace(/[()]/g, '').split(',').map(Number);
    const [day, hour, minute, second] = rest;
    return toSecond(new Date(Date.UTC(year, month - 1, day, hour, minute, second)));
  }
  const [, quote, value = ''] = /^u?(['"])(.*)\1$/s.exec(literal) ?? [];
  if (!quote) return undefined;
  const plain = value.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, four, two, one) =>
    one ? (ESCAPES[one] ?? one) : String.fromCodePoint(Number.parseInt(four ?? two, 16)),
  );
  return cleanText(fieldText(htmlText(plain)));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function toSecond(moment: Date): string {
  return moment.toISOString().slice(0, 19);
}
