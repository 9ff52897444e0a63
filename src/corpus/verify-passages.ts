import { openArchiveVerifier } from './archive/archive-verifier.ts';
import { UnreachableFileError } from './files/file-errors.ts';
import { readRegularFile } from './files/read-file.ts';
import type { Passage } from './passage.ts';
import { parseBlockQuote } from './sheets/parse-block-quote.ts';
import { SHEET_KIND } from './sheets/read-sheet.ts';

const LARGEST = SHEET_KIND.largestMegabytes * 1024 * 1024;

/**
 * For each passage, whether its words still stand verbatim in its file: at their place, or elsewhere after an edit
 * above them that has not been read yet. False when the file is gone. Each file is read once. Rejects with an
 * `UnreachableFileError` when a file cannot be read just now, which is no proof that its words are gone.
 */
export async function verifyPassages(passages: readonly Passage[]): Promise<readonly boolean[]> {
  const texts = new Map<string, string>();
  const archive = openArchiveVerifier();
  const verified: boolean[] = [];
  try {
    for (const passage of passages) {
      const { file, item } = passage.place;
      if (!item && !texts.has(file)) texts.set(file, await readSheetText(file));
      verified.push(item ? await archive.verify(passage) : isInText(passage, texts.get(file) ?? ''));
    }
    return verified;
  } finally {
    await archive.close();
  }
}

function isInText({ text, place }: Passage, file: string): boolean {
  return parseBlockQuote(file.slice(place.start, place.end)) === text || file.includes(text);
}

/** Empty for a file that is gone. */
async function readSheetText(file: string): Promise<string> {
  const reading = await readRegularFile(file, LARGEST);
  if (reading.kind === 'gone') return '';
  if (reading.kind === 'read') return new TextDecoder().decode(reading.bytes);
  throw new UnreachableFileError(
    file,
    reading.kind === 'large' ? 'it is too large' : `it is ${reading.what}`,
  );
}
