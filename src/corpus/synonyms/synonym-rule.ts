/** What the desk says of names and words: whoever asks for one of `asked` is also shown what holds one of `finds`. */
export interface SynonymRule {
  readonly asked: readonly string[];
  readonly finds: readonly string[];
  /** True where they mean the same, so that one is as good as the other. */
  readonly isSame: boolean;
}
