import { readFile } from 'node:fs';
import { promisify } from 'node:util';
import { standsInArchive } from './archive/stands-in-archive.ts';
import type { Passage } from './passage.ts';
import { readBlockQuote } from './sheets/block-quote.ts';

/** Every reply reads a few files: `node:fs/promises` takes five times as long over a small one. */
const read = promisify(readFile);

/**
 * Whether the words of a passage still stand in their file: at their place, or elsewhere after an edit above them that
 * has not been read yet. False when the file is gone.
 */
export async function standsInFile(passage: Passage): Promise<boolean> {
  const { text, place } = passage;
  if (place.item) return standsInArchive(passage);
  try {
    const file = new TextDecoder().decode(await read(place.file));
    return readBlockQuote(file.slice(place.start, place.end)) === text || file.includes(text);
  } catch {
    return false;
  }
}
