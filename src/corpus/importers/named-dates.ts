import type { parseHtml } from './html.ts';
import { readLocalDate } from './local-date.ts';

type Page = ReturnType<typeof parseHtml>;
export type PageElement = ReturnType<Page['querySelectorAll']>[number];

/** Where dates are of something else: a picture, another story, a remark, the page itself. */
const ELSEWHERE = [
  'figure,aside,nav,footer,form,a',
  '[id^="footer" i],[class~="footer" i],[class*="site-footer" i],[class*="page-footer" i]',
  ...['comment', 'related', 'teaser', 'sidebar', 'widget', 'calendar', 'kalender', 'profile'].flatMap(
    (name) => [`[class*="${name}" i]`, `[id*="${name}" i]`],
  ),
].join(',');

/**
 * Whether an element stands within what is apart from the article. What holds the heading, too, is no such place: names
 * of classes of a whole page tell what else is on it.
 */
export function isElsewhere(element: PageElement, heading: PageElement | undefined): boolean {
  let place = isOwnLine(element) ? outside(element) : element.closest(ELSEWHERE);
  while (place && heading && place.contains(heading)) place = outside(place);
  return place !== null;
}

function outside(element: PageElement): PageElement | null {
  return element.parentElement?.closest(ELSEWHERE) ?? null;
}

/** Sites build the head of an article of the same pieces as a teaser: what counts is where such a line stands. */
function isOwnLine(element: PageElement): boolean {
  return element.children.length === 0 && /teaser/i.test(element.getAttribute('class') ?? '');
}

/** Where on a page the article is, and its language. */
export interface ArticlePlace {
  readonly heading: PageElement | undefined;
  readonly language: string | undefined;
}

/** Letters of a text that tells little but a date. */
export const LONGEST_DATE = 100;

/**
 * The day that words ("Veröffentlicht am 9. Mai 2026") or names of classes (`itemPostDate`) call that of publication.
 * None where they give several: some are of other stories, and nobody can tell which.
 */
export function namedDates(page: Page, place: ArticlePlace): readonly string[] {
  return oneDay(labelledDays(page, place)) ?? oneDay(markedDays(page, place)) ?? [];
}

function oneDay(days: readonly string[]): readonly string[] | undefined {
  const distinct = [...new Set(days)];
  return distinct.length === 1 ? distinct : undefined;
}

/** What stands before a day of publication, at the beginning of a text, or of a part of it. */
const LABELS = [
  'published|posted|date posted|date published|publication date|first published|written',
  'veröffentlicht|publiziert|erstellt|eingestellt|geschrieben|gespeichert|datum|online seit',
  'publié|mis en ligne|mise en ligne|date de publication',
  'publicado|fecha de publicación|publicada|pubblicato|pubblicata|data di pubblicazione',
  'gepubliceerd|geplaatst|publicerad|publisert|udgivet|julkaistu|opublikowano|publikováno|опубликовано',
  // "Pressemitteilung vom 9. Mai 2026"
  'pressemitteilung vom|meldung vom|fachmeldung vom|nachricht vom|artikel vom|notizia del|comunicato del',
].join('|');
const LABELLED = new RegExp(String.raw`(?:^|[|•·–—/(] ?)(?:${LABELS})(?!\p{L})(?<after>.{0,60})`, 'giu');
/** What introduces the day on which the article was changed. */
const CHANGE = new RegExp(
  [
    'updat|modif|changed|edited|aktualisiert|geändert|änderung|mis à jour|mise à jour|actualizad|actualización',
    'aggiornat|atualizad|[ou][pd]{1,2}dater|bijgewerkt',
  ].join('|'),
  'iu',
);

/** What stands in a text before it says when the article was changed. */
export function beforeChange(text: string): string {
  return text.split(CHANGE, 1)[0] ?? '';
}

/** What tells of other days: until when, since when, and from when till when something is. */
const OTHER_DAYS = new RegExp(
  [
    'deadline|valid|expires|until|available|joined|member since|born|anmeldeschluss|gültig|verfügbar|registriert',
    String.raw`mitglied seit|\d[:.]\d\d(?: uhr)? ?[-–] ?\d\d?[:.]\d\d`,
  ].join('|'),
  'i',
);

/** Whether a short text tells of a day on which nothing was published. */
export function isOtherDay(text: string): boolean {
  return OTHER_DAYS.test(text);
}

function labelledDays(page: Page, place: ArticlePlace): readonly string[] {
  const summaries = [...page.querySelectorAll('meta[name="description"]')].map(
    (meta) => meta.getAttribute('content') ?? '',
  );
  const elements = page.querySelectorAll('p,span,div,li,small,time,em,i,b,strong,td,dd,header,address');
  const labelled = [...summaries, ...textsOf([...elements], place)].flatMap((text) => [
    ...text.matchAll(LABELLED),
  ]);
  return daysOf(
    labelled.map(({ groups }) => groups?.after ?? ''),
    place,
  );
}

/** No page dates itself so often; reading a day takes far longer than finding where one stands. */
const MOST_DATES = 200;

function daysOf(texts: readonly string[], { language }: ArticlePlace): readonly string[] {
  const distinct = [...new Set(texts.map(beforeChange))].slice(0, MOST_DATES);
  return distinct.flatMap((text) => readLocalDate(text, language) ?? []);
}

/** Names of classes end with these words: `entry__date`, `post-created`, `documentPublished`. */
const MARKED = new RegExp(
  [
    String.raw`(?:^|[\s_-])(?:date|datum|pubdate|published|created|posted|submitted)(?=\s|$)`,
    String.raw`[a-z](?:Date|Datum|Published|Created|Posted|Submitted)(?=\s|$)`,
  ].join('|'),
);
const MARKED_OTHER =
  /teaser|comment|related|updat|modif|change|event|start|end|expir|photo|image|picture|deadline|valid|current|today/i;

function markedDays(page: Page, place: ArticlePlace): readonly string[] {
  const marked = [...page.querySelectorAll('[class]')].filter((element) => {
    const names = element.getAttribute('class') ?? '';
    return MARKED.test(names) && !MARKED_OTHER.test(names);
  });
  return daysOf(textsOf(marked, place), place);
}

function textsOf(elements: readonly PageElement[], { heading }: ArticlePlace): readonly string[] {
  return elements.flatMap((element) => {
    const text = String(element.textContent).replace(/\s+/g, ' ').trim();
    return text.length <= LONGEST_DATE &&
      /\d/.test(text) &&
      !isOtherDay(text) &&
      !isElsewhere(element, heading)
      ? [text]
      : [];
  });
}
