import type { LinkedNode } from './json-ld.ts';

/** Deeper than any page nests its articles. */
const DEEPEST = 8;

/** What is around JSON that a script shall not run, or a page shall not show. */
const BEGINS = /^\s*(?:<!--|\/\*\s?<!\[CDATA\[\s?\*\/|<!\[CDATA\[|\/\/\s?<!\[CDATA\[)/;
const ENDS = /(?:-->|\/\*\s?\]\]>\s?\*\/|\/\/\s?\]\]>|\]\]>)\s?$/;

/** The value of a page's script of JSON-LD; undefined when it is not JSON. */
export function parseLinkedData(script: string): unknown {
  const text = script.trim().replace(BEGINS, '').replace(ENDS, '').trim().replace(/;$/, '');
  return parseJson(text) ?? parseJson(withoutLineEnds(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Line ends and tabs within texts are the fault that templates make most: they count as spaces. */
function withoutLineEnds(text: string): string {
  return text.replace(/[\p{Cc}]+/gu, ' ');
}

/** Every node that bears an `@id` and says more than it, by its id. */
export function indexById(value: unknown): ReadonlyMap<string, LinkedNode> {
  const nodes = new Map<string, LinkedNode>();
  const walk = (inner: unknown, depth: number) => {
    if (typeof inner !== 'object' || inner === null || depth > DEEPEST) return;
    if (!Array.isArray(inner)) {
      const node = Object.fromEntries(Object.entries(inner));
      const id = node['@id'];
      const known = typeof id === 'string' ? nodes.get(id) : undefined;
      const isMore = Object.keys(node).length > Object.keys(known ?? { '@id': id }).length;
      if (typeof id === 'string' && isMore) nodes.set(id, node);
    }
    for (const entry of Object.values(inner)) walk(entry, depth + 1);
  };
  walk(value, 0);
  return nodes;
}

/** The node with the nodes in place that its properties name by their `@id` alone. */
export function withReferences(node: LinkedNode, byId: ReadonlyMap<string, LinkedNode>): LinkedNode {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    const id = typeof value === 'string' ? value : idOf(value);
    return (id === undefined ? undefined : byId.get(id)) ?? value;
  };
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, name.startsWith('@') ? value : resolve(value)]),
  );
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('@id' in value)) return undefined;
  return typeof value['@id'] === 'string' ? value['@id'] : undefined;
}
