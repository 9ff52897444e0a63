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
  const sheets = new Map<string, Buffer>();
  const archive = openArchiveVerifier();
  const verified: boolean[] = [];
  try {
    for (const passage of passages) {
      const { file, item } = passage.place;
      if (item) verified.push(await archive.verify(passage));
      else {
        const sheet = sheets.get(file) ?? (await readSheet(file));
        sheets.set(file, sheet);
        verified.push(isInSheet(passage, sheet));
      }
    }
    return verified;
  } finally {
    await archive.close();
  }
}

function isInSheet({ text, place }: Passage, sheet: Buffer): boolean {
  // Words that fill one line stand there byte for byte: nothing need be decoded to find them.
  if (sheet.includes(text)) return true;
  const content = new TextDecoder().decode(sheet);
  return parseBlockQuote(content.slice(place.start, place.end)) === text || content.includes(text);
}

/** Empty for a file that is gone. */
async function readSheet(file: string): Promise<Buffer> {
  const reading = await readRegularFile(file, LARGEST);
  if (reading.kind === 'gone') return Buffer.alloc(0);
  if (reading.kind === 'read') return asBuffer(reading.bytes);
  throw new UnreachableFileError(
    file,
    reading.kind === 'large' ? 'it is too large' : `it is ${reading.what}`,
  );
}

/** The same bytes, not a copy of them. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
