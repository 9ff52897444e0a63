import { openArchiveVerifier } from './archive/archive-verifier.ts';
import { UnreachableFileError } from './files/file-trouble.ts';
import { readRegularFile } from './files/read-file.ts';
import type { Passage } from './passage.ts';
import { parseBlockQuote } from './sheets/parse-block-quote.ts';
import { SHEET_KIND } from './sheets/read-sheet.ts';

const LARGEST = SHEET_KIND.largestMegabytes * 1024 * 1024;

/**
 * Of some passages, whether their words still stand in their files: at their place, or elsewhere after an edit above
 * them that has not been read yet. Not when the file is gone. Each file is read once. Rejects with an
 * `UnreachableFileError` where that cannot be told just now: words are never said to be gone for that.
 */
export async function standInFiles(passages: readonly Passage[]): Promise<readonly boolean[]> {
  const texts = new Map<string, string>();
  const archive = openArchiveVerifier();
  const stand: boolean[] = [];
  try {
    for (const passage of passages) {
      const { file, item } = passage.place;
      if (!item && !texts.has(file)) texts.set(file, await readSheetText(file));
      stand.push(item ? await archive.verify(passage) : standsInText(passage, texts.get(file) ?? ''));
    }
    return stand;
  } finally {
    await archive.close();
  }
}

function standsInText({ text, place }: Passage, file: string): boolean {
  return parseBlockQuote(file.slice(place.start, place.end)) === text || file.includes(text);
}

/** Empty for a file that is gone: no words stand in it. */
async function readSheetText(file: string): Promise<string> {
  const reading = await readRegularFile(file, LARGEST);
  if (reading.kind === 'gone') return '';
  if (reading.kind === 'read') return new TextDecoder().decode(reading.bytes);
  throw new UnreachableFileError(
    file,
    reading.kind === 'large' ? 'it is too large' : `it is ${reading.what}`,
  );
}
