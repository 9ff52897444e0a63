import type { parseHtml } from './html.ts';

type Page = ReturnType<typeof parseHtml>;

/**
 * The heading of a page's article: the one that says most of the title, else the first of the highest rank. Sites put
 * their own name above it in the same rank. Undefined for a page without either.
 */
export function articleHeading(page: Page, title: string) {
  const headings = [...page.querySelectorAll('h1,h2,h3,h4')].map((element) => ({
    element,
    words: plainWords(String(element.textContent)),
  }));
  const whole = plainWords(title);
  const titled = headings
    .filter(({ words }) => isTitle(words, whole))
    // Of those that say the same, the one of the highest rank: lists of what is most read name the article, too.
    .sort((one, other) => other.words.length - one.words.length || rankOf(one) - rankOf(other));
  return (titled[0] ?? headings.find(({ element }) => element.localName === 'h1'))?.element;
}

function rankOf({ element }: { readonly element: { readonly localName: string } }): number {
  return Number(element.localName.slice(1));
}

/** The title may have the name of the site beside it, and the heading a date. */
function isTitle(heading: string, title: string): boolean {
  return (heading.includes(' ') && title.includes(heading)) || (title !== '' && heading.endsWith(title));
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
