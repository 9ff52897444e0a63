import type { ForeignFile } from './foreign-file.ts';
import type { Format } from './format-names.ts';
import { recogniseJson } from './json-kinds.ts';
import { isTextName } from './named-fields.ts';
import { isWxr } from './wxr.ts';

/** Endings that say enough. Of the others (`.xml`, `.json`, none) the content tells. */
const BY_ENDING: Readonly<Record<string, Format>> = {
  jsonl: 'ninjs',
  ndjson: 'ninjs',
  csv: 'csv',
  tsv: 'csv',
  md: 'markdown',
  markdown: 'markdown',
};

const BY_ROOT: Readonly<Record<string, Format>> = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  newsitem: 'newsml-g2',
  newsmessage: 'newsml-g2',
  packageitem: 'newsml-g2',
  conceptitem: 'newsml-g2',
  knowledgeitem: 'newsml-g2',
  planningitem: 'newsml-g2',
  catalogitem: 'newsml-g2',
  nitf: 'nitf',
  newsml: 'newsml-1',
  html: 'html',
};

/** The format of a document, by its name's ending and its first words; undefined when nobody can tell. */
export function guessFormat(name: string, text: string): Format | undefined {
  const [path = ''] = name.split(/[?#]/, 1);
  const ending = /\.(\w{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const byEnding = BY_ENDING[ending];
  if (byEnding) return byEnding;
  const start = text.trimStart();
  if (ending === 'json' || isJson(start)) return guessJson(text);
  if (start.startsWith('<')) return guessMarkup(start);
  if (isTable(start)) return 'csv';
  return ending === 'txt' || ending === 'text' || !/\.\w{1,8}$/.test(name) ? 'text' : undefined;
}

/** A declaration, a comment or a document type, and what stands before it. */
const PREAMBLE = /^[^<]*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>)/i;

function guessMarkup(text: string): Format | undefined {
  const root = rootOf(text);
  if (root === 'rss' && isWxr(text)) return 'wxr';
  return (
    BY_ROOT[root] ??
    (/^(?:head|body|article|main|div|p|section|script|meta)$/.test(root) ? 'html' : undefined)
  );
}

/** The name of the first element, in small letters; empty when there is none. */
function rootOf(text: string): string {
  let start = text.slice(0, 20_000);
  for (let part = PREAMBLE.exec(start); part; part = PREAMBLE.exec(start))
    start = start.slice(part[0].length);
  return /<(?:[\w-]+:)?([A-Za-z][\w-]*)/.exec(start)?.[1]?.toLowerCase() ?? '';
}

/** The format of JSON; undefined for JSON that is known to be something else. Unknown names may be those of ninjs. */
export function guessJson(text: string): Format | undefined {
  const kind = recogniseJson(text) ?? 'ninjs';
  return typeof kind === 'string' ? kind : undefined;
}

/** A text may begin with a note in brackets. */
function isJson(start: string): boolean {
  return /^(?:\{\s*["}]|\[\s*[[{"\]])/.test(start);
}

/** Excel names its separator in the first line, or writes tabs into a file that it calls text. */
function isTable(start: string): boolean {
  const [header = ''] = start.split(/\r?\n/, 1);
  return /^"?sep=/i.test(header) || (header.includes('\t') && header.split('\t').some(isTextName));
}

/** What a document seems to be whose format nobody knows, and what to do with it. */
export function describeUnknown(name: string, text: string): ForeignFile {
  const start = text.trimStart();
  const kind = isJson(start) ? recogniseJson(text) : undefined;
  if (typeof kind === 'object') return kind;
  const root = start.startsWith('<') ? rootOf(start) : '';
  const mend = 'Export it in a format that can be imported, or name its format with --format';
  if (/^(?:urlset|sitemapindex)$/.test(root))
    return { seems: 'a sitemap', mend: 'Import the pages it lists' };
  if (root !== '') return { seems: `XML with the root <${root}>`, mend };
  const ending = /\.\w+$/.exec(name)?.[0];
  return { seems: `a ${ending ?? 'nameless'} file`, mend };
}
