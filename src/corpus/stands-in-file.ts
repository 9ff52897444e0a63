import { readFile } from 'node:fs/promises';
import { readBlockQuote } from './block-quote.ts';
import type { Passage } from './passage.ts';

/** Whether the words of a passage still stand at their place. False, too, when the file is gone. */
export async function standsInFile({ text, place }: Passage): Promise<boolean> {
  try {
    const file = new TextDecoder().decode(await readFile(place.file));
    return readBlockQuote(file.slice(place.start, place.end)) === text;
  } catch {
    return false;
  }
}
