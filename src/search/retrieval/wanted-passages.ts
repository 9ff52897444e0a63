import type { SharedLexicon } from '../indexing/shared-lexicon.ts';
import type { Filter, ParsedQuery } from '../query/parse-query.ts';
import type { Query } from '../query/query.ts';
import type { Vocabulary } from '../query/vocabulary.ts';
import { stem } from '../text/stem.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { tokenise } from '../text/tokenise.ts';
import { weighTerms } from './find-candidates.ts';

/** A stem that is looked for, and what it is worth: rarity times how surely it was meant. */
export interface WantedStem {
  readonly stem: string;
  /** Above 0. */
  readonly worth: number;
  /** The part of it that every engine multiplies with by itself: inverse document frequency, above 0. */
  readonly rarity: number;
}

/**
 * What a question wants of passages that lie elsewhere: the best by BM25 over the stems of their own words, and with
 * `FIRST_SCORE.surroundings` of that over those around them. Whole paragraphs, in the order of the corpus. Plain data.
 */
export interface WantedPassages {
  /** Slips are mended in them. Empty where nothing but filters is asked: then the newest passages are wanted. */
  readonly stems: readonly WantedStem[];
  /**
   * Stems that the corpus may write side by side, in this order, and then are read otherwise: for each pair a passage
   * that does so is wanted too, if there is any.
   */
  readonly pairs: readonly (readonly [first: string, second: string])[];
  /** What stands between quotation marks: stems, and grammar words as they are, one behind the other. */
  readonly phrases: readonly (readonly string[])[];
  /** Whether only passages that hold all phrases are wanted; else those that do are wanted too. */
  readonly mustHoldPhrases: boolean;
  readonly filters: readonly Filter[];
  /** Only passages on any of these topics. @default all passages */
  readonly topics?: readonly string[];
  /** Ids of passages that are not to be found. */
  readonly except: readonly string[];
}

/** A pair of terms, by the numbers of the shared lexicon. */
export type TermPair = readonly [first: number, second: number];

/**
 * The vocabulary for reading a question of which parts of the corpus lie elsewhere. Nothing tells which words stand
 * side by side there: the pairs that this matters of are told.
 */
export function notingPairs(
  vocabulary: Vocabulary,
  isElsewhere: (term: number) => boolean,
): { readonly noting: Vocabulary; readonly pairs: readonly TermPair[] } {
  const pairs: TermPair[] = [];
  const standTogether = (first: number, second: number) => {
    const isKnown = vocabulary.standTogether(first, second);
    if (!isKnown && isElsewhere(first) && isElsewhere(second)) pairs.push([first, second]);
    return isKnown;
  };
  return { noting: { ...vocabulary, standTogether }, pairs };
}

/** The words of a phrase as passages are searched by them. */
function stemsOf(phrase: string): readonly string[] {
  const stems: string[] = [];
  tokenise(phrase, (form) => stems.push(STOP_WORDS.has(form) ? form : stem(form)));
  return stems;
}

/** What of passages is wanted for a question that was read. */
export function wantedFor(
  { query, pairs, parsed }: { query: Query; pairs: readonly TermPair[]; parsed: ParsedQuery },
  { lexicon, idfOf }: Pick<Vocabulary, 'idfOf'> & { readonly lexicon: Pick<SharedLexicon, 'wordOf'> },
  { topics, except = new Set() }: WantedWithin,
): WantedPassages {
  const worths = new Map<number, number>();
  // A term that two words stand for is worth what both are, as in the first score.
  for (const { term, worth } of weighTerms(query.terms)) worths.set(term, (worths.get(term) ?? 0) + worth);
  for (const term of pairs.flat()) worths.set(term, Math.max(worths.get(term) ?? 0, idfOf(term)));
  return {
    stems: [...worths].map(([term, worth]) => ({ stem: lexicon.wordOf(term), worth, rarity: idfOf(term) })),
    pairs: pairs.map(([first, second]) => [lexicon.wordOf(first), lexicon.wordOf(second)]),
    phrases: parsed.phrases.map(stemsOf),
    mustHoldPhrases: parsed.mustHoldPhrases,
    filters: parsed.filters,
    ...(topics && { topics: [...topics] }),
    except: [...except],
  };
}

/** What a question is narrowed to, beside its own filters. */
export interface WantedWithin {
  readonly topics?: ReadonlySet<string> | undefined;
  readonly except?: ReadonlySet<string> | undefined;
}
