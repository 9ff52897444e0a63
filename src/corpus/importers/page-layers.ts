import { isCaption, isBeside as isNamedBeside, isUnseenStyle } from './hidden-markup.ts';
import type { parseHtml } from './html.ts';

import { HOLE } from './leftover-marks.ts';
import { SHOWS_OTHER_WORDS } from './markup-text.ts';

type Page = ReturnType<typeof parseHtml>;
type PageElement = NonNullable<ReturnType<Page['querySelector']>>;

/** What the layers of makers of consent managers are called, in ids and classes. */
const MAKERS = `
  onetrust ot-sdk optanon didomi sp-message cybotcookiebotdialog cookiebot usercentrics qc-cmp qc-cmp2 fc-consent cmpbox
  cmpwrapper truste evidon osano cky cmplz klaro tarteaucitron iubenda borlabs cookieyes cookiefirst termly quantcast
  sirdata axeptio cc-window cc-banner`;
const MAKER = new RegExp(`-(?:${MAKERS.trim().split(/\s+/).join('|')})-`);
/** What others call theirs: "cookie-banner", "gdpr_notice", "consentModal". */
const SUBJECT = '(?:cookies?|gdpr|ccpa|consent|privacy)';
const LAYER =
  '(?:banner|bar|notice|layer|overlay|popup|modal|dialog|wall|message|law|info|consent|manager|preferences|settings)';
const NAMED_SO = new RegExp(`-${SUBJECT}-?${LAYER}-`);

/** Elements that are no such layer; a page bears such classes while one is shown. */
const LARGE = new Set(['html', 'body', 'main', 'article', 'head']);

/** What such a layer speaks of. */
const CONSENT = new RegExp(
  String.raw`\b(?:cookies?|GDPR|CCPA|legitimate interests?|personal (?:data|information)|opt[ -]out|our partners)\b|` +
    String.raw`\byour (?:privacy|consent|device|choices)\b|\bthird[- ]part(?:y|ies)\b|\btracking technologies\b`,
  'i',
);
/** Two sentences of a story may speak of cookies, too. */
const FEWEST_PARAGRAPHS = 2;
/** Of the paragraphs of a layer that speak of it. */
const CONSENT_SHARE = 0.6;

/** Takes consent layers, dialogs, captions and struck words out of a page, before anything looks for its article. */
export function removeLayers(page: Page): void {
  // One walk: a selector for each would look through the page again.
  for (const element of [...page.querySelectorAll('*')]) {
    if (!LARGE.has(element.localName) && isBeside(element)) element.remove();
    else if (isReadAlong(element)) element.removeAttribute('aria-hidden');
    // Readability takes these away without a trace.
    else if (SHOWS_OTHER_WORDS.has(element.localName)) element.replaceWith(HOLE);
  }
  if (!CONSENT.test(String(page.title))) removeByWords(page);
}

function isBeside(element: PageElement): boolean {
  const role = element.getAttribute('role') ?? '';
  if (/^(?:alert)?dialog$/.test(role) || element.localName === 'dialog') return true;
  if (element.getAttribute('aria-modal') === 'true') return true;
  // Readability takes the styles away and leaves the words.
  if (isUnseenStyle(element.getAttribute('style') ?? '')) return true;
  const classes = element.getAttribute('class') ?? '';
  // Readability joins elements: the words of a caption lose the class that told what they are.
  if (/caption|credit/i.test(classes) && classes.split(/\s+/).some(isCaption)) return true;
  const id = element.getAttribute('id') ?? '';
  if (element.localName !== 'blockquote' && isNamedBeside({ id, class: classes })) return true;
  const names = `${id} ${classes}`;
  return names !== ' ' && isLayer(names);
}

/** Readability drops what is not read aloud; within a sentence everybody sees it. */
function isReadAlong(element: PageElement): boolean {
  return (
    element.getAttribute('aria-hidden') === 'true' &&
    /^(?:p|li|span|em|strong|b)$/.test(element.parentElement?.localName ?? '') &&
    /^(?:span|em|strong|b|mark|u)$/.test(element.localName)
  );
}

function isLayer(names: string): boolean {
  const plain = `-${names.toLowerCase().replace(/[\s_-]+/g, '-')}-`;
  return NAMED_SO.test(plain) || MAKER.test(plain);
}

/** A layer of a maker nobody knows is known by what most of its paragraphs say. */
function removeByWords(page: Page): void {
  for (const paragraph of page.querySelectorAll('p')) {
    if (!paragraph.isConnected || !CONSENT.test(String(paragraph.textContent))) continue;
    let layer: typeof paragraph | undefined;
    for (
      let parent = paragraph.parentElement;
      parent && !LARGE.has(parent.localName);
      parent = parent.parentElement
    ) {
      const texts = [...parent.querySelectorAll('p')].map(({ textContent }) => String(textContent));
      const spoken = texts.filter((text) => CONSENT.test(text)).length;
      if (spoken >= FEWEST_PARAGRAPHS && spoken >= CONSENT_SHARE * texts.length) layer = parent;
      else if (texts.length > 3 * FEWEST_PARAGRAPHS) break;
    }
    layer?.remove();
  }
}
