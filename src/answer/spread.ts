/** In how many outlets the words of one origin stand. */
export interface Spread {
  /** The agency they come from; null where none is named. */
  readonly origin: string | null;
  /** At least one; two where no agency is named. */
  readonly outlets: number;
}
