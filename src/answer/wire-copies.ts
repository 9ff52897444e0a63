import { agencyNamed, type Passage } from '../corpus/index.ts';
import type { Catalogue, Hit, SearchResult } from '../search/index.ts';
import type { Quote } from './answer.ts';
import type { Spread } from './spread.ts';

/** So many of an article's sentences are compared, those around the one that is the same. */
const MOST_SENTENCES = 20;
/** The share of the shorter article's sentences that also stand in the other one, word for word, in a copy. */
const SHARED = 0.5;
/** One sentence in common may be a quotation that both heard; so many are no chance. */
const LEAST_SHARED = 2;
/** An article of one sentence is a copy by that alone, when it is so long. */
const LONG_SENTENCE = 60;
/** So many passages are looked through for copies of one. */
const MOST_COPIES = 100;

const QUOTATION_MARKS = /["“”„‟«»]/g;
const APOSTROPHES = /[‘’‛`´]/g;
/** A quotation mark: within a word it is a part of it, "we're" is not "were". */
const UNBOUND_APOSTROPHE = /(?<!\p{L})'|'(?!\p{L})/gu;
const DASHES = /[‐‑‒–—―−]/g;

/** Words as they are, with marks and blanks that every house sets in its own way. */
function toTheWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(QUOTATION_MARKS, '')
    .replace(APOSTROPHES, "'")
    .replace(UNBOUND_APOSTROPHE, '')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The index, and the topics that are searched. */
interface Searched {
  readonly index: Pick<Catalogue, 'sameWords' | 'textsOfSource'>;
  readonly topics: ReadonlySet<string> | undefined;
}

/** Tells copies of one account from accounts of their own, for one question: what it read it reads once. */
export interface Origins {
  /**
   * Finds passages, and of copies of one account that which stands first alone: what many outlets took over neither
   * disputes itself, nor takes the place of others.
   *
   * @param search finds the best passages without some, by their ids
   */
  search(search: (except: ReadonlySet<string>) => SearchResult): SearchResult;
  /** In how many outlets a passage stands; undefined where it is in one alone, and no agency is named beside it. */
  spreadOf(passage: Passage): Spread | undefined;
}

/** So often what copies left room for is looked for: behind one story stands another. */
const MOST_ROUNDS = 3;

/** Opens what tells copies in an index. */
export function openOrigins({ index, topics }: Searched): Origins {
  const sentencesOf = once(
    ({ source }: Passage) => source.id,
    ({ id }) => new Set(index.textsOfSource(id, MOST_SENTENCES).map(toTheWord)),
  );
  const isCopy = (one: Passage, other: Passage) => areCopies(one, other, sentencesOf);
  const copiesOf = once(
    ({ id }: Passage) => id,
    (passage) => index.sameWords(passage.id, MOST_COPIES, topics).filter((other) => isCopy(passage, other)),
  );
  return {
    search(search) {
      const except = new Set<string>();
      for (let round = 0; ; round++) {
        const found = search(except);
        const { kept, repeated } = dropCopies(found.hits, isCopy);
        if (repeated.length === 0) return found;
        if (round === MOST_ROUNDS) return { ...found, hits: kept };
        for (const passage of repeated) for (const { id } of copiesOf(passage)) except.add(id);
      }
    },
    spreadOf: (passage) =>
      passage.place.item === undefined ? undefined : tellSpread(passage, copiesOf(passage)),
  };
}

/** Works a thing out when it is first asked for. */
function once<Thing, Result>(keyOf: (thing: Thing) => string, work: (thing: Thing) => Result) {
  const known = new Map<string, Result>();
  return (thing: Thing): Result => {
    const key = keyOf(thing);
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(thing);
    known.set(key, result);
    return result;
  };
}

type IsCopy = (one: Passage, other: Passage) => boolean;

/** The hits without copies of those before them, and the passages that had copies. */
function dropCopies(hits: readonly Hit[], isCopy: IsCopy) {
  const kept: Hit[] = [];
  const repeated = new Set<Passage>();
  for (const hit of hits) {
    const first = kept.find(({ passage }) => isCopy(passage, hit.passage));
    if (first === undefined) kept.push(hit);
    else repeated.add(first.passage);
  }
  return { kept, repeated: [...repeated] };
}

/**
 * Whether two articles' passages are one account in two outlets: the same to the word, in articles that share their
 * text otherwise too, or that name the same agency. Another word or figure is another account.
 */
function areCopies(
  one: Passage,
  other: Passage,
  sentencesOf: (passage: Passage) => ReadonlySet<string>,
): boolean {
  if (one.place.item === undefined || other.place.item === undefined) return false;
  if (one.source.id === other.source.id || toTheWord(one.text) !== toTheWord(other.text)) return false;
  const [origin, otherOrigin] = [one.source.origin, other.source.origin];
  if (origin !== undefined && otherOrigin !== undefined) return origin === otherOrigin;
  const [a, b] = [sentencesOf(one), sentencesOf(other)];
  const shorter = Math.min(a.size, b.size);
  if (shorter === 1) return one.text.length >= LONG_SENTENCE;
  const shared = [...a].filter((sentence) => b.has(sentence)).length;
  return shared >= LEAST_SHARED && shared >= SHARED * shorter;
}

function tellSpread(passage: Passage, copies: readonly Passage[]): Spread | undefined {
  const all = [passage, ...copies];
  const origin = all.map(({ source }) => source.origin).find((name) => name !== undefined);
  const outlets = new Set(all.map(outletOf));
  // What stands with the agency itself is in no outlet yet.
  if (origin !== undefined) outlets.delete(origin);
  const isTold = outlets.size >= (origin === undefined ? 2 : 1);
  return isTold ? { origin: origin ?? null, outlets: outlets.size } : undefined;
}

const outletOf = ({ source: { id, publisher } }: Passage) =>
  publisher === undefined ? id : (agencyNamed(publisher) ?? publisher);

/** A quote with what is known of its copies. */
export function withSpread(quote: Quote, spread: Spread | undefined): Quote {
  return spread === undefined ? quote : { ...quote, spread };
}
