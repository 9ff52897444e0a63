import { ImportItemError } from './import-item.ts';

/** All bytes of a stream. Rejects with an ImportItemError as soon as there are more than `limit`. */
export async function collectBytes(chunks: AsyncIterable<unknown>, limit: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const bytes = toBuffer(chunk);
    length += bytes.length;
    if (length > limit) {
      const size = Math.floor(limit / 1024 / 1024);
      throw new ImportItemError(
        `the document is larger than ${size} MB`,
        'Split it, or export it as JSON Lines',
      );
    }
    kept.push(bytes);
  }
  return Buffer.concat(kept);
}

/** Pipes give text or bytes, as they were opened. */
export function toBuffer(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk)
    ? chunk
    : chunk instanceof Uint8Array
      ? Buffer.from(chunk)
      : Buffer.from(String(chunk));
}
