/** `"uri": "…"`, up to the quotation mark that ends it. */
const NAMES = /"uri"\s*:\s*"((?:[^"\\]|\\.)+)"/g;

/**
 * The item URIs in a line that is not valid JSON or ninjs. Which of several is the item's own cannot be told from
 * broken text: URIs of other things are among them, which match no item.
 */
export function urisInBrokenLine(line: Uint8Array): readonly string[] {
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
