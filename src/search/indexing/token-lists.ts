import { GrowingInts } from '../columns/growing-array.ts';
import { tokenise } from '../text/tokenise.ts';
import type { LexiconBuilder } from './lexicon.ts';

/** Low bits of a token hold the word's number, the bits above its spelling. */
const WORD_BITS = 22;
const WORD_MASK = (1 << WORD_BITS) - 1;

/**
 * A word and its spelling bits as one number.
 * Throws a RangeError for a word that has no room in it: an index holds no more than four million different words.
 */
export function tokenOf(word: number, spelling: number): number {
  if (word > WORD_MASK) {
    throw new RangeError(
      `An index holds at most ${WORD_MASK + 1} different words. Index the archive in smaller parts.`,
    );
  }
  return word | (spelling << WORD_BITS);
}

/** The word of a token. */
export const wordOfToken = (token: number): number => token & WORD_MASK;
/** The spelling bits of a token, see `SPELLING`. */
export const spellingOfToken = (token: number): number => token >>> WORD_BITS;

/** The words of many texts, one list a text, in reading order. */
export interface TokenLists {
  /** Number of each list's first token, and at last the number of all. */
  readonly starts: Int32Array;
  readonly tokens: Int32Array;
}

/** Text behind so many words is indexed and not reranked: longer texts are pages that nobody parted. */
const MOST_RERANKED = 20_000;

/** Place behind the last token of a list that is reranked. */
export function endOfReranked({ starts }: TokenLists, list: number): number {
  return Math.min(starts[list + 1] ?? 0, (starts[list] ?? 0) + MOST_RERANKED);
}

/** Collects the words of one text after another. */
export class TokenListsBuilder {
  readonly starts = new GrowingInts();
  readonly tokens = new GrowingInts();
  readonly #lexicon: LexiconBuilder;

  constructor(lexicon: LexiconBuilder) {
    this.#lexicon = lexicon;
    this.starts.push(0);
  }

  /** Adds the words of a text to the list that is open. */
  read(text: string): void {
    tokenise(text, this.#keep);
  }

  /** Ends the list that is open and opens the next. Gives the number of the one that ended. */
  end(): number {
    return this.starts.push(this.tokens.length) - 2;
  }

  finish(): TokenLists {
    return { starts: this.starts.toArray(), tokens: this.tokens.toArray() };
  }

  readonly #keep = (form: string, _start: number, _end: number, spelling: number) => {
    this.tokens.push(tokenOf(this.#lexicon.intern(form), spelling));
  };
}
