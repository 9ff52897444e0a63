/** `"uri": "…"`, up to the quotation mark that ends it. */
const NAMES = /"uri"\s*:\s*"((?:[^"\\]|\\.)+)"/g;

/**
 * The items that a line speaks of which cannot be read as one, by their URIs. Which of several names is the item's own
 * cannot be told from a broken text: URIs of other things are among them, which no item has.
 */
export function urisIn(line: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(line);
  const uris = [...text.matchAll(NAMES)].map(([, name = '']) => unquote(name));
  return [...new Set(uris)];
}

function unquote(name: string): string {
  try {
    return String(JSON.parse(`"${name}"`)).trim();
  } catch {
    return name.trim();
  }
}
