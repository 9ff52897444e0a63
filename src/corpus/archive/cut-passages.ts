import type { Passage } from '../passage.ts';
import { type Source, sourceDate } from '../source.ts';
import { isBoilerplate, isCutOff } from './boilerplate.ts';
import { datelineLength } from './dateline.ts';
import { findSpeaker } from './find-speaker.ts';
import { attributionOf, dayOf } from './item-source.ts';
import { FACT_CHECK_GENRE, type NewsItem } from './news-item.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { type Span, splitSentences } from './split-sentences.ts';

/** An article, what it is cited as, its text, and the record it stands in. */
export interface Article {
  readonly item: NewsItem;
  readonly source: Source;
  readonly text: string;
  readonly line: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** "Vane died." is the shortest sentence with something to say; one word is a heading, an answer or a stray initial. */
const TWO_WORDS = /\p{L}{2}\P{L}(?:.*\P{L})?\p{L}{2}/su;

const NONE: readonly string[] = [];

/** Every sentence of an article that can be quoted, in reading order, with the rest of its paragraph. */
export function cutPassages(article: Article): readonly Passage[] {
  const { item, source, text, line, byteOffset, byteLength } = article;
  const place = { uri: item.uri, byteOffset, byteLength };
  const asOf = item.versionCreated ? dayOf(item.versionCreated) : sourceDate(source);
  const topics = findTopics(item);
  const attribution = attributionOf(item, source);
  const isWhole = isFactCheck(item);
  const quotable = isWhole ? findWhole(text) : findQuotable(text);
  return quotable.map(({ sentence, paragraph }) => {
    const words = text.slice(sentence.start, sentence.end);
    return {
      id: `${item.uri}#${sentence.start}`,
      text: words,
      kind: 'quote',
      attribution: (isWhole ? undefined : findSpeaker(words)) ?? attribution,
      asOf,
      source,
      place: { file: source.file, line, start: sentence.start, end: sentence.end, item: place },
      context: joinAround(text, paragraph, sentence),
      topics,
      askedAs: NONE,
      alsoCalled: NONE,
    };
  });
}

function isFactCheck({ genres = [] }: NewsItem): boolean {
  return genres.some(({ uri }) => uri === FACT_CHECK_GENRE.uri);
}

/** A fact check is one quote: a false claim must never stand without its rating. */
function findWhole(text: string): readonly Quotable[] {
  const words = text.trim();
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return words === '' ? [] : [{ sentence: span, paragraph: span }];
}

interface Quotable {
  readonly sentence: Span;
  readonly paragraph: Span;
}

function findQuotable(text: string): readonly Quotable[] {
  const found: Quotable[] = [];
  let isFirst = true;
  for (const { start, end, parts } of splitParagraphs(text)) {
    if (isBoilerplate(text.slice(start, end))) continue;
    const skipped = isFirst ? datelineLength(text.slice(start, end)) : 0;
    isFirst = false;
    const paragraph = { start: start + skipped, end };
    for (const part of parts) {
      const from = Math.max(part.start, paragraph.start);
      for (const span of splitSentences(text.slice(from, part.end))) {
        const sentence = { start: from + span.start, end: from + span.end };
        if (isQuotable(text.slice(sentence.start, sentence.end))) found.push({ sentence, paragraph });
      }
    }
  }
  return found;
}

function isQuotable(sentence: string): boolean {
  return TWO_WORDS.test(sentence) && !isBoilerplate(sentence) && !isCutOff(sentence);
}

function joinAround(text: string, paragraph: Span, sentence: Span): string {
  const before = text.slice(paragraph.start, sentence.start).trim();
  const after = text.slice(sentence.end, paragraph.end).trim();
  return before && after ? `${before} ${after}` : before || after;
}

function findTopics({ subjects = [], people = [], organisations = [], places = [] }: NewsItem) {
  const names = [...subjects, ...people, ...organisations, ...places].map(({ name }) => name?.trim());
  return [...new Set(names.flatMap((name) => (name ? [name] : [])))];
}
