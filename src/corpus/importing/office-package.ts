import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DOCX_PROPERTIES, type ForeignFile } from '../importers/index.ts';
import { collectBytes } from './collect-bytes.ts';
import type { ImportLimits } from './import-item.ts';
import { checkRatio, limitEntries } from './package-checks.ts';

/** The parts of a document of Word, its text apart from the others. */
export interface WordParts {
  readonly text: Buffer;
  readonly others: ReadonlyMap<string, string>;
}

const TEXT = /^word\/document\d*\.xml$/;
const SAVE_AS = 'Open it, save it as .docx or plain text, and import that';

/** What programs pack, by a file that each has. */
const KINDS: readonly (ForeignFile & { readonly has: RegExp })[] = [
  { seems: 'an Excel workbook', mend: 'Save it as “CSV UTF-8” and import that', has: /^xl\// },
  { seems: 'a PowerPoint presentation', mend: SAVE_AS, has: /^ppt\// },
  {
    seems: 'a document of Pages, Numbers or Keynote',
    mend: SAVE_AS,
    has: /\.iwa$|^index\.apxl$|^Index\.zip$/,
  },
  { seems: 'an OpenDocument file', mend: SAVE_AS, has: /^content\.xml$/ },
  { seems: 'an e-book', mend: SAVE_AS, has: /^META-INF\/container\.xml$/ },
];
const PACKAGE: ForeignFile = { seems: 'a package (zip)', mend: 'Give it a name that ends in .zip' };

/** Whether bytes begin as a zip, which documents of many programs are. */
export function isZip(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
}

/**
 * The parts of a document of Word, or what else it seems to be. Rejects with an ImportItemError for what unfolds like a
 * bomb, and with other errors for what is damaged.
 */
export async function openOffice(bytes: Buffer, limits: ImportLimits): Promise<WordParts | ForeignFile> {
  const zip = await fromBufferPromise(bytes, {
    lazyEntries: true,
    decodeStrings: false,
    validateEntrySizes: true,
  });
  const others = new Map<string, string>();
  let text: Buffer | undefined;
  let foreign = PACKAGE;
  for await (const entry of limitEntries(zip.eachEntry(), limits.mostEntries)) {
    const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/');
    if (TEXT.test(name)) text ??= await readPart(zip, entry, limits);
    else if (name === DOCX_PROPERTIES)
      others.set(name, (await readPart(zip, entry, limits)).toString('utf8'));
    if (foreign === PACKAGE) foreign = KINDS.find(({ has }) => has.test(name)) ?? PACKAGE;
  }
  return text ? { text, others } : foreign;
}

async function readPart(zip: ZipFile, entry: Entry, { largestDocument, largestRatio }: ImportLimits) {
  checkRatio(entry.uncompressedSize, entry.compressedSize, largestRatio);
  return collectBytes(await zip.openReadStreamPromise(entry), largestDocument);
}
