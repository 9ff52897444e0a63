import { describe, expect, it } from 'vitest';
import { IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { importText, itemsOf } from './a-document.ts';

const WORDS: Readonly<Record<string, string>> = {
  en: 'The lock at Tarnsby was shut for nine days in spring, and the harbour office told the barges to wait below.',
  de: 'Die Schleuse in Tarnau war im Frühling neun Tage lang geschlossen, und das Hafenamt bat die Schiffer, zu warten.',
  ru: 'Шлюз в порту был закрыт девять дней весной, и портовое управление попросило суда подождать ниже по течению.',
};
const HEADING = '<h1>The lock is shut</h1>';

/** The day of a page that says none of itself, undefined where it is undated. */
const dayOf = (body: string, lang = 'en', words = 'en') => {
  const text = `<article><p>${WORDS[words]} ${WORDS[words]}</p><p>${WORDS[words]}</p></article>`;
  const page = `<!doctype html><html lang="${lang}"><head><title>The lock is shut - Tarn Post</title></head><body>${body}${text}</body></html>`;
  const [item] = itemsOf(importText(IMPORTERS.html, page, { address: 'https://tarn.example/lock' }));
  return item?.profile === 'undated' ? undefined : item?.firstCreated?.slice(0, 10);
};
const FAR = '<p>More of it here.</p>'.repeat(70);

describe('the day that a page shows', () => {
  it.each([
    ['below the heading that says its title', `<h1>Tarn Post</h1>${FAR}${HEADING}<p>9 May 2026</p>`],
    ['below a heading of lower rank that says it', '<h3>The lock is shut</h3><p>9 May 2026</p>'],
    [
      'below the heading of the highest rank that says it',
      `<h3>The lock is shut</h3>${FAR}${HEADING}<p>9 May 2026</p>`,
    ],
    ['within the heading', '<h1><span>9 May 2026</span>The lock is shut</h1>'],
    ['in figures that can mean one day', `${HEADING}<p>23/05/2026, 10:15</p>`, '2026-05-23'],
    ['with the month first, which can mean one day', `${HEADING}<p>05/23/2026</p>`, '2026-05-23'],
    ['with the year first', `${HEADING}<p>2026/05/09</p>`],
    ['in front of the first sentence', `${HEADING}<p>Tarnsby, 9 May 2026 – ${WORDS.en} ${WORDS.en}</p>`],
    ['in brackets before it', `${HEADING}<p>(9 May 2026) ${WORDS.en} ${WORDS.en}</p>`],
    ['after a label far from the heading', `${HEADING}${FAR}<p>Published: 9 May 2026 at 10:15</p>`],
    [
      'after a label, not that of a change',
      `${HEADING}${FAR}<p>Posted on 9 May 2026, updated 11 May 2026</p>`,
    ],
    ['in a class of that name', `${HEADING}${FAR}<span class="post-created">9 May 2026</span>`],
    ['in a class of that name in capitals', `${HEADING}${FAR}<i class="itemPostDate">9 May 2026</i>`],
    ['in RDFa', '<span property="schema:datePublished" content="2026-05-09T08:00:00Z"></span>'],
    ['in a time element as React writes it', '<time dateTime="2026-05-09">Saturday</time>'],
    ['in microdata as React writes it', '<meta itemProp="datePublished" content="2026-05-09">'],
    [
      'on a page whose class tells of a sidebar',
      `<div class="has-sidebar">${HEADING}<p>9 May 2026</p></div>`,
    ],
  ])('is read %s', (_, body, day = '2026-05-09') => {
    expect(dayOf(body)).toBe(day);
  });

  it.each([
    ['German', 'de', 'de', '<p>Freitag, 9. Mai 2026</p>'],
    ['German that does not say so', '', 'de', '<p>Freitag, 9. Mai 2026</p>'],
    ['Russian that does not say so', '', 'ru', '<p>9 мая 2026, 13:43</p>'],
    ['German with a short year', 'de', 'de', '<p>09.05.26</p>'],
    ['a German label', 'de', 'de', `${FAR}<p>Pressemitteilung vom 9. Mai 2026</p>`],
  ])('is read in %s', (_, lang, words, shown) => {
    expect(dayOf(HEADING + shown, lang, words)).toBe('2026-05-09');
  });

  it.each([
    [
      'two labels tell different days',
      `${HEADING}${FAR}<p>Published: 9 May 2026</p><p>Posted: 2 May 2026</p>`,
    ],
    [
      'two classes tell different days',
      `${HEADING}${FAR}<i class="date">9 May 2026</i><i class="date">2 May 2026</i>`,
    ],
    ['the figures can mean two days', `${HEADING}<p>09/05/2026</p>`],
    ['a short year may be the first figure', `${HEADING}<p>09.05.26</p>`],
    ['it is that of a teaser', `${HEADING}<div class="teaser-list"><p>9 May 2026</p></div>`],
    ['it is that of a link to another story', `${HEADING}<a href="/mill"><span>9 May 2026</span></a>`],
    ['it is that of a remark', `${HEADING}<div id="comments"><p>Posted on 9 May 2026</p></div>`],
    ['it is that of a calendar', `${HEADING}<div class="calendar"><p>9 May 2026</p></div>`],
    ['it is today above a page without a heading', '<p>Saturday, 9 May 2026</p>'],
    ['something ends on it', `${HEADING}<p>Deadline: 9 May 2026</p>`],
    ['something takes place on it', `${HEADING}<p>9 May 2026, 13:15 - 19:00</p>`],
    ['its writer joined on it', `${HEADING}<p>Member since 9 May 2026</p>`],
    ['a sentence begins with it', `${HEADING}<p>On 9 May 2026 – a Saturday – ${WORDS.en} ${WORDS.en}</p>`],
    ['the page was only changed on it', `${HEADING}${FAR}<p class="last-updated date">9 May 2026</p>`],
    ['a picture was taken on it', `${HEADING}${FAR}<p class="photo-date">9 May 2026</p>`],
  ])('is unknown where %s', (_, body) => {
    expect(dayOf(body)).toBeUndefined();
  });
});
