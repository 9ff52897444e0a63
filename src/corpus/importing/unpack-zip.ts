import { fileURLToPath } from 'node:url';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { collectBytes, toBuffer } from './collect-bytes.ts';
import { type ImportItem, type ImportLimits, type Refusal, refuse } from './import-item.ts';
import { checkRatio, isBomb, isEscaping, isHidden, isPackage, limitEntries } from './package-checks.ts';

/** The files in a zip. Their sizes are checked as they unfold, whatever the zip says of them, and all together. */
export async function* unpackZip(
  packed: ImportItem,
  limits: ImportLimits,
): AsyncGenerator<ImportItem | Refusal> {
  // Names are checked here, one by one: the package would give up at the first bad one.
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  const zip = packed.address.startsWith('file:')
    ? await openPromise(fileURLToPath(packed.address), options)
    : await fromBufferPromise(await collectBytes(packed.open(), limits.largestDocument), options);
  let unfolded = 0;
  for await (const entry of limitEntries(zip.eachEntry(), limits.mostEntries)) {
    const { uncompressedSize, compressedSize } = entry;
    // One that is a bomb by itself is never unfolded.
    if (!isBomb(uncompressedSize, compressedSize, limits.largestRatio)) unfolded += uncompressedSize;
    // Many names may stand for the same packed bytes.
    checkRatio(unfolded, zip.fileSize, limits.largestRatio);
    const name = decodeName(entry);
    const item = toItem(packed, zip, { entry, name, limits });
    if (item) yield item;
  }
}

interface Named {
  readonly entry: Entry;
  readonly name: string;
  readonly limits: ImportLimits;
}

function toItem(
  packed: ImportItem,
  zip: ZipFile,
  { entry, name, limits }: Named,
): ImportItem | Refusal | undefined {
  const path = `${packed.name}!/${name}`;
  if (isEscaping(name)) return refuse(path, 'its name leads out of the folder', 'Ask who packed it');
  if (name.endsWith('/') || isHidden(name)) return undefined;
  if (isPackage(name)) return refuse(path, 'this is a package inside a package', 'Unpack it first');
  if (entry.isEncrypted()) return refuse(path, 'it is locked with a password', 'Unpack it first');
  return {
    kind: 'item',
    name: path,
    address: `${packed.address}#${encodeURI(name)}`,
    modified: entry.getLastModDate({ timezone: 'UTC' }),
    open: () => readEntry(zip, entry, limits),
  };
}

async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  { largestRatio }: ImportLimits,
): AsyncGenerator<Buffer> {
  checkRatio(entry.uncompressedSize, entry.compressedSize, largestRatio);
  for await (const chunk of await zip.openReadStreamPromise(entry)) yield toBuffer(chunk);
}

/** Old programs wrote names in the code page of their machine; what matters here are letters of ASCII. */
function decodeName(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8').replaceAll('\\', '/');
}
