import { parse } from 'yaml';
import { isNestedTooDeep } from '../yaml-depth.ts';
import { buildItem } from './build-item.ts';
import { type ImportDocument, type Imported, orProblem, problemAt } from './importer.ts';
import { readMarkdown } from './markdown-text.ts';
import { markupText } from './markup-text.ts';
import { readNamedFields } from './named-fields.ts';

const HEAD = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** 40,000 words. */
const LONGEST_TEXT = 256 * 1024;
/** All that is known of an article. YAML takes the square of the time for some texts: here, a tenth of a second. */
const LONGEST_HEAD = 16 * 1024;

/** One article a file: a YAML head with what is known of it, a `# Title`, then the text. */
export function* importMarkdown(document: ImportDocument): Generator<Imported> {
  if (document.text.length > LONGEST_TEXT) {
    yield problemAt(1, 'the file is larger than 256 kB, which no article is', 'Split it: one article a file');
    return;
  }
  const head = HEAD.exec(document.text);
  const yaml = head?.[1] ?? '';
  if (yaml.length > LONGEST_HEAD) {
    yield problemAt(1, 'the head of the file is larger than 16 kB', 'Put the text below the second ---');
    return;
  }
  const fields = readHead(yaml);
  if (!fields) {
    yield problemAt(
      1,
      'the head of the file is not YAML with "name: value" lines',
      'Mend what stands between the two ---',
    );
    return;
  }
  yield orProblem(1, () => {
    const { title, body } = readMarkdown(withoutFootnotes(document.text.slice(head?.[0].length ?? 0)));
    const draft = readNamedFields(fields, document.columns);
    return buildItem({ ...draft, line: 1, title: draft.title ?? title, text: markupText(body) }, document);
  });
}

function readHead(yaml: string): ReadonlyMap<string, string> | undefined {
  if (isNestedTooDeep(yaml)) return undefined;
  try {
    const head: unknown = parse(yaml, { logLevel: 'error' }) ?? {};
    if (typeof head !== 'object' || head === null || Array.isArray(head)) return undefined;
    return new Map(Object.entries(head).map(([name, value]) => [name, textOf(value)]));
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return value === null || typeof value === 'object' ? '' : String(value);
}

/** `[^1]` in the text, and the notes at its end. */
function withoutFootnotes(text: string): string {
  return text.replace(/^\[\^[^[\]\s]+\]:.*$/gm, '').replace(/\[\^[^[\]\s]+\]/g, '');
}
