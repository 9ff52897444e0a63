import type { AlternativeName, Query } from '../query/query.ts';

/** A name that may stand in a passage, and the numbers of the question's terms it stands for. */
export interface SoughtName {
  readonly name: AlternativeName;
  readonly terms: readonly number[];
}

/** What a term of the corpus is to a question. */
export interface SoughtTerm {
  /** Number of the question's term that it stands for, or -1. */
  readonly number: number;
  /** How surely it does, 0 to 1. */
  readonly certainty: number;
  /** A joined word stands for two words of the question: the number of the second of them, or -1. */
  readonly second: number;
  /**
   * Number of the question's term that it is most related to, and how similar both are, 0 to 1; 0 when it is to none.
   */
  readonly relatedTo: number;
  readonly similarity: number;
  /** Other names for what the question names that begin with it. */
  readonly names: readonly SoughtName[];
}

const NO_NAMES: readonly SoughtName[] = [];
const NOT_SOUGHT: SoughtTerm = {
  number: -1,
  certainty: 0,
  second: -1,
  relatedTo: -1,
  similarity: 0,
  names: NO_NAMES,
};

type OpenTerm = { -readonly [Field in keyof SoughtTerm]: SoughtTerm[Field] };

/** A surer meaning replaces another. A joined word is an equal alternative of both its parts. */
function addMeaning(sought: OpenTerm, number: number, certainty: number): void {
  if (certainty === sought.certainty && sought.number >= 0) sought.second = number;
  if (certainty <= sought.certainty) return;
  sought.number = number;
  sought.certainty = certainty;
}

/** The names of a question, each with the terms that it stands for. */
function namesIn({ terms }: Query): readonly SoughtName[] {
  const numbers = new Map<AlternativeName, number[]>();
  terms.forEach(({ alternatives }, number) => {
    for (const name of alternatives.flatMap(({ names }) => names ?? []))
      numbers.set(name, [...(numbers.get(name) ?? []), number]);
  });
  return [...numbers].map(([name, of]) => ({ name, terms: of }));
}

/** By term of the corpus: what it is to a question. */
function seek(query: Query, names: readonly SoughtName[]): ReadonlyMap<number, SoughtTerm> {
  const sought = new Map<number, OpenTerm>();
  const at = (term: number) => {
    const known = sought.get(term);
    if (known) return known;
    const fresh = { number: -1, certainty: 0, second: -1, relatedTo: -1, similarity: 0, names: NO_NAMES };
    sought.set(term, fresh);
    return fresh;
  };
  query.terms.forEach(({ alternatives, related }, number) => {
    for (const { term, certainty, names: of } of alternatives)
      if (!of) addMeaning(at(term), number, certainty);
    for (const { term, similarity } of related) {
      const one = at(term);
      if (similarity <= one.similarity) continue;
      one.relatedTo = number;
      one.similarity = similarity;
    }
  });
  for (const name of names) {
    const first = at(name.name.words[0]?.term ?? -1);
    first.names = [...first.names, name];
  }
  return sought;
}

/** Multiplier of Knuth's hash: neighbouring numbers go to slots far apart. */
const SPREAD = 0x9e3779b1;

/**
 * Tells at once what a term of the corpus is to a question. Made for the question; asked for every word of a passage.
 */
export class TermLookup {
  readonly hasNames: boolean;
  /** Open addressing, a power of two of slots, a quarter full at most: term plus 1, or 0. */
  readonly #slots: Int32Array;
  readonly #sought: readonly SoughtTerm[];
  readonly #shift: number;

  constructor(query: Query) {
    const names = namesIn(query);
    const sought = seek(query, names);
    const bits = Math.ceil(Math.log2(Math.max(4, sought.size * 4)));
    const slots = new Int32Array(2 ** bits);
    const places = new Array<SoughtTerm>(slots.length).fill(NOT_SOUGHT);
    for (const [term, one] of sought) {
      let slot = Math.imul(term, SPREAD) >>> (32 - bits);
      while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
      slots[slot] = term + 1;
      places[slot] = one;
    }
    this.hasNames = names.length > 0;
    this.#slots = slots;
    this.#sought = places;
    this.#shift = 32 - bits;
  }

  at(term: number): SoughtTerm {
    const slots = this.#slots;
    let slot = Math.imul(term, SPREAD) >>> this.#shift;
    for (let held = slots[slot]; held !== 0; held = slots[slot]) {
      if (held === term + 1) return this.#sought[slot] ?? NOT_SOUGHT;
      slot = (slot + 1) & (slots.length - 1);
    }
    return NOT_SOUGHT;
  }
}
