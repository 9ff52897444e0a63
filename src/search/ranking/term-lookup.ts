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

/** A term that was noted, while what it is to the question is still being gathered. */
type NotedTerm = { -readonly [Field in keyof SoughtTerm]: SoughtTerm[Field] } & { readonly term: number };

/** The names of a question, each with the terms that it stands for. */
function namesIn({ terms }: Query): readonly SoughtName[] {
  const numbers = new Map<AlternativeName, number[]>();
  terms.forEach(({ alternatives }, number) => {
    for (const { names } of alternatives)
      for (const name of names ?? []) numbers.set(name, [...(numbers.get(name) ?? []), number]);
  });
  return [...numbers].map(([name, of]) => ({ name, terms: of }));
}

/** Multiplier of Knuth's hash: neighbouring numbers go to slots far apart. */
const SPREAD = 0x9e3779b1;

/** Bits of the number of a slot: twice as many slots as terms, so that what is not sought mostly meets an empty one. */
function bitsFor({ terms }: Query, names: number): number {
  let most = names;
  for (const { alternatives, related } of terms) most += alternatives.length + related.length;
  return Math.ceil(Math.log2(Math.max(4, most * 2)));
}

/**
 * Tells at once what a term of the corpus is to a question. Made for the question; asked for every word of a passage.
 */
export class TermLookup {
  readonly hasNames: boolean;
  /** Open addressing, a power of two of slots: place among the noted terms plus 1, or 0. */
  readonly #slots: Uint16Array;
  readonly #noted: NotedTerm[] = [];
  readonly #shift: number;

  constructor(query: Query) {
    const names = namesIn(query);
    const bits = bitsFor(query, names.length);
    this.hasNames = names.length > 0;
    this.#slots = new Uint16Array(2 ** bits);
    this.#shift = 32 - bits;
    for (let number = 0; number < query.terms.length; number++) this.#noteTerm(query, number);
    for (const name of names) {
      const first = this.#note(name.name.words[0]?.term ?? -1);
      first.names = [...first.names, name];
    }
  }

  at(term: number): SoughtTerm {
    const slots = this.#slots;
    let slot = Math.imul(term, SPREAD) >>> this.#shift;
    for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
      const noted = this.#noted[place - 1];
      if (noted?.term === term) return noted;
      slot = (slot + 1) & (slots.length - 1);
    }
    return NOT_SOUGHT;
  }

  /** What is known of a term so far. */
  #note(term: number): NotedTerm {
    const known = this.at(term);
    if (known !== NOT_SOUGHT) return known as NotedTerm;
    const fresh = { ...NOT_SOUGHT, term };
    const slots = this.#slots;
    let slot = Math.imul(term, SPREAD) >>> this.#shift;
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = this.#noted.push(fresh);
    return fresh;
  }

  #noteTerm({ terms }: Query, number: number): void {
    for (const { term, certainty, names } of terms[number]?.alternatives ?? []) {
      if (names) continue;
      const noted = this.#note(term);
      // A surer meaning replaces another. A joined word is an equal alternative of both its parts.
      if (certainty === noted.certainty && noted.number >= 0) noted.second = number;
      if (certainty <= noted.certainty) continue;
      noted.number = number;
      noted.certainty = certainty;
    }
    for (const { term, similarity } of terms[number]?.related ?? []) {
      const noted = this.#note(term);
      if (similarity <= noted.similarity) continue;
      noted.relatedTo = number;
      noted.similarity = similarity;
    }
  }
}
