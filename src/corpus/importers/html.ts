import { parseHTML } from 'linkedom';
import { type Markup, markupText } from './markup-text.ts';

/** Deeper nesting than any article has: a page that goes on for ever downwards. */
const DEEPEST = 200;

/** The document of a whole page, or of a piece of one. Scripts do not run and nothing is loaded. */
export function parseHtml(html: string) {
  const isPage = /<(?:html|body|!doctype)\b/i.test(html.slice(0, 2000));
  const { document } = parseHTML(
    isPage ? html : `<!doctype html><html><head></head><body>${html}</body></html>`,
  );
  return isComplete(document.documentElement) ? document : parseHTML(withAllTags(html)).document;
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

/** The words of a piece of HTML, or of a plain text with entities. */
export function htmlText(html: string): string {
  return /[<&]/.test(html) ? markupText(toMarkup(parseHtml(html).documentElement)) : markupText(html);
}

/** A node of the parsed document as markup; what is neither text nor element has no words. */
export function toMarkup(node: unknown, depth = 0): Markup {
  if (!isNode(node) || depth > DEEPEST) return '';
  if (node.nodeType === 3) return typeof node.data === 'string' ? node.data : '';
  if (node.nodeType !== 1) return '';
  return { name: String(node.localName), children: childrenOf(node, depth) };
}

/** Whether some words stand too deep to be read. Told before others walk down: their time grows with its square. */
export function isTooDeep(root: unknown): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) => (isNode(node) ? [...(node.childNodes ?? [])] : []));
  }
  return false;
}

function* childrenOf({ childNodes }: Node, depth: number): Generator<Markup> {
  for (const child of childNodes ?? []) yield toMarkup(child, depth + 1);
}

interface Node {
  readonly nodeType: number;
  readonly localName?: unknown;
  readonly data?: unknown;
  readonly childNodes?: Iterable<unknown>;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}
