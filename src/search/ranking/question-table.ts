import type { Question } from '../question/question.ts';

/**
 * Tells at once which term of the question a term of the corpus stands for. The table has a cell for every word
 * of the lexicon and is made once for an index; only the question's cells are set and cleared again.
 */
export class QuestionTable {
  readonly #numbers: Int32Array;
  readonly #certainties: Float64Array;
  /** A joined word stands for two words of the question: the second of them. */
  readonly #seconds: Int32Array;
  #question: Question = { terms: [], expected: { type: 'thing', focus: -1 }, focus: -1, assumptions: [] };

  constructor(words: number) {
    this.#numbers = new Int32Array(words);
    this.#certainties = new Float64Array(words);
    this.#seconds = new Int32Array(words);
  }

  get question(): Question {
    return this.#question;
  }

  /** Clears the cells of the question before and sets those of this one. */
  lay(question: Question): void {
    this.#eachAlternative((term) => {
      this.#numbers[term] = 0;
      this.#seconds[term] = 0;
    });
    this.#question = question;
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

  #eachAlternative(visit: (term: number, certainty: number, number: number) => void): void {
    this.#question.terms.forEach(({ alternatives }, number) => {
      for (const { term, certainty } of alternatives) visit(term, certainty, number);
    });
  }
}
