import type { KnownName, Question } from '../question/question.ts';

/** A name that may stand in a passage, and the numbers of the question's terms it stands for. */
export interface SoughtName {
  readonly name: KnownName;
  readonly terms: readonly number[];
}

/** A term of the question, by its number, that a word of a passage is akin to, and how much, 0 to 1. */
export interface Kinship {
  readonly number: number;
  readonly likeness: number;
}

const NO_NAMES: readonly SoughtName[] = [];

/**
 * Tells at once which term of the question a term of the corpus stands for. It has a cell for every word
 * of the lexicon and is made once for an index; only the question's cells are set and cleared again.
 */
export class TermLookup {
  readonly #numbers: Uint8Array;
  readonly #certainties: Float64Array;
  /** A joined word stands for two words of the question: the second of them. */
  readonly #seconds: Uint8Array;
  #question: Question = {
    terms: [],
    expected: { type: 'thing', focus: -1 },
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
    this.#numbers = new Uint8Array(words);
    this.#certainties = new Float64Array(words);
    this.#seconds = new Uint8Array(words);
    this.#beginsName = new Uint8Array(words);
    this.#kin = new Uint16Array(words);
  }

  get question(): Question {
    return this.#question;
  }

  /** Clears the cells of the question before and sets those of this one. */
  bind(question: Question): void {
    this.#eachAlternative((term) => {
      this.#numbers[term] = 0;
      this.#seconds[term] = 0;
    });
    this.#clearKin();
    this.#question = question;
    this.#layNames();
    this.#layKin();
    this.#eachAlternative((term, certainty, number) => {
      const isTaken = this.#numbers[term] !== 0;
      // A joined word is an equal alternative of both its parts; otherwise the surer meaning counts.
      if (isTaken && certainty === this.#certainties[term]) this.#seconds[term] = number + 1;
      if (isTaken && certainty <= (this.#certainties[term] ?? 0)) return;
      this.#numbers[term] = number + 1;
      this.#certainties[term] = certainty;
    });
  }

  /** Number of the question's term that the corpus term stands for, or -1. */
  termAt(term: number): number {
    return (this.#numbers[term] ?? 0) - 1;
  }

  /** How surely it does, 0 to 1. Says nothing of a term that stands for none. */
  certaintyAt(term: number): number {
    return this.#certainties[term] ?? 0;
  }

  /** Number of the second term that the corpus term stands for as well, or -1. */
  secondTermAt(term: number): number {
    return (this.#seconds[term] ?? 0) - 1;
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
    for (const { akin } of this.#question.terms) for (const { term } of akin) this.#kin[term] = 0;
    this.#kinships = [];
  }

  #layKin(): void {
    this.#question.terms.forEach(({ akin }, number) => {
      for (const { term, likeness } of akin) {
        if (likeness <= (this.kinshipAt(term)?.likeness ?? 0)) continue;
        this.#kin[term] = this.#kinships.push({ number, likeness });
      }
    });
  }

  #layNames(): void {
    for (const first of this.#names.keys()) this.#beginsName[first] = 0;
    this.#names.clear();
    const terms = new Map<KnownName, number[]>();
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

  #eachAlternative(visit: (term: number, certainty: number, number: number) => void): void {
    this.#question.terms.forEach(({ alternatives }, number) => {
      for (const { term, certainty, names } of alternatives) if (!names) visit(term, certainty, number);
    });
  }
}
