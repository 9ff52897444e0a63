import type { Markup, MarkupElement } from './markup.ts';

/** Of the letters of a list. */
const LINK_SHARE = 0.8;
/** A sentence may be a link as a whole; the title of another page has no full stop. */
const ENDS_SENTENCE = /[.!?…]["”’)]?$/;

/** Whether an element is nothing but a way to other pages: a list of links, or a paragraph that is the title of one. */
export function isLinkList(element: MarkupElement): boolean {
  const isList = element.name === 'ul' || element.name === 'ol';
  let letters = 0;
  let linked = 0;
  let last = '';
  for (const { text, isLinked } of piecesOf(element, false)) {
    if (!isLinked && !isList) return false;
    letters += text.length;
    if (isLinked) linked += text.length;
    last = text;
  }
  return linked > 0 && linked >= LINK_SHARE * letters && (isList || !ENDS_SENTENCE.test(last));
}

/** The texts of an element that are not blank, and whether each is part of a link. */
function* piecesOf(markup: Markup, isLinked: boolean): Generator<{ text: string; isLinked: boolean }> {
  if (typeof markup === 'string') {
    const text = markup.trim();
    if (text !== '') yield { text, isLinked };
    return;
  }
  const inLink = isLinked || (markup.name === 'a' && markup.attributes?.href !== undefined);
  for (const child of markup.children) yield* piecesOf(child, inLink);
}
