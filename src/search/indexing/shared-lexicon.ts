import type { WordPart } from '../columns/word-table.ts';
import { frequencyOf, stepsAt } from './posting-lists.ts';
import type { OpenSegment } from './segment.ts';

/** A word that some segment of the corpus holds. */
export interface SharedWord {
  readonly word: string;
  /** Number of the stem that stands for it. */
  readonly term: number;
  /** Number of the word in the lexicon of each segment, or -1. */
  readonly idIn: readonly number[];
  /** How many passages hold it as a stem. */
  readonly holders: number;
  /** Whether anything that can be found holds it as a stem. */
  readonly isUsed: boolean;
}

/** Passages that hold a term in a line only. */
function holdersByLine({ index, removal }: OpenSegment, term: number): number {
  const { starts, lists } = index.lines.postings;
  const to = starts[term + 1] ?? 0;
  let count = 0;
  let last = -1;
  for (let at = starts[term] ?? 0; at < to; at++) {
    const ordinal = index.passageOfLine[lists[at] ?? 0] ?? 0;
    if (ordinal === last || removal?.isRemoved[ordinal] === 1) continue;
    last = ordinal;
    if (stepsAt(index.text.postings, term, ordinal) === 0) count++;
  }
  return count;
}

function holdersIn(segment: OpenSegment, term: number): number {
  const { index, removal } = segment;
  const inText = frequencyOf(index.text.postings, term) - (removal?.holders[term] ?? 0);
  return inText + holdersByLine(segment, term);
}

function isUsedIn({ index, removal }: OpenSegment, term: number): boolean {
  if (removal?.isGone[term] === 1) return false;
  return [index.text, index.lines, index.surroundings].some(
    ({ postings }) => frequencyOf(postings, term) > 0,
  );
}

/**
 * One numbering of words over several segments, each of which numbers its own. A word gets its number when it is first
 * asked for; only words that a segment holds get one.
 */
export class SharedLexicon {
  readonly #segments: readonly OpenSegment[];
  readonly #numbers = new Map<string, number>();
  readonly #words: SharedWord[] = [];

  constructor(segments: readonly OpenSegment[]) {
    this.#segments = segments;
  }

  /** The number of a folded word, or -1 when no segment holds it. */
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

  /** How many passages of all segments hold a term of the segment at a place. Gives no word a number. */
  holdersOf(place: number, term: number): number {
    const segment = this.#segments[place];
    if (!segment) return 0;
    // Alone, a segment knows all; a word is put together from its letters only to look it up in another.
    if (this.#segments.length === 1) return holdersIn(segment, term);
    return this.#sum(this.#idsOf(segment.index.lexicon.wordOf(term)), holdersIn);
  }

  /** Whether a segment holds a part of a form with an ending behind it. */
  holdsPart(form: string, part: WordPart): boolean {
    for (const { index } of this.#segments) if (index.lexicon.holdsPart(form, part)) return true;
    return false;
  }

  /** The word's number in the lexicon of each segment, or -1. */
  #idsOf(word: string): readonly number[] {
    const ids: number[] = [];
    for (const { index, removal } of this.#segments) {
      const own = index.lexicon.idOf(word);
      ids.push(own >= 0 && removal?.isGone[own] === 1 ? -1 : own);
    }
    return ids;
  }

  /** A count of every segment that holds the word, summed up. */
  #sum(ids: readonly number[], count: (segment: OpenSegment, own: number) => number): number {
    return this.#segments.reduce((total, segment, i) => {
      const own = ids[i] ?? -1;
      return own < 0 ? total : total + count(segment, own);
    }, 0);
  }

  #add(word: string): number {
    const idIn = this.#idsOf(word);
    const holder = idIn.findIndex((own) => own >= 0);
    const segment = this.#segments[holder];
    if (!segment) return -1;
    const root = segment.index.lexicon.wordOf(segment.index.lexicon.termOf(idIn[holder] ?? 0));
    const term = root === word ? this.#words.length : this.idOf(root);
    const number = this.#words.length;
    const isUsed = this.#sum(idIn, (one, own) => (isUsedIn(one, own) ? 1 : 0)) > 0;
    this.#words.push({ word, term, idIn, holders: this.#sum(idIn, holdersIn), isUsed });
    this.#numbers.set(word, number);
    return number;
  }
}
