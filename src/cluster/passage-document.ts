import { createHash } from 'node:crypto';
import type { Entry, Passage } from '../corpus/index.ts';
import { type Paragraph, ParagraphGrouper, speakerOf } from '../search/index.ts';
import { clusterTerm, readSearchedWords } from './cluster-terms.ts';

/** A passage as the cluster holds it. */
export interface PassageDocument {
  /** Not given back by the cluster. */
  readonly terms: string;
  /** Not given back by the cluster. */
  readonly surroundings: string;
  readonly topics: readonly string[];
  readonly kind: Passage['kind'];
  readonly asOf: string;
  readonly publisher?: string;
  /** URI of the article. */
  readonly article: string;
  readonly version?: string;
  /** Number within the article, from 0, of the paragraph as it is searched. */
  readonly paragraph: number;
  readonly placeInParagraph: number;
  readonly state: NonNullable<Entry['pubStatus']>;
  readonly embargoedUntil?: string;
  readonly expires?: string;
  /** See `hashWords`. */
  readonly hash: string;
  readonly passage: Passage;
}

/** What tells whether the words of a passage are still those that were indexed. */
export function hashWords({ text }: Passage): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The id of an article in the cluster, whose ids are short while URIs need not be. */
export function articleId(uri: string): string {
  return createHash('sha256').update(uri).digest('base64url');
}

/** The id of a passage: by its number within its article, so that a later version takes the place of an earlier one. */
export const passageId = (uri: string, number: number): string => `${articleId(uri)}-${number}`;

/** Hears every searched word of a passage and of what surrounds it. */
export interface WordListener {
  /** @param words those of the passage itself, each as often as it stands there */
  passage(words: readonly string[]): void;
  /** @param words those of its paragraph, title, topics and speaker */
  surroundings(words: readonly string[]): void;
}

/** The documents of an article, in reading order. */
export function documentsOfArticle(
  entry: Entry,
  passages: readonly Passage[],
  listener: WordListener,
): readonly PassageDocument[] {
  return paragraphsOf(passages).flatMap((paragraph, number) => {
    const own = paragraph.passages.map(({ text }) => wordsOf(text));
    const around = wordsAround(paragraph, own);
    listener.surroundings(around);
    const surroundings = around.map(clusterTerm).join(' ');
    return paragraph.passages.map((passage, placeInParagraph) => {
      const words = own[placeInParagraph] ?? [];
      listener.passage(words);
      return {
        terms: words.map(clusterTerm).join(' '),
        surroundings,
        ...{ paragraph: number, placeInParagraph },
        ...describe(passage, entry),
      };
    });
  });
}

function describe(passage: Passage, { uri, version, pubStatus, embargoedUntil, expires }: Entry) {
  const { topics, kind, asOf, source } = passage;
  return {
    ...{ topics, kind, asOf, article: uri, state: pubStatus ?? 'usable' },
    ...(source.publisher !== undefined && { publisher: source.publisher }),
    ...(version !== undefined && { version }),
    ...(embargoedUntil !== undefined && { embargoedUntil }),
    ...(expires !== undefined && { expires }),
    hash: hashWords(passage),
    passage,
  };
}

function paragraphsOf(passages: readonly Passage[]): readonly Paragraph[] {
  const grouper = new ParagraphGrouper();
  return [...passages.map((passage) => grouper.add(passage)), grouper.end()].filter(
    (paragraph) => paragraph !== undefined,
  );
}

/** @param own the words of each of its passages */
function wordsAround(
  { passages, isWhole, hasContext }: Paragraph,
  own: readonly (readonly string[])[],
): readonly string[] {
  const [first] = passages;
  if (!first) return [];
  const heading = wordsOf([first.source.title, ...first.topics, speakerOf(first)].join('\n'));
  if (isWhole) return [...heading, ...own.flat()];
  return hasContext ? [...heading, ...(own[0] ?? []), ...wordsOf(first.context)] : heading;
}

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  readSearchedWords(text, (word) => words.push(word));
  return words;
}
