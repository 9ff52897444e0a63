import type { Alternative, AlternativeName, Query, RelatedTerm } from './query.ts';

/** Leads words and names from the numbers of all segments to those of one. */
class Translation {
  readonly #numberIn: (number: number) => number;
  /** The words of a name share one object, and go on doing so. */
  readonly #names = new Map<AlternativeName, AlternativeName | undefined>();

  constructor(numberIn: (number: number) => number) {
    this.#numberIn = numberIn;
  }

  /** The segment's own number, or -1 when it lacks the word. */
  idOf(number: number): number {
    return number < 0 ? -1 : this.#numberIn(number);
  }

  /** Undefined when the segment lacks the term, or a word of every name. */
  alternative({ term, certainty, names }: Alternative): Alternative | undefined {
    const own = this.idOf(term);
    if (own < 0) return undefined;
    if (!names) return { term: own, certainty };
    const ownNames = names.flatMap((name) => this.#name(name) ?? []);
    return ownNames.length === 0 ? undefined : { term: own, certainty, names: ownNames };
  }

  /** Undefined when the segment lacks the term. */
  related({ term, similarity }: RelatedTerm): RelatedTerm | undefined {
    const own = this.idOf(term);
    return own < 0 ? undefined : { term: own, similarity };
  }

  #name(name: AlternativeName): AlternativeName | undefined {
    if (!this.#names.has(name)) {
      const words = name.words.map(({ term, offset }) => ({ term: this.idOf(term), offset }));
      this.#names.set(name, words.some(({ term }) => term < 0) ? undefined : { ...name, words });
    }
    return this.#names.get(name);
  }
}

/**
 * The question in the numbers of one segment. Words that the segment lacks are left out.
 * @param numberIn tells the number of a word there, -1 when the segment lacks it
 */
export function localiseQuery(question: Query, numberIn: (number: number) => number): Query {
  const translation = new Translation(numberIn);
  return {
    ...question,
    terms: question.terms.map((term) => ({
      ...term,
      alternatives: term.alternatives.flatMap((one) => translation.alternative(one) ?? []),
      related: term.related.flatMap((one) => translation.related(one) ?? []),
      word: translation.idOf(term.word),
    })),
  };
}
