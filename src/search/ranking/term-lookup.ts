import type { AlternativeName, Query } from '../query/query.ts';

/** A name that may stand in a passage, and the numbers of the question's terms it stands for. */
export interface SoughtName {
  readonly name: AlternativeName;
  readonly terms: readonly number[];
}

/** A term of the question, by its number, that a word of a passage is akin to, and how much, 0 to 1. */
export interface Kinship {
  readonly number: number;
  readonly likeness: number;
}

const NO_NAMES: readonly SoughtName[] = [];

/** A term of the corpus that stands for terms of the question. */
interface Standing {
  readonly term: number;
  number: number;
  certainty: number;
  /** A joined word stands for two words of the question: the second of them, or -1. */
  second: number;
}

/**
 * Tells at once which term of the question a term of the corpus stands for. It has a cell for every word
 * of the lexicon and is made once for an index; only the question's cells are set and cleared again.
 */
export class TermLookup {
  /** By term: its place in `#standings` plus 1, or 0. */
  readonly #places: Uint16Array;
  #standings: Standing[] = [];
  #question: Query = {
    terms: [],
    expected: { type: 'topic', focus: -1 },
    countries: undefined,
    casualties: undefined,
    asksForWords: false,
    focus: -1,
    assumptions: [],
  };

  /** By term: 1 where a name of the question begins with it. Asked for every word of a line. */
  readonly #beginsName: Uint8Array;
  /** By the first term of each: other names for what the question names. */
  readonly #names = new Map<number, SoughtName[]>();

  /** By term: place of its kinship plus 1, or 0. */
  readonly #kin: Uint16Array;
  #kinships: Kinship[] = [];

  constructor(words: number) {
    this.#places = new Uint16Array(words);
    this.#beginsName = new Uint8Array(words);
    this.#kin = new Uint16Array(words);
  }

  get question(): Query {
    return this.#question;
  }

  /** Clears the cells of the question before and sets those of this one. */
  bind(question: Query): void {
    for (const { term } of this.#standings) this.#places[term] = 0;
    this.#standings = [];
    this.#clearKin();
    this.#question = question;
    this.#bindNames();
    this.#bindKin();
    question.terms.forEach(({ alternatives }, number) => {
      for (const { term, certainty, names } of alternatives) if (!names) this.#stand(term, number, certainty);
    });
  }

  /** Number of the question's term that the corpus term stands for, or -1. */
  termAt(term: number): number {
    const place = this.#places[term] ?? 0;
    return place === 0 ? -1 : (this.#standings[place - 1]?.number ?? -1);
  }

  /** How surely it does, 0 to 1; 0 for a term that stands for none. */
  certaintyAt(term: number): number {
    return this.#standings[(this.#places[term] ?? 0) - 1]?.certainty ?? 0;
  }

  /** Number of the second term that the corpus term stands for as well, or -1. */
  secondTermAt(term: number): number {
    return this.#standings[(this.#places[term] ?? 0) - 1]?.second ?? -1;
  }

  /** Whether the corpus holds anything akin to a word of the question. */
  get hasKin(): boolean {
    return this.#kinships.length > 0;
  }

  /** The word of the question that the corpus term is most akin to. */
  kinshipAt(term: number): Kinship | undefined {
    const place = this.#kin[term] ?? 0;
    return place === 0 ? undefined : this.#kinships[place - 1];
  }

  /** Whether the question names something that has other names. */
  get hasNames(): boolean {
    return this.#names.size > 0;
  }

  /** The other names that begin with a corpus term. */
  namesAt(term: number): readonly SoughtName[] {
    return this.#beginsName[term] === 1 ? (this.#names.get(term) ?? NO_NAMES) : NO_NAMES;
  }

  #clearKin(): void {
    for (const { related } of this.#question.terms) for (const { term } of related) this.#kin[term] = 0;
    this.#kinships = [];
  }

  #bindKin(): void {
    this.#question.terms.forEach(({ related }, number) => {
      for (const { term, similarity } of related) {
        if (similarity <= (this.kinshipAt(term)?.likeness ?? 0)) continue;
        this.#kin[term] = this.#kinships.push({ number, likeness: similarity });
      }
    });
  }

  #bindNames(): void {
    for (const first of this.#names.keys()) this.#beginsName[first] = 0;
    this.#names.clear();
    const terms = new Map<AlternativeName, number[]>();
    this.#question.terms.forEach(({ alternatives }, number) => {
      for (const name of alternatives.flatMap(({ names }) => names ?? []))
        terms.set(name, [...(terms.get(name) ?? []), number]);
    });
    for (const [name, numbers] of terms) {
      const first = name.words[0]?.term ?? -1;
      this.#names.set(first, [...(this.#names.get(first) ?? []), { name, terms: numbers }]);
      this.#beginsName[first] = 1;
    }
  }

  #stand(term: number, number: number, certainty: number): void {
    const known = this.#standings[(this.#places[term] ?? 0) - 1];
    if (!known) {
      this.#places[term] = this.#standings.push({ term, number, certainty, second: -1 });
      return;
    }
    // A joined word is an equal alternative of both its parts; otherwise the surer meaning counts.
    if (certainty === known.certainty) known.second = number;
    if (certainty <= known.certainty) return;
    known.number = number;
    known.certainty = certainty;
  }
}
