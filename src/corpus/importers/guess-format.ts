import type { Format } from './format-names.ts';

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
  html: 'html',
};

/** The format of a document, by its name's ending and its first words; undefined when nobody can tell. */
export function guessFormat(name: string, text: string): Format | undefined {
  const [path = ''] = name.split(/[?#]/, 1);
  const ending = /\.(\w{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const byEnding = BY_ENDING[ending];
  if (byEnding) return byEnding;
  const start = text.trimStart();
  if (/^[{[]/.test(start)) return guessJson(text);
  if (start.startsWith('<')) return guessMarkup(start);
  return ending === 'txt' || ending === 'text' || !/\.\w{1,8}$/.test(name) ? 'text' : undefined;
}

/** A declaration, a comment or a document type, and what stands before it. */
const PREAMBLE = /^[^<]*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>)/i;

function guessMarkup(text: string): Format | undefined {
  let start = text.slice(0, 20_000);
  for (let part = PREAMBLE.exec(start); part; part = PREAMBLE.exec(start))
    start = start.slice(part[0].length);
  const root = /<(?:[\w-]+:)?([A-Za-z][\w-]*)/.exec(start)?.[1]?.toLowerCase() ?? '';
  return (
    BY_ROOT[root] ??
    (/^(?:head|body|article|main|div|p|section|script|meta)$/.test(root) ? 'html' : undefined)
  );
}

/** JSON is told apart by the names in it, without parsing what may be large. */
function guessJson(text: string): Format {
  const start = text.slice(0, 20_000);
  if (/"version"\s*:\s*"https?:\/\/jsonfeed\.org/.test(start)) return 'feed';
  if (/"claimReview"\s*:|"ClaimReview"/.test(start)) return 'claim-review';
  return /"@type"\s*:/.test(start) ? 'json-ld' : 'ninjs';
}
