/** A node of linked data. Values are whatever the page put there. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** What an object is called by, in this order. */
const NAMES = ['name', '@id', '@value'];

/** Deeper than any page nests its articles. */
const DEEPEST = 8;

/** Every node of one of the types (without `https://schema.org/`), in document order. */
export function findNodes(value: unknown, types: RegExp, depth = 0): readonly LinkedNode[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => findNodes(entry, types, depth + 1));
  const node = Object.fromEntries(Object.entries(value));
  if (typesOf(node).some((type) => types.test(type))) return [node];
  return Object.values(node).flatMap((entry) => findNodes(entry, types, depth + 1));
}

/** The text of the first of some properties that has one; of an object its name, id or value. */
export function textIn(node: LinkedNode | undefined, ...properties: readonly string[]): string | undefined {
  for (const property of properties) {
    const [text] = textsIn(node, property);
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * The texts of a property that may be a text, an object with a name, or a list of such; an object's name may be one,
 * too.
 */
export function textsIn(node: LinkedNode | undefined, property: string, depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  const value = node?.[property];
  return (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) => {
    if (typeof entry === 'number') return [String(entry)];
    if (typeof entry === 'string') return entry.trim() === '' ? [] : [entry];
    const inner = nodeOf(entry);
    if (!inner) return [];
    return NAMES.map((name) => textsIn(inner, name, depth + 1)[0]).find((text) => text !== undefined) ?? [];
  });
}

/** The object a property holds, or the first of its list. */
export function nodeIn(node: LinkedNode | undefined, property: string): LinkedNode | undefined {
  const value = node?.[property];
  return nodeOf(Array.isArray(value) ? value[0] : value);
}

function nodeOf(value: unknown): LinkedNode | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

/** The types of a node, without `https://schema.org/`. */
export function typesOf(node: LinkedNode): readonly string[] {
  const value = node['@type'];
  return (Array.isArray(value) ? value : [value]).map((type) => String(type).replace(/^.*[/#:]/, ''));
}
