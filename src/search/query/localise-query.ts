import type { SharedLexicon } from '../indexing/shared-lexicon.ts';
import type { Alternative, AlternativeName, Query, RelatedTerm } from './query.ts';

/** Leads words and names from the numbers of all segments to those of one. */
class Translation {
  readonly #sharedLexicon: SharedLexicon;
  readonly #place: number;
  /** The words of a name share one object, and go on doing so. */
  readonly #names = new Map<AlternativeName, AlternativeName | undefined>();

  constructor(sharedLexicon: SharedLexicon, place: number) {
    this.#sharedLexicon = sharedLexicon;
    this.#place = place;
  }

  /** The segment's own number, or -1 when it lacks the word. */
  idOf(number: number): number {
    return number < 0 ? -1 : (this.#sharedLexicon.at(number).idIn[this.#place] ?? -1);
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
 * The question in the numbers of one segment, by its place among the segments. Words that the segment lacks are left
 * out.
 */
export function localiseQuery(question: Query, sharedLexicon: SharedLexicon, place: number): Query {
  const translation = new Translation(sharedLexicon, place);
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
