import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse } from 'yaml';
import { buildItem } from './build-item.ts';
import { htmlText } from './html.ts';
import { type ImportDocument, type Imported, problemAt } from './importer.ts';
import { type Markup, markupText } from './markup-text.ts';
import { readNamedFields } from './named-fields.ts';

const HEAD = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** 40,000 words. The parser takes the square of the time for some texts: here, seconds. */
const LONGEST_TEXT = 256 * 1024;

/** One article a file: a YAML head with what is known of it, a `# Title`, then the text. */
export function* importMarkdown(document: ImportDocument): Generator<Imported> {
  if (document.text.length > LONGEST_TEXT) {
    yield problemAt(1, 'the file is larger than 256 kB, which no article is', 'Split it: one article a file');
    return;
  }
  const head = HEAD.exec(document.text);
  const fields = readHead(head?.[1] ?? '');
  if (!fields) {
    yield problemAt(
      1,
      'the head of the file is not YAML with "name: value" lines',
      'Mend what stands between the two ---',
    );
    return;
  }
  const tree = fromMarkdown(withoutFootnotes(document.text.slice(head?.[0].length ?? 0)));
  const title = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const draft = readNamedFields(fields, document.columns);
  yield buildItem(
    {
      ...draft,
      line: 1,
      title: draft.title ?? (title && 'children' in title ? title.children.map(wordsOf).join('') : undefined),
      text: markupText(toMarkup(tree)),
    },
    document,
  );
}

function readHead(yaml: string): ReadonlyMap<string, string> | undefined {
  try {
    const head: unknown = parse(yaml) ?? {};
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
  return text.replace(/^\[\^[^\]\s]+\]:.*$/gm, '').replace(/\[\^[^\]\s]+\]/g, '');
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function toMarkup(node: Node): Markup {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value ?? '';
    case 'html':
      return htmlText(node.value ?? '');
    case 'break':
      return ' ';
    case 'code':
    case 'definition':
      return '';
    default:
      return { name: node.type.toLowerCase(), children: (node.children ?? []).map(toMarkup) };
  }
}

function wordsOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join('');
}
