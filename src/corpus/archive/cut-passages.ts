import type { Passage } from '../passage.ts';
import { type Source, sourceDate } from '../source.ts';
import { attributeSpeech, type Voice } from './attribute-speech.ts';
import { isBoilerplate, isCutOff, isEnded } from './boilerplate.ts';
import { isClaimLabel, isLabelledClaim } from './claim-label.ts';
import { datelineLength } from './dateline.ts';
import { findOrigin } from './find-origin.ts';
import { type Block, introducePoints } from './introduce-points.ts';
import { dayOf, describeArticle } from './item-source.ts';
import { FACT_CHECK_GENRE, type NewsItem } from './news-item.ts';
import { endsNews } from './notes-to-editors.ts';
import type { Sentence } from './read-utterances.ts';
import { shareContext } from './short-paragraphs.ts';
import type { Span } from './span.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { splitSentences } from './split-sentences.ts';
import { surroundingWords } from './surrounding-words.ts';

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
const TWO_WORDS = /\p{L}{2}\P{L}(?:.*?\P{L})??\p{L}{2}/su;

const NONE: readonly string[] = [];

/**
 * Every sentence of an article that can be quoted, in reading order, with the rest of its paragraph; in a very long
 * paragraph, with the rest of its context window.
 */
export function cutPassages(article: Article): readonly Passage[] {
  const { item, text, line, byteOffset, byteLength } = article;
  const origin = findOrigin(item, text);
  const source = origin === undefined ? article.source : { ...article.source, origin };
  const place = { uri: item.uri, byteOffset, byteLength };
  const isUndated = source.published === undefined;
  const asOf = item.versionCreated ? dayOf(item.versionCreated) : sourceDate(source);
  const topics = findTopics(item);
  const described = describeArticle(source);
  const isWhole = isFactCheck(item);
  const quotable = isWhole ? findWhole(text) : findQuotable(text);
  return quotable.map(({ sentence, context, voice }) => ({
    id: `${item.uri}#${sentence.start}`,
    text: text.slice(sentence.start, sentence.end),
    ...(voice.kind === 'speaker'
      ? { kind: 'quote', attribution: voice.name }
      : { kind: 'article', attribution: voice.kind === 'writer' ? described.written : described.quoted }),
    asOf,
    ...(isUndated && { isUndated }),
    source,
    place: { file: source.file, line, start: sentence.start, end: sentence.end, item: place },
    context,
    topics,
    askedAs: NONE,
    alsoCalled: NONE,
  }));
}

function isFactCheck({ genres = [] }: NewsItem): boolean {
  return genres.some(({ uri }) => uri === FACT_CHECK_GENRE.uri);
}

/** A fact check is one quote: a false claim must never stand without its rating. */
function findWhole(text: string): readonly Quotable[] {
  const words = text.trim();
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return words === '' ? [] : [{ sentence: span, context: '', voice: { kind: 'writer' } }];
}

interface Quotable {
  readonly sentence: Span;
  readonly context: string;
  readonly voice: Voice;
}

function findQuotable(text: string): readonly Quotable[] {
  const paragraphs = introducePoints(text, findBlocks(text));
  const voices = attributeSpeech(text, paragraphs);
  const shared = shareContext(paragraphs.map(({ start, end }) => end - start));
  return paragraphs.flatMap((_, number) =>
    surroundingWords(text, paragraphs, number, shared[number]).flatMap(({ sentence, context }, at) => {
      const voice = voices[number]?.[at];
      return voice && isQuotable(text.slice(sentence.start, sentence.end), sentence)
        ? [{ sentence, context, voice }]
        : [];
    }),
  );
}

/** The paragraphs and lists of an article up to where its news ends. */
function findBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let isBelowLabel = false;
  for (const paragraph of splitParagraphs(text)) {
    const { start, end } = paragraph;
    const words = text.slice(start, end);
    if (endsNews(words.split('\n', 1)[0] ?? '')) break;
    const isBelowClaim = isBelowLabel;
    isBelowLabel = isClaimLabel(words);
    if (isBoilerplate(words) || isLabelledClaim(words) || isBelowClaim) blocks.push({ kind: 'left out' });
    else if (paragraph.kind === 'list') blocks.push(paragraph);
    else {
      const isFirst = blocks.every(({ kind }) => kind === 'left out');
      const from = start + datelineLength(words, { isFirst });
      const sentences = paragraph.parts.flatMap((part) => sentencesOf(text, part, from));
      blocks.push({ kind: 'prose', start: from, end, sentences });
    }
  }
  return blocks;
}

/** The sentences of a part of a paragraph, without what is skipped at its beginning. */
function sentencesOf(text: string, { start, end }: Span, skippedTo: number): readonly Span[] {
  const from = Math.max(start, skippedTo);
  return splitSentences(text.slice(from, end)).map((span) => ({
    start: from + span.start,
    end: from + span.end,
  }));
}

function isQuotable(words: string, { isList = false }: Sentence): boolean {
  return (isList || isEnded(words)) && !isCutOff(words) && TWO_WORDS.test(words) && !isBoilerplate(words);
}

function findTopics({ subjects = [], people = [], organisations = [], places = [] }: NewsItem) {
  const names = [...subjects, ...people, ...organisations, ...places].map(({ name }) => name?.trim());
  return [...new Set(names.flatMap((name) => (name ? [name] : [])))];
}
