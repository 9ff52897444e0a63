import type { Markup, MarkupElement } from './markup.ts';

/** Of the letters of a list. */
const LINK_SHARE = 0.8;
/** A sentence may be a link as a whole; the title of another page has no full stop. */
const ENDS_SENTENCE = /[.!?…]["”’)]?$/;

/** Whether an element is nothing but a way to other pages: a list of links, or a paragraph that is the title of one. */
export function isLinkList(element: MarkupElement): boolean {
  const { letters, linked } = countLetters(element, false);
  if (linked === 0) return false;
  if (element.name === 'ul' || element.name === 'ol') return linked >= LINK_SHARE * letters;
  return linked === letters && !ENDS_SENTENCE.test(wordsOf(element).trim());
}

function countLetters(markup: Markup, isLinked: boolean): { letters: number; linked: number } {
  if (typeof markup === 'string') {
    const letters = markup.replace(/\s+/g, '').length;
    return { letters, linked: isLinked ? letters : 0 };
  }
  const inLink = isLinked || (markup.name === 'a' && markup.attributes?.href !== undefined);
  const total = { letters: 0, linked: 0 };
  for (const child of markup.children) {
    const { letters, linked } = countLetters(child, inLink);
    total.letters += letters;
    total.linked += linked;
  }
  return total;
}

function wordsOf(markup: Markup): string {
  return typeof markup === 'string' ? markup : [...markup.children].map(wordsOf).join('');
}
