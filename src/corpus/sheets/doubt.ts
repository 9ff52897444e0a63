/**
 * Something in a sheet that cannot be taken for what it says, such as a line that belongs to no field. It is told, and
 * holds back the facts that it may have been written to hold back.
 */
export interface Doubt {
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}
