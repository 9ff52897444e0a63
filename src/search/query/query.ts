import { SPELLING } from '../text/split-words.ts';
import type { TimeSpan } from '../text/time-span.ts';
import type { ExpectedAnswer } from './answer-type.ts';

/** A word of the question that was searched as another. */
export interface Assumption {
  readonly typed: string;
  readonly searchedFor: string;
}

/** Words of a question beyond this number are not searched: nobody asks a question of a page. */
export const MOST_TERMS = 48;

/** Another name for what a question names, of which the corpus holds every word. */
export interface AlternativeName {
  /** As it was written down. */
  readonly written: string;
  /** Its terms with their distance in words from the start; grammar words are left out. */
  readonly words: readonly { readonly term: number; readonly offset: number }[];
  /** How surely it means what was asked, 0 to 1. */
  readonly certainty: number;
}

/** A name in a question: the words of it share one such object. */
export interface FoundName {
  readonly others: readonly AlternativeName[];
  readonly isOneWord: boolean;
  /** Whether the desk says that it means the same as other names, of which the corpus need not hold any. */
  readonly isSame: boolean;
  /** Whether it is a country, its people or its capital. */
  readonly isCountry: boolean;
}

/** A term of the corpus that a word of the question stands for, and how surely (0 to 1). */
export interface Alternative {
  readonly term: number;
  readonly certainty: number;
  /** The names that the term is only the rarest word of: it counts where one of them stands in full. */
  readonly names?: readonly AlternativeName[];
}

/**
 * A term of the corpus that stands in the same texts as a word of the question, and how similar (0 to 1) these texts
 * are.
 */
export interface RelatedTerm {
  readonly term: number;
  readonly similarity: number;
}

/** A word of the question as it was typed, folded. */
export interface TypedWord {
  readonly form: string;
  /** Position among all words of the question. */
  readonly position: number;
  readonly spelling: number;
  /** Whether it asks for a measure, as in `how long`. */
  readonly asksMeasure?: boolean;
  /** Other forms in which the same may be written: `#8` for the `8` of `Henry 8`. */
  readonly otherwise?: readonly string[];
  /** Whether it is a short part of a double name, as of `Jean-Paul`: a slip of a letter makes another name. */
  readonly isOfDoubleName?: boolean;
  /** The one word that this and its neighbour can also be written as: `landmine` for `land mine`. */
  readonly joined?: string;
  /** Whether it was typed as one word with its neighbour, and parted as the corpus writes it. */
  readonly isParted?: boolean;
  /** The name that it is a word of. */
  readonly name?: FoundName;
}

/** Whether a word of a question is written like a name, where a capital tells it. */
export function isWrittenAsName({ position, spelling }: Pick<TypedWord, 'position' | 'spelling'>): boolean {
  return position > 0 && (spelling & SPELLING.capital) !== 0;
}

/** One word of the question that carries meaning. */
export interface QueryTerm {
  readonly typed: string;
  readonly position: number;
  readonly spelling: number;
  /** What the rarity of the word is worth: the weight of the question that hangs on it. */
  readonly weight: number;
  /** The surest first. Empty when nothing in the corpus is like the word. */
  readonly alternatives: readonly Alternative[];
  /** Terms of the same field. They mean something else and are no match; they tell what a passage speaks of. */
  readonly related: readonly RelatedTerm[];
  /** Number of its vector among the word vectors, or -1. */
  readonly vector: number;
  /** The number of the very word in the corpus, or -1. */
  readonly word: number;
  /** How much it tells by itself, 0 to 1, by how much it is used in English. */
  readonly information: number;
  /** Whether it is an English word, however rare, and so not only a name. */
  readonly isEnglish: boolean;
  /** The name that it is a word of. */
  readonly name?: FoundName;
}

/**
 * Two words side by side in a question that may be parts of one name, and the words around both, by their numbers among
 * its terms; -1 for a word that is not searched.
 */
export interface NamePair {
  readonly before: number;
  readonly first: number;
  readonly second: number;
  readonly behind: number;
  /** Whether a hyphen joins them: `Jean-Paul`. */
  readonly isJoined: boolean;
  /** Whether the second can be the name of a person: `Hospital` is none. */
  readonly isGivenName: boolean;
}

/**
 * What tells a thing from others of its name, and the word of that name beside it, by their numbers among the terms:
 * the `VII` of Henry VII, the `B12` of vitamin B12, the `first` of "first amendment".
 */
export interface NameLabel {
  readonly label: number;
  readonly named: number;
  /** Whether the label stands before the name: an ordinal. */
  readonly isBefore: boolean;
}

/** A question as it is searched. */
export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly expected: ExpectedAnswer;
  /** The countries that it names, each once, in its order. */
  readonly countries: readonly FoundName[];
  readonly namePairs: readonly NamePair[];
  readonly labels: readonly NameLabel[];
  /** The times that it names, in its order. */
  readonly times: readonly TimeSpan[];
  /** Whether somebody's own words are asked for. */
  readonly asksForWords: boolean;
  /** Whether they are asked for as a quote: nothing else will do. */
  readonly asksForQuote: boolean;
  /** Whether all that answer are asked for, and not one. */
  readonly asksForList: boolean;
  /** Whether the newest of several answers is asked for. */
  readonly asksForLatest: boolean;
  /** Number in `terms` of the noun that is asked for, or -1. */
  readonly focus: number;
  readonly assumptions: readonly Assumption[];
}
