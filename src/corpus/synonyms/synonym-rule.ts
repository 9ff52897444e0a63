/** A query expansion by the desk: a question with one of `asked` also finds passages with one of `finds`. */
export interface SynonymRule {
  readonly asked: readonly string[];
  readonly finds: readonly string[];
  /** True for synonyms, which weigh the same; false for a one-way expansion. */
  readonly isSame: boolean;
}
