import { pipeline, Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { type ImportItem, type ImportLimits, type Refusal, refuse } from './import-item.ts';
import { isEscaping, isHidden, isPackage, limitEntries } from './package-checks.ts';

/** The files in a tar. Each is to be read before the next is asked for: a tar has only one direction. */
export async function* unpackTar(
  packed: ImportItem,
  bytes: AsyncIterable<unknown>,
  { mostEntries }: ImportLimits,
): AsyncGenerator<ImportItem | Refusal> {
  const entries = extract();
  // What fails on the way fails the entries, and is met where they are read.
  pipeline(Readable.from(bytes), entries, () => {});
  for await (const entry of limitEntries(entries, mostEntries)) {
    const { name, type, mtime } = entry.header;
    const path = `${packed.name}!/${name}`;
    if (isEscaping(name)) yield refuse(path, 'its name leads out of the folder', 'Ask who packed it');
    else if (type === 'symlink' || type === 'link')
      yield refuse(path, 'this is a link, and links are not followed', 'Pack the file itself');
    else if (type !== 'file' && type !== 'directory')
      yield refuse(path, 'this is neither a file nor a folder', 'Leave it out, or ask who packed it');
    else if (type === 'file' && isPackage(name))
      yield refuse(path, 'this is a package inside a package', 'Unpack it first');
    else if (type === 'file' && !isHidden(name)) {
      yield {
        kind: 'item',
        name: path,
        address: `${packed.address}#${encodeURI(name)}`,
        modified: mtime && Number.isFinite(mtime.getTime()) ? mtime : packed.modified,
        open: () => entry,
      };
    }
    // What nobody read must still be passed over.
    entry.resume();
  }
}
