/** A fact, questions that ask for it in whatever writing, and questions that ask for another one of its kind. */
export interface Written {
  readonly fact: string;
  readonly same: readonly string[];
  readonly other: readonly string[];
}
