import { Readability } from '@mozilla/readability';
import { type parseHtml, toMarkup } from './html.ts';
import { markupText } from './markup-text.ts';

/** The words of a page's article, without what is around it. Takes the page apart: everything else is read before. */
export function readableText(page: ReturnType<typeof parseHtml>): {
  readonly text: string;
  readonly by: string | undefined;
} {
  const readable = parseReadable(page);
  return { text: markupText(toMarkup(readable?.content)), by: readable?.byline ?? undefined };
}

function parseReadable(page: ReturnType<typeof parseHtml>) {
  try {
    return new Readability<unknown>(page, { serializer: (node: unknown) => node, keepClasses: true }).parse();
  } catch (error) {
    // It trusts that every element is below the body, and reads no page whose tags put some elsewhere.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** `articleBody` often comes without paragraphs; the page's own text has them, when it is the whole article. */
export function betterText(body: string, readable: string): string {
  const isWhole = readable.length >= 0.8 * body.length;
  return body === '' || (isWhole && !body.includes('\n') && readable.includes('\n')) ? readable : body;
}
