/** What a question says of wanting the newest. */
export interface LatestRequest {
  /** Whether the newest of several answers is asked for: "the latest count". */
  readonly asksForLatest: boolean;
  /** Positions of the words that only ask for it, and that no answer need hold. */
  readonly askingWords: ReadonlySet<number>;
}

const REQUESTS: readonly (readonly string[])[] = [
  ['latest'],
  ['newest'],
  ['most', 'recent'],
  ['most', 'recently'],
  ['most', 'up', 'to', 'date'],
  ['up', 'to', 'date'],
];

/** Reads from the folded words of a question, grammar words included, whether it asks for the newest. */
export function readLatestRequest(words: readonly string[]): LatestRequest {
  for (const request of REQUESTS) {
    const at = words.findIndex((_, place) => request.every((word, i) => words[place + i] === word));
    if (at >= 0) return { asksForLatest: true, askingWords: new Set(request.map((_, i) => at + i)) };
  }
  return { asksForLatest: false, askingWords: new Set() };
}
