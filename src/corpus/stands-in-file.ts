import { readFile } from 'node:fs/promises';
import { standsInArchive } from './archive/index.ts';
import type { Passage } from './passage.ts';
import { readBlockQuote } from './sheets/block-quote.ts';

/** Whether the words of a passage still stand at their place. False, too, when the file is gone. */
export async function standsInFile(passage: Passage): Promise<boolean> {
  const { text, place } = passage;
  if (place.item) return standsInArchive(passage);
  try {
    const file = new TextDecoder().decode(await readFile(place.file));
    return readBlockQuote(file.slice(place.start, place.end)) === text;
  } catch {
    return false;
  }
}
