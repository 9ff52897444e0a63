import type { WordPart } from '../columns/word-table.ts';
import type { WordSource } from './word-source.ts';

/** A word that some part of the corpus holds. */
export interface SharedWord {
  readonly word: string;
  /** Number of the stem that stands for it. */
  readonly term: number;
  /** Number of the word in the lexicon of each part, or -1. */
  readonly idIn: readonly number[];
  /** How many passages hold it as a stem. */
  readonly holders: number;
  /** Whether anything that can be found holds it as a stem. */
  readonly isUsed: boolean;
}

/**
 * One numbering of words over several parts of a corpus, each of which numbers its own. A word gets its number when it
 * is first asked for; only words that a part holds get one.
 */
export class SharedLexicon {
  /** The parts of the corpus, each by its place. */
  readonly sources: readonly WordSource[];
  readonly #numbers = new Map<string, number>();
  readonly #words: SharedWord[] = [];

  constructor(sources: readonly WordSource[]) {
    this.sources = sources;
  }

  /** The number of a folded word, or -1 when no part holds it. */
  idOf(word: string): number {
    return this.#numbers.get(word) ?? this.#add(word);
  }

  /** The word with a number that was given out. */
  wordOf(id: number): string {
    return this.at(id).word;
  }

  /** Number of the stem that stands for the word with this number. */
  termOf(id: number): number {
    return this.at(id).term;
  }

  /** Throws a RangeError for a number that was not given out. */
  at(id: number): SharedWord {
    const spelling = this.#words[id];
    if (!spelling) throw new RangeError(`No word has the number ${id}.`);
    return spelling;
  }

  /** Tells the number of a word, by its number here, in the lexicon of the part at a place: -1 when it lacks it. */
  numbersIn(place: number): (id: number) => number {
    return (id) => this.at(id).idIn[place] ?? -1;
  }

  /** How many passages of all parts hold a term of the part at a place. Gives no word a number. */
  holdersOf(place: number, term: number): number {
    const source = this.sources[place];
    if (!source) return 0;
    // Alone, a part knows all; a word is put together from its letters only to look it up in another.
    if (this.sources.length === 1) return source.holdersOf(term);
    return this.holdersOfRoot(source.lexicon.wordOf(term));
  }

  /** How many passages of all parts hold a stem. Gives it no number. */
  holdersOfRoot(root: string): number {
    return this.#sum(this.#idsOf(root), (source, own) => source.holdersOf(own));
  }

  /** Whether the corpus holds a part of a form with an ending behind it. */
  holdsPart(form: string, part: WordPart): boolean {
    for (const { lexicon } of this.sources) if (lexicon.holdsPart(form, part)) return true;
    return false;
  }

  /** The word's number in the lexicon of each part, or -1. */
  #idsOf(word: string): readonly number[] {
    const ids: number[] = [];
    for (const source of this.sources) {
      const own = source.lexicon.idOf(word);
      ids.push(own >= 0 && source.isGone(own) ? -1 : own);
    }
    return ids;
  }

  /** A count of every part that holds the word, summed up. */
  #sum(ids: readonly number[], count: (source: WordSource, own: number) => number): number {
    return this.sources.reduce((total, source, i) => {
      const own = ids[i] ?? -1;
      return own < 0 ? total : total + count(source, own);
    }, 0);
  }

  #add(word: string): number {
    const idIn = this.#idsOf(word);
    const holder = idIn.findIndex((own) => own >= 0);
    const lexicon = this.sources[holder]?.lexicon;
    if (!lexicon) return -1;
    const root = lexicon.wordOf(lexicon.termOf(idIn[holder] ?? 0));
    const term = root === word ? this.#words.length : this.idOf(root);
    const number = this.#words.length;
    const holders = this.#sum(idIn, (source, own) => source.holdersOf(own));
    const isUsed = this.#sum(idIn, (source, own) => (source.isUsed(own) ? 1 : 0)) > 0;
    this.#words.push({ word, term, idIn, holders, isUsed });
    this.#numbers.set(word, number);
    return number;
  }
}
