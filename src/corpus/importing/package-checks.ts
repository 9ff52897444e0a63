import { ImportItemError } from './import-item.ts';

/** Whether a name is that of a file with other files inside. */
export function isPackage(name: string): boolean {
  return /\.(?:zip|tar|tgz|gz)$/i.test(name);
}

/** So much may unfold from anything: a short file of many equal lines is no bomb. */
const ALWAYS_ALLOWED_BYTES = 16 * 1024 * 1024;

/** Whether packed bytes unfold to more than text ever does. */
export function isBomb(unpacked: number, packed: number, largestRatio: number): boolean {
  return unpacked > ALWAYS_ALLOWED_BYTES && unpacked > packed * largestRatio;
}

/** Throws an ImportItemError when packed bytes unfold to more than text ever does. */
export function checkRatio(unpacked: number, packed: number, largestRatio: number): void {
  if (!isBomb(unpacked, packed, largestRatio)) return;
  throw new ImportItemError(
    'the package unfolds like a bomb: to more than any text does',
    'Do not open it; ask who sent it',
  );
}

/** The entries of a package, one after another. Throws an ImportItemError when there are more than so many. */
export async function* limitEntries<Entry>(
  entries: AsyncIterable<Entry>,
  mostEntries: number,
): AsyncGenerator<Entry> {
  let count = 0;
  for await (const entry of entries) {
    count += 1;
    if (count > mostEntries)
      throw new ImportItemError(`the package has more than ${mostEntries} files`, 'Split it');
    yield entry;
  }
}

/** Whether the name of an entry would lead out of the folder that it is unpacked to. */
export function isEscaping(name: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..');
}

/** Dot files, and what Macs and Windows leave beside people's files: nobody's articles. */
export function isHidden(name: string): boolean {
  return name
    .split('/')
    .some((part) => part.startsWith('.') || /^(?:__MACOSX|thumbs\.db|desktop\.ini)$/i.test(part));
}
