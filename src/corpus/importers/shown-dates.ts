import { addressDay } from './address-day.ts';
import type { parseHtml } from './html.ts';
import { readLocalDate } from './local-date.ts';

type Page = ReturnType<typeof parseHtml>;

/** Where a page stands, and what it is written in. */
interface PagePlace {
  readonly address: string;
  readonly language: string | undefined;
}

/**
 * The dates that a page shows its readers, those that are most surely its own first: in microdata, in `time` elements,
 * in its address, and in the words below its heading. Not all can be read, which is no fault.
 */
export function shownDates(page: Page, { address, language }: PagePlace): readonly string[] {
  const inWords = [...page.querySelectorAll('[itemprop~="datePublished"],[itemprop~="dateCreated"]')].map(
    (element) => element.getAttribute('datetime') ?? String(element.textContent),
  );
  const day = addressDay(address);
  const dates = [...inWords, ...timesOf(page, true), ...(day ? [day] : []), ...timesOf(page, false)];
  const plain = dates.map((date) => date.replace(/\s+/g, ' ').trim());
  return [...plain, ...headingDates(page, language)];
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

/** The day that a page shows below its heading; undefined for one that says when the article was changed. */
export function shownDay(page: Page, language: string | undefined): string | undefined {
  return headingDates(page, language)[0];
}

/** The first date among the short texts that follow the heading of the page, or the last before it. */
function headingDates(page: Page, language: string | undefined): readonly string[] {
  const elements = [...page.querySelectorAll('h1,p,span,div,li,small,time,em,i,b,strong,td,dd,h2,h3,h4,h5')];
  const heading = elements.findIndex(({ localName }) => localName === 'h1');
  const near = [
    ...elements.slice(heading + 1, heading + 1 + LOOK),
    ...elements.slice(Math.max(0, heading - LOOK), Math.max(0, heading)).reverse(),
  ];
  for (const element of near) {
    const text = String(element.textContent).replace(/\s+/g, ' ').trim();
    if (
      text.length > LONGEST_DATE ||
      !/(?:19|20)\d\d/.test(text) ||
      /©|copyright|updated|modified/i.test(text)
    )
      continue;
    // The caption of a picture ends with the day it was taken.
    if ((text.match(/\p{L}{2,}/gu)?.length ?? 0) > MOST_WORDS || element.closest(ASIDE)) continue;
    const date = readLocalDate(text, language);
    if (date) return [date];
  }
  return [];
}

/** "By Ida Orr, Norbeck, Saturday 9 May": a longer text is a sentence that tells of another day. */
const MOST_WORDS = 6;
const ASIDE = 'figure,aside,nav,footer';
/** Elements on each side of the heading. */
const LOOK = 60;
/** Letters of such a text. */
const LONGEST_DATE = 100;
