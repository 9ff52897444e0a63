import { type Passage, UnreachableFileError } from '../corpus/index.ts';
import type { Quote } from './answer.ts';
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
  /** Its id names a quite different fact of another source; the text itself is gone. */
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

/** From this share of common words on, one text is another reading of the other. */
const SAME_TEXT_FROM = 0.5;
/** Below this share two texts have nothing to do with each other. */
const OTHER_TEXT_BELOW = 0.2;
/** So many passages that read like the text are looked at for the one of its article. */
const MOST_ALIKE = 50;

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

function followInSheets({ index, replacedBy, withheld, facts }: Searcher, shown: ShownText): Followed {
  const { factId } = shown;
  const passage = index.passage(factId);
  const sameElsewhere = () => facts.find((fact) => isSame(fact, shown));
  if (passage !== undefined) {
    if (!isAnother(passage, shown)) return { kind: 'on-file', passage };
    const moved = sameElsewhere();
    return moved === undefined ? { kind: 'reused', passage } : { kind: 'on-file', passage: moved };
  }
  const newer = replacedBy.get(factId);
  const replacement = newer === undefined ? undefined : index.passage(newer);
  if (replacement !== undefined) return { kind: 'replaced', passage: replacement };
  if (withheld.passages.some(({ id }) => id === factId)) return { gone: 'unknown' };
  const moved = sameElsewhere();
  return moved === undefined ? { gone: 'gone' } : { kind: 'on-file', passage: moved };
}

function followInArticle({ index, archive, expired }: Searcher, shown: ShownText, article: string): Followed {
  if (archive !== 'read') return { gone: 'unknown' };
  const passage = index.passage(shown.factId);
  if (passage?.text === shown.text) return { kind: 'on-file', passage };
  const alike = index
    .search(shown.text, { limit: MOST_ALIKE })
    .hits.map((hit) => hit.passage)
    .filter(({ id }) => articleOf(id) === article);
  const nearest = [...(passage ? [passage] : []), ...alike]
    .map((each) => ({ passage: each, share: sharedWords(each.text, shown.text) }))
    .reduce((best, each) => (each.share > best.share ? each : best), { passage, share: 0 });
  if (nearest.passage !== undefined && nearest.share >= SAME_TEXT_FROM)
    return { kind: 'on-file', passage: nearest.passage };
  return { gone: expired.has(article) ? 'expired' : 'gone' };
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

function isSame({ text, attribution, asOf, source }: Passage, shown: ShownText): boolean {
  return (
    text === shown.text &&
    attribution === shown.attribution &&
    asOf === shown.asOf &&
    source.title === shown.title
  );
}

/** Another text of another source: the id was used anew. */
function isAnother({ text, source }: Passage, shown: ShownText): boolean {
  const hasSameUrl = shown.url !== null && source.url === shown.url;
  const isOtherSource = source.title !== shown.title && !hasSameUrl;
  return isOtherSource && sharedWords(text, shown.text) < OTHER_TEXT_BELOW;
}

/** The share of words that two texts have in common (0 to 1), as Sørensen and Dice count it. */
function sharedWords(one: string, other: string): number {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...ones].filter((word) => others.has(word)).length;
  return ones.size + others.size === 0 ? 0 : (2 * shared) / (ones.size + others.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
