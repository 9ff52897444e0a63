import { standsInArchive } from './archive/index.ts';
import type { Passage } from './passage.ts';
import { standsInFile } from './stands-in-file.ts';

/** Whether the words of a passage still stand at their place, in its sheet or its article. */
export function standsOnFile(passage: Passage): Promise<boolean> {
  return passage.place.item ? standsInArchive(passage) : standsInFile(passage);
}
