import { parseHTML } from 'linkedom';
import { type Markup, markupText } from './markup-text.ts';

/** Deeper nesting than any article has: a page that goes on for ever downwards. */
const DEEPEST = 200;

/** The document of a whole page, or of a piece of one. Scripts do not run and nothing is loaded. */
export function parseHtml(html: string) {
  const isPage = /<(?:html|body|!doctype)\b/i.test(html.slice(0, 2000));
  return parseHTML(isPage ? html : `<!doctype html><html><body>${html}</body></html>`).document;
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
