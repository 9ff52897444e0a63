import type { Passage } from '../passage.ts';
import { type Source, sourceDate } from '../source.ts';
import { isBoilerplate, isCutOff } from './boilerplate.ts';
import { contextWindows } from './context-windows.ts';
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

/**
 * Every sentence of an article that can be quoted, in reading order, with the rest of its paragraph; in a very long
 * paragraph, with the rest of its context window.
 */
export function cutPassages(article: Article): readonly Passage[] {
  const { item, source, text, line, byteOffset, byteLength } = article;
  const place = { uri: item.uri, byteOffset, byteLength };
  const isUndated = source.published === undefined;
  const asOf = item.versionCreated ? dayOf(item.versionCreated) : sourceDate(source);
  const topics = findTopics(item);
  const attribution = attributionOf(item, source);
  const isWhole = isFactCheck(item);
  const quotable = isWhole ? findWhole(text) : findQuotable(text);
  return quotable.map(({ sentence, around }) => {
    const words = text.slice(sentence.start, sentence.end);
    return {
      id: `${item.uri}#${sentence.start}`,
      text: words,
      kind: 'quote',
      attribution: (isWhole ? undefined : findSpeaker(words)) ?? attribution,
      asOf,
      ...(isUndated && { isUndated }),
      source,
      place: { file: source.file, line, start: sentence.start, end: sentence.end, item: place },
      context: joinAround(text, around, sentence),
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
  return words === '' ? [] : [{ sentence: span, around: span }];
}

interface Quotable {
  readonly sentence: Span;
  /** The paragraph it stands in, or its context window. */
  readonly around: Span;
}

function findQuotable(text: string): readonly Quotable[] {
  const found: Quotable[] = [];
  let isFirst = true;
  for (const { start, end, parts } of splitParagraphs(text)) {
    if (isBoilerplate(text.slice(start, end))) continue;
    const skipped = isFirst ? datelineLength(text.slice(start, end)) : 0;
    isFirst = false;
    const paragraph = { start: start + skipped, end };
    const sentences = parts.flatMap((part) => sentencesOf(text, part, paragraph.start));
    for (const window of contextWindows(paragraph, sentences)) {
      for (const sentence of window.sentences) {
        if (isQuotable(text.slice(sentence.start, sentence.end))) found.push({ sentence, around: window });
      }
    }
  }
  return found;
}

/** The sentences of a part of a paragraph, without what is skipped at its beginning. */
function sentencesOf(text: string, { start, end }: Span, skippedTo: number): readonly Span[] {
  const from = Math.max(start, skippedTo);
  return splitSentences(text.slice(from, end)).map((span) => ({
    start: from + span.start,
    end: from + span.end,
  }));
}

function isQuotable(sentence: string): boolean {
  return TWO_WORDS.test(sentence) && !isBoilerplate(sentence) && !isCutOff(sentence);
}

function joinAround(text: string, around: Span, sentence: Span): string {
  const before = text.slice(around.start, sentence.start).trim();
  const after = text.slice(sentence.end, around.end).trim();
  return before && after ? `${before} ${after}` : before || after;
}

function findTopics({ subjects = [], people = [], organisations = [], places = [] }: NewsItem) {
  const names = [...subjects, ...people, ...organisations, ...places].map(({ name }) => name?.trim());
  return [...new Set(names.flatMap((name) => (name ? [name] : [])))];
}
