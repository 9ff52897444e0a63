/** A stream of the process, which passes on whatever it is given, and whether a person looks at it. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}
