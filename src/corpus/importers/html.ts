import { parseHTML } from 'linkedom';
import { RefusedError } from './importer.ts';
import type { Markup } from './markup.ts';
import { markupText } from './markup-text.ts';

/** Deeper nesting than any article has: such a page may be nested without bounds. */
const DEEPEST = 200;
/**
 * From the root to each of its nodes; a long page has a hundred thousand. Finding the article takes ten seconds for
 * these.
 */
const MOST_STEPS = 500_000;
const TOO_DEEP = 'the HTML is nested too deep';

/** Far more than any article has. Each tag takes much more time and memory than its letters show. */
const MOST_TAGS = 100_000;

/**
 * The document of a whole page, or of a piece of one. Scripts do not run and nothing is loaded. Throws a RefusedError
 * for what has more tags than any article.
 */
export function parseHtml(html: string) {
  if (hasTooManyTags(html))
    throw new RefusedError(
      `the HTML has more than ${MOST_TAGS.toLocaleString('en')} tags, which no article has`,
    );
  const isPage = /<(?:html|body|!doctype)\b/i.test(html.slice(0, 2000));
  const { document } = parseHTML(
    isPage ? html : `<!doctype html><html><head></head><body>${html}</body></html>`,
  );
  const page = isComplete(document.documentElement) ? document : parseHTML(withAllTags(html)).document;
  mendOutline(page);
  mendAttributes(page, html);
  return page;
}

/** What belongs in a head. The parser leaves there what browsers would begin the body with. */
const METADATA = new Set(['title', 'meta', 'link', 'base', 'script', 'style', 'noscript']);

/** HTML does not tell capitals in names of attributes from small letters; the parser does, and React writes these. */
const CAPITALISED = ['dateTime', 'itemProp'];

function mendAttributes(page: ReturnType<typeof parseHTML>['document'], html: string): void {
  const written = CAPITALISED.filter((name) => html.includes(`${name}=`));
  if (written.length === 0) return;
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (written.includes(name)) element.setAttribute(name.toLowerCase(), value);
    }
  }
}

/** Puts all that is shown into the body; templates are not shown. */
function mendOutline({ documentElement: root, head, body }: ReturnType<typeof parseHTML>['document']): void {
  for (const template of [...root.getElementsByTagName('template')]) template.remove();
  const early = [...head.children].filter(({ localName }) => !METADATA.has(localName));
  body.prepend(...early);
  for (const stray of [...root.children]) if (stray !== head && stray !== body) body.append(stray);
}

function hasTooManyTags(html: string): boolean {
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > MOST_TAGS) return true;
  }
  return false;
}

function isComplete(root: unknown): boolean {
  if (!isNode(root) || root.localName !== 'html') return false;
  const names = [...(root.childNodes ?? [])].map((child) => (isNode(child) ? child.localName : undefined));
  return names.includes('head') && names.includes('body');
}

const OUTER_TAGS = /<(?:!doctype|\/?html|\/?head|\/?body)\b[^<>]*>/gi;
/** What belongs in the head, as long as nothing else comes before it. */
const HEAD =
  /^(?:\s*(?:<(title|script|style)\b[\s\S]*?<\/\1\s*>|<(?:meta|link|base)\b[^<>]*>|<!--[\s\S]*?-->))*/i;

/** HTML lets authors leave out `<html>`, `<head>` and `<body>`; the parser does not put them back. */
function withAllTags(html: string): string {
  const start = /<html\b[^<>]*>/i.exec(html)?.[0] ?? '<html>';
  const inner = html.replace(OUTER_TAGS, '');
  const head = HEAD.exec(inner)?.[0] ?? '';
  return `<!doctype html>${start}<head>${head}</head><body>${inner.slice(head.length)}</body></html>`;
}

/** The words of a piece of HTML, or of a plain text with entities. Throws a RefusedError for what no article is. */
export function htmlText(html: string): string {
  return /[<&]/.test(html) ? markupText(toMarkup(parseHtml(html).documentElement)) : markupText(html);
}

/**
 * A node of the parsed document as markup; what is neither text nor element has no words. Throws a RefusedError, where
 * the markup is walked, for what is nested too deep.
 */
export function toMarkup(node: unknown, depth = 0): Markup {
  if (!isNode(node)) return '';
  if (depth > DEEPEST) throw new RefusedError(TOO_DEEP);
  if (node.nodeType === 3) return typeof node.data === 'string' ? node.data : '';
  if (node.nodeType !== 1) return '';
  const children = { [Symbol.iterator]: () => childrenOf(node, depth) };
  return { name: String(node.localName), attributes: attributesOf(node), children };
}

/** Throws a RefusedError when a document would keep those busy who look through it again for each of its elements. */
export function checkNesting(root: unknown): void {
  let level = [root];
  let steps = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    steps += level.length * depth;
    if (depth > DEEPEST || steps > MOST_STEPS) throw new RefusedError(TOO_DEEP);
    level = level.flatMap((node) => (isNode(node) ? [...(node.childNodes ?? [])] : []));
  }
}

function* childrenOf({ childNodes }: Node, depth: number): Generator<Markup> {
  for (const child of childNodes ?? []) yield toMarkup(child, depth + 1);
}

const NO_ATTRIBUTES = {};

/** Of an element of the parsed document. */
function attributesOf(node: Node): Readonly<Record<string, string>> {
  const names = node.getAttributeNames?.() ?? [];
  if (names.length === 0) return NO_ATTRIBUTES;
  return Object.fromEntries(names.map((name) => [name, node.getAttribute?.(name) ?? '']));
}

interface Node {
  readonly nodeType: number;
  readonly localName?: unknown;
  readonly getAttributeNames?: () => readonly string[];
  readonly getAttribute?: (name: string) => string | null;
  readonly data?: unknown;
  readonly childNodes?: Iterable<unknown>;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}
