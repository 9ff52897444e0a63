import { createHash } from 'node:crypto';
import type { Entry, Passage } from '../corpus/index.ts';
import { headingOf, type Paragraph, ParagraphGrouper } from '../search/index.ts';
import { clusterTerm, formsOf, searchedOf, termsOf } from './cluster-terms.ts';

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
  /** See `paragraphKey`. */
  readonly paragraph: string;
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

/** Names a paragraph, as it is searched, by its number within its article, from 0. */
const paragraphKey = (uri: string, number: number): string => `${articleId(uri)}-${number}`;

/** The number of a paragraph within its article. */
export const paragraphNumber = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

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
    const own = paragraph.passages.map(({ text }) => formsOf(text));
    const around = wordsAround(paragraph, own);
    listener.surroundings(around);
    const surroundings = around.map(clusterTerm).join(' ');
    return paragraph.passages.map((passage, placeInParagraph) => {
      const forms = own[placeInParagraph] ?? [];
      listener.passage(searchedOf(forms));
      return {
        terms: termsOf(forms),
        surroundings,
        ...{ paragraph: paragraphKey(entry.uri, number), placeInParagraph },
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

/** @param own all words of each of its passages */
function wordsAround(
  { passages, isWhole, hasContext }: Paragraph,
  own: readonly (readonly string[])[],
): readonly string[] {
  const [first] = passages;
  if (!first) return [];
  const heading = formsOf(headingOf(first));
  if (isWhole) return searchedOf([...heading, ...own.flat()]);
  return searchedOf(hasContext ? [...heading, ...(own[0] ?? []), ...formsOf(first.context)] : heading);
}
