/** A line of a stream, and where its bytes stand. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly bytes: Buffer;
}

/** A line that was read over because it is longer than the limit. */
export interface LongLine {
  readonly number: number;
  readonly byteLength: number;
  readonly bytes?: never;
}

/** The largest article seen in the wild has some 400 kB; a longer line is an export gone wrong. */
export const LONGEST_LINE_BYTES = 8 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes, one after the other and without their line feed, in memory no larger than the
 * longest line. A line over `limit` bytes is reported without its bytes. Rejects when the stream fails.
 */
export async function* readLines(
  chunks: AsyncIterable<unknown>,
  limit = LONGEST_LINE_BYTES,
): AsyncGenerator<Line | LongLine> {
  let number = 1;
  let lineStart = 0;
  let position = 0;
  let kept: Buffer[] = [];
  const finish = (end: number): Line | LongLine => {
    const byteLength = end - lineStart;
    const place = { number, byteOffset: lineStart, byteLength };
    const [only] = kept;
    const bytes = kept.length === 1 && only ? only : Buffer.concat(kept);
    number += 1;
    lineStart = end + 1;
    kept = [];
    return byteLength > limit ? { number: place.number, byteLength } : { ...place, bytes };
  };
  const keep = (bytes: Buffer, end: number) => {
    if (end - lineStart <= limit) kept.push(bytes);
    else kept = [];
  };
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at), position + at);
      yield finish(position + at);
      from = at + 1;
    }
    position += chunk.length;
    if (from < chunk.length) keep(chunk.subarray(from), position);
  }
  if (position > lineStart) yield finish(position);
}
