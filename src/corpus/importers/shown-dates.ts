import { addressDay } from './address-day.ts';
import { readLanguage } from './detect-language.ts';
import type { parseHtml } from './html.ts';
import { readLocalDate } from './local-date.ts';
import {
  type ArticlePlace,
  beforeChange,
  isElsewhere,
  isOtherDay,
  LONGEST_DATE,
  namedDates,
} from './named-dates.ts';
import { articleHeading } from './page-heading.ts';

type Page = ReturnType<typeof parseHtml>;

/** Where a page stands, what it is called, and what it says it is written in. */
interface PagePlace {
  readonly address: string;
  readonly title: string;
  readonly language: string | undefined;
}

/**
 * The dates that a page shows its readers, those that are most surely its own first: in microdata, in `time` elements,
 * in its address, in the words about its heading, and where a word says so. Not all can be read, which is no fault.
 */
export function shownDates(page: Page, { address, title, language }: PagePlace): readonly string[] {
  const inWords = [...page.querySelectorAll('[itemprop~="datePublished"],[itemprop~="dateCreated"]')].map(
    (element) => element.getAttribute('datetime') ?? String(element.textContent),
  );
  const place = placeOf(page, { title, language });
  const day = addressDay(address);
  const dates = [...inWords, ...timesOf(page, true), ...(day ? [day] : []), ...timesOf(page, false)];
  const plain = dates.map((date) => date.replace(/\s+/g, ' ').trim());
  return [...plain, ...headingDates(page, place).slice(0, 1), ...namedDates(page, place)];
}

function placeOf(page: Page, { title, language }: Omit<PagePlace, 'address'>): ArticlePlace {
  return { heading: articleHeading(page, title), language: readLanguage(language, textOf(page)) };
}

function textOf(page: Page): string {
  const paragraphs = [...page.querySelectorAll('p')].map(({ textContent }) => String(textContent).trim());
  return paragraphs.filter((text) => text.length > LONGEST_DATE).join(' ');
}

/** `time` elements: those that say they are of the publication, or the others in their order. */
function timesOf(page: Page, isSure: boolean): readonly string[] {
  const dates: string[] = [];
  for (const time of page.querySelectorAll('time[datetime],abbr.published[title],abbr.date[title]')) {
    const marks = `${time.getAttribute('class') ?? ''} ${time.hasAttribute('pubdate') ? 'published' : ''}`;
    if (OTHER_TIMES.test(marks) || PUBLISHED.test(marks) !== isSure) continue;
    dates.push(time.getAttribute('datetime') ?? time.getAttribute('title') ?? '');
  }
  return dates;
}

const PUBLISHED = /publish|entry-date|post-date|pubdate/i;
const OTHER_TIMES = /updat|modif|comment|related/i;

/**
 * The days that a page shows around its heading, the nearest first, without those on which it was changed: some may be
 * of other stories.
 */
export function shownDays(page: Page, place: PagePlace): readonly string[] {
  return headingDates(page, placeOf(page, place));
}

/** The dates among the short texts that follow the heading of the page, then those before it from the last. */
function headingDates(page: Page, { heading: own, language }: ArticlePlace): readonly string[] {
  const elements = [...page.querySelectorAll('h1,p,span,div,li,small,time,em,i,b,strong,td,dd,h2,h3,h4,h5')];
  if (!own) return [];
  const heading = elements.indexOf(own);
  const near = [
    ...elements.slice(heading + 1, heading + 1 + LOOK),
    ...elements.slice(Math.max(0, heading - LOOK), Math.max(0, heading)).reverse(),
  ];
  const dates: string[] = [];
  for (const element of near) {
    const text = beforeChange(dateline(String(element.textContent).replace(/\s+/g, ' ').trim()));
    if (!/(?:19|20)\d\d|\d\.\d\d\.\d\d/.test(text) || /©|copyright/i.test(text) || isOtherDay(text)) continue;
    // The caption of a picture ends with the day it was taken.
    if ((text.match(/\p{L}{2,}/gu)?.length ?? 0) > MOST_WORDS || isElsewhere(element, own)) continue;
    const date = readLocalDate(text, language);
    if (date) dates.push(date);
  }
  return dates;
}

/** A short text; of a longer one "Norbeck, 9 May 2026" in front of its first dash, if no more stands there. */
function dateline(text: string): string {
  if (text.length <= LONGEST_DATE) return text;
  const start = /^\(?([^|–—)]{6,50}?)(?:\)| [-|–—] )/.exec(text)?.[1] ?? '';
  return START_OF_SENTENCE.test(start) || (start.match(/\p{L}{2,}/gu)?.length ?? 0) > 3 ? '' : start;
}

/** "On 9 May 2026 - a Saturday - she left" tells of a day. */
const START_OF_SENTENCE = /^(?:on|in|since|by|am|im|seit|el|le|il|em|op|på)\b/i;

/** "By Ida Orr, Norbeck, Saturday 9 May": a longer text is a sentence that tells of another day. */
const MOST_WORDS = 6;
/** Elements on each side of the heading. */
const LOOK = 60;
