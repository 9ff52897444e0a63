import { createReadStream } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readLines } from './read-lines.ts';
import { ArchiveWriteError, adviceFor, openPart, syncFolder } from './segments.ts';

/** Part of a file, in bytes; `end` is behind it. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes lines out of a file; every other byte stays. The file is written anew beside and then takes the place of the
 * old one, so that it is whole at every moment; one that would be empty goes. Gives how many lines were cut; rejects
 * with ArchiveWriteError.
 * @param isCut asked of each line that is not too long to be read
 */
export async function cutLines(
  file: string,
  isCut: (line: Buffer) => boolean,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<number> {
  try {
    // What a link leads to is written, not the link.
    const path = await realpath(file);
    const cuts: Range[] = [];
    for await (const line of readLines(createReadStream(path))) {
      if (line.bytes === undefined || !isCut(line.bytes)) continue;
      cuts.push({ start: line.byteOffset, end: line.byteOffset + line.byteLength + 1 });
    }
    if (cuts.length > 0 && !dryRun) await rewrite(path, cuts);
    return cuts.length;
  } catch (error) {
    const advice = adviceFor(error);
    throw new ArchiveWriteError(
      `${file} cannot be written anew (${advice.code}). ${advice.mend}, and try again.`,
      {
        cause: error,
      },
    );
  }
}

async function rewrite(path: string, cuts: readonly Range[]): Promise<void> {
  const { size, mode } = await stat(path);
  const folder = dirname(path);
  const kept = rangesBetween(cuts, size);
  if (kept.length === 0) {
    await rm(path);
    return syncFolder(folder);
  }
  const part = await openPart(folder);
  try {
    await copy(path, kept, part.handle);
    await part.handle.chmod(mode);
    await part.handle.sync();
    await part.handle.close();
    await rename(part.path, path);
  } catch (error) {
    await part.handle.close().catch(() => {});
    await rm(part.path, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

function rangesBetween(cuts: readonly Range[], size: number): readonly Range[] {
  const starts = [0, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), size];
  return starts
    .map((start, index) => ({ start, end: ends[index] ?? size }))
    .filter(({ start, end }) => end > start);
}

async function copy(path: string, ranges: readonly Range[], to: FileHandle): Promise<void> {
  await using from = await open(path);
  for (const { start, end } of ranges) {
    const pieces = from.createReadStream({ start, end: end - 1, autoClose: false });
    for await (const piece of pieces) await to.writeFile(piece);
  }
}
