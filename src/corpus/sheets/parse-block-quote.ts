/** What begins each line of a block quote. */
export const MARKER = /^[ \t]{0,3}>[ \t]?/;

/**
 * The words of a Markdown block quote: markers taken away, the lines of a paragraph joined by a space, paragraphs
 * by an empty line. Nothing else is interpreted: `*`, `_` and `\` are words like all others.
 */
export function parseBlockQuote(markdown: string): string {
  return markdown
    .split(/\r?\n/)
    .map((line) => line.replace(MARKER, '').trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
