import { cleanLine, cleanText } from './clean-text.ts';

/** A piece of marked-up text, whichever parser it comes from. Names are in small letters, without prefix. */
export type Markup = string | { readonly name: string; readonly children: Iterable<Markup> };

/** HTML, NITF and Markdown blocks: each is a paragraph of its own. */
const BLOCKS = new Set(
  `p div section article main header blockquote pre hr table tr ul ol dl dt dd body html
   address details summary center bq block body.content lead`.split(/\s+/),
);

/** What is not part of an article's sentences: pictures, page furniture, notes, and headings between paragraphs. */
const LEFT_OUT = new Set(
  `script style noscript template svg math iframe object embed form button select option input textarea nav aside
   h1 h2 h3 h4 h5 h6 hl1 hl2 footer figure figcaption audio video canvas head title media fn copyrite sup del s strike
   body.head body.end`.split(/\s+/),
);

/** The words of marked-up text: paragraphs apart by empty lines, points of a list each on a line with a bullet. */
export function markupText(markup: Markup): string {
  const parts: string[] = [];
  collect(markup, parts);
  return cleanText(parts.join(''));
}

function collect(markup: Markup, parts: string[]): void {
  if (typeof markup === 'string') {
    parts.push(markup.replace(/\s+/g, ' '));
    return;
  }
  if (LEFT_OUT.has(markup.name)) return;
  if (markup.name === 'br') {
    parts.push('\n\n');
    return;
  }
  if (markup.name === 'li') {
    const item: string[] = [];
    for (const child of markup.children) collect(child, item);
    parts.push(`\n- ${cleanLine(item.join(''))}`);
    return;
  }
  const isBlock = BLOCKS.has(markup.name);
  if (isBlock) parts.push('\n\n');
  else if (markup.name === 'td' || markup.name === 'th') parts.push(' ');
  for (const child of markup.children) collect(child, parts);
  if (isBlock) parts.push('\n\n');
}
