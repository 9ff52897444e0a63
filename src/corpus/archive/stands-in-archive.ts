import type { Passage } from '../passage.ts';
import { readItemText } from './item-text.ts';
import { openRecords } from './records.ts';

/**
 * Whether the words of an archive passage still stand at their place, in the same article. False, too, when the
 * file is gone, and for a passage that is not of the archive.
 */
export async function standsInArchive({ text, place }: Passage): Promise<boolean> {
  if (!place.item) return false;
  const records = openRecords();
  try {
    const item = await records.read({ file: place.file, ...place.item });
    const read = item && readItemText(item);
    return read !== undefined && 'text' in read && read.text.slice(place.start, place.end) === text;
  } finally {
    await records.close();
  }
}
