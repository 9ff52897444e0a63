import { isSynonymsFile, type Passage, UnreachableFileError } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
import { areOneReading, areTwoFacts, likeness } from './one-reading.ts';
import type { Searcher } from './searcher.ts';
import { asItStands } from './to-quote.ts';
import { keepVerified } from './verify-quotes.ts';

/** A text that was shown as a fact, with all that a reader saw of it. */
export type ShownText = Pick<Quote, 'factId' | 'text' | 'kind' | 'attribution' | 'asOf' | 'published'> &
  Pick<Quote['source'], 'title' | 'publisher' | 'url'>;

/** What became of a text that was shown. */
export type FollowedFact =
  /** It stands there, perhaps in other words, perhaps under another id. */
  | { readonly kind: 'on-file'; readonly quote: Quote }
  /** The desk has another fact stand for it. */
  | { readonly kind: 'replaced'; readonly quote: Quote }
  /** Its id names a quite different fact; the text itself is gone. */
  | { readonly kind: 'reused'; readonly quote: Quote }
  /** Withdrawn, removed, or under embargo. */
  | { readonly kind: 'gone' }
  /** Its article may be shown no longer, by its own terms; nobody said that it is wrong. */
  | { readonly kind: 'expired' }
  /** It cannot be told just now: a save is being mended, or files cannot be reached. */
  | { readonly kind: 'unknown' };

/** All that a reader saw, but for the id. */
const SHOWN_FIELDS = [
  ...(['text', 'kind', 'attribution', 'asOf', 'published'] as const),
  ...(['title', 'publisher', 'url'] as const),
] as const;

/** Where the desk has given no other fact for one that is gone, this likeness tells the one it became. */
const BECAME_FROM = 0.6;
/** By this much it has to be more like it than any other. */
const CLEARLY = 0.1;
/** So many sentences of an article are looked at; hardly one has more. */
const MOST_OF_ARTICLE = 2_000;

/**
 * Finds what became of a text that was shown. A fact of a sheet is known by its id. The id of an article's sentence
 * tells where it began, so that is the sentence of the same article which reads most like it.
 */
export async function followFact(searcher: Searcher, shown: ShownText): Promise<FollowedFact> {
  try {
    const followed = follow(searcher, shown);
    if ('gone' in followed) return { kind: searcher.isPartial ? 'unknown' : followed.gone };
    const quote = asItStands(followed.passage, searcher.overdueSince);
    // Nothing new is told of what reads as it was shown, so that its file need not be opened: most facts do.
    if (isAsShown(quote, shown)) return { kind: followed.kind, quote };
    const [standing] = await keepVerified([followed.passage], (each) => each);
    // Words that changed under the index are read in a moment.
    if (standing === undefined) return { kind: 'unknown' };
    return { kind: followed.kind, quote };
  } catch (error) {
    if (error instanceof UnreachableFileError) return { kind: 'unknown' };
    throw error;
  }
}

type Followed =
  | { readonly kind: 'on-file' | 'replaced' | 'reused'; readonly passage: Passage }
  | { readonly gone: 'gone' | 'expired' | 'unknown' };

function follow(searcher: Searcher, shown: ShownText): Followed {
  const article = articleOf(shown.factId);
  return article === null ? followInSheets(searcher, shown) : followInArticle(searcher, shown, article);
}

function followInSheets(searcher: Searcher, shown: ShownText): Followed {
  const { index, replacedBy, contents, facts } = searcher;
  const { factId } = shown;
  const passage = index.passage(factId);
  if (passage !== undefined && passage.text === shown.text) return { kind: 'on-file', passage };
  // Two facts may have exchanged their ids: the very words tell more than the id.
  const moved = facts.find((fact) => isSame(fact, shown));
  if (moved !== undefined) return { kind: 'on-file', passage: moved };
  if (passage !== undefined) {
    if (!areTwoFacts(passage.text, shown.text)) return { kind: 'on-file', passage };
    const became = nearestOfSource(searcher, shown);
    return became === undefined ? { kind: 'reused', passage } : { kind: 'on-file', passage: became };
  }
  const newer = replacedBy.get(factId);
  const replacement = newer === undefined ? undefined : index.passage(newer);
  if (replacement !== undefined) return { kind: 'replaced', passage: replacement };
  const { news, takenBack } = contents;
  if (news.heldBack.includes(factId)) return { gone: 'unknown' };
  if (takenBack.has(factId)) return { gone: 'gone' };
  // Of a sheet that cannot be read nothing is known where it could not be read before: its facts may all be there.
  if (news.problems.some(({ file }) => !isSynonymsFile(file))) return { gone: 'unknown' };
  const became = nearestOfSource(searcher, shown);
  return became === undefined ? { gone: 'gone' } : { kind: 'on-file', passage: became };
}

/** The fact of the same source that the text became when its id and its words were changed. */
function nearestOfSource({ facts }: Searcher, shown: ShownText): Passage | undefined {
  const [nearest, next] = facts
    .filter((fact) => isOfSameSource(fact, shown) && areOneReading(fact.text, shown.text))
    .map((passage) => ({ passage, likeness: likeness(passage.text, shown.text) }))
    .sort((one, other) => other.likeness - one.likeness);
  if (nearest === undefined || nearest.likeness < BECAME_FROM) return undefined;
  return nearest.likeness - (next?.likeness ?? 0) < CLEARLY ? undefined : nearest.passage;
}

function followInArticle({ index, archive, expired }: Searcher, shown: ShownText, article: string): Followed {
  if (archive !== 'read') return { gone: 'unknown' };
  const passage = index.passage(shown.factId);
  if (passage?.text === shown.text) return { kind: 'on-file', passage };
  if (expired.has(article)) return { gone: 'expired' };
  const sentences = index.inArticle(article, MOST_OF_ARTICLE);
  const moved = sentences.find(({ text }) => text === shown.text);
  if (moved !== undefined) return { kind: 'on-file', passage: moved };
  const [nearest] = sentences
    .filter(({ text }) => areOneReading(text, shown.text))
    .map((each) => ({ passage: each, likeness: likeness(each.text, shown.text) }))
    .sort((one, other) => other.likeness - one.likeness);
  return nearest === undefined ? { gone: 'gone' } : { kind: 'on-file', passage: nearest.passage };
}

/** The URI of the article that a passage is of; null for a fact of a sheet. */
function articleOf(factId: string): string | null {
  const end = factId.lastIndexOf('#');
  return end < 0 ? null : factId.slice(0, end);
}

function isAsShown({ source, ...quote }: Quote, shown: ShownText): boolean {
  const { title, publisher, url } = source;
  const now = { ...quote, title, publisher, url };
  return SHOWN_FIELDS.every((field) => now[field] === shown[field]);
}

function isSame(fact: Passage, shown: ShownText): boolean {
  const { text, attribution, asOf, source } = fact;
  return (
    text === shown.text &&
    attribution === shown.attribution &&
    asOf === shown.asOf &&
    source.title === shown.title
  );
}

function isOfSameSource({ source }: Passage, { title, url }: ShownText): boolean {
  return source.title === title || (url !== null && source.url === url);
}
