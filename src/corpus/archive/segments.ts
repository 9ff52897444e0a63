import { type FileHandle, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The archive folder cannot be written. The message says why and what to do. */
export class ArchiveWriteError extends Error {
  override readonly name = 'ArchiveWriteError';
}

/** Writes lines in files that appear whole or not at all. */
export interface Segments {
  add(line: string): Promise<void>;
  /** Writes what was added since the last file. */
  flush(): Promise<void>;
}

/** A file for every so many articles: small enough to lose little work when an import is killed. */
const MOST_LINES = 1000;
const MOST_UNITS = 16 * 1024 * 1024;

const NAME = /^articles-(\d{6,})\.jsonl$/;
const PART = /^\.articles-\d+\.part$/;

/**
 * Files `articles-000001.jsonl` and on. Each is written beside as a dot file that no reader looks at, forced to the
 * disk, and only then given its name. Two imports at a time never take each other's: a name that is taken is refused
 * by the disk itself, and the next one is tried.
 */
export function openSegments(folder: string, now: Date): Segments {
  let lines: string[] = [];
  let units = 0;
  let next: number | undefined;
  const flush = async () => {
    if (lines.length === 0) return;
    next ??= await prepare(folder, now);
    next = await writeSegment(folder, `${lines.join('\n')}\n`, next);
    lines = [];
    units = 0;
  };
  return {
    flush,
    async add(line) {
      lines.push(line);
      units += line.length;
      if (lines.length >= MOST_LINES || units >= MOST_UNITS) await flush();
    },
  };
}

/** An import that was killed leaves its half-written file behind. No file takes a day to write. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Takes away what dead imports left, and gives the first number that is free. */
async function prepare(folder: string, now: Date): Promise<number> {
  const names = await readdir(folder);
  for (const part of names.filter((name) => PART.test(name))) {
    const path = join(folder, part);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
  return Math.max(0, ...names.map((name) => Number(NAME.exec(name)?.[1] ?? 0))) + 1;
}

/** Gives the number after the one that was taken. */
async function writeSegment(folder: string, text: string, from: number): Promise<number> {
  let part: string | undefined;
  try {
    part = await writePart(folder, text);
    const taken = await takeName(folder, part, from);
    await rm(part, { force: true });
    await syncFolder(folder);
    return taken + 1;
  } catch (error) {
    if (part) await rm(part, { force: true });
    const { code, mend } = adviceFor(error);
    throw new ArchiveWriteError(
      `The archive ${folder} cannot be written (${code}). ${mend} and import again: what stands in it is whole.`,
      { cause: error },
    );
  }
}

/** What to do when a folder of the archive cannot be written. */
export function adviceFor(error: unknown): { readonly code: string; readonly mend: string } {
  const code = codeOf(error);
  return { code, mend: ADVICE[code] ?? 'Mend it' };
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'Make room on the disk',
  EDQUOT: 'Make room in your quota',
  EFBIG: 'Allow larger files',
  EACCES: 'Allow writing to the folder',
  EROFS: 'Choose a folder that can be written',
};

async function writePart(folder: string, text: string): Promise<string> {
  const { path, handle } = await openPart(folder);
  try {
    await handle.writeFile(text);
    await handle.sync();
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Files of a folder that are being written, or were left by an import that was killed. */
export async function listPartFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => PART.test(name)).map((name) => join(folder, name));
}

/** A file to write beside those of a folder, which no reader looks at. */
export interface PartFile {
  readonly path: string;
  readonly handle: FileHandle;
}

/** Opens a part file under the first name that is free. */
export async function openPart(folder: string): Promise<PartFile> {
  for (let attempt = 1; ; attempt += 1) {
    const path = join(folder, `.articles-${attempt}.part`);
    try {
      return { path, handle: await open(path, 'wx') };
    } catch (error) {
      // Another import writes it, or one was killed while it did.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

async function takeName(folder: string, part: string, from: number): Promise<number> {
  for (let number = from; ; number += 1) {
    const path = join(folder, `articles-${String(number).padStart(6, '0')}.jsonl`);
    try {
      await link(part, path);
      return number;
    } catch (error) {
      const code = codeOf(error);
      if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) {
        // Memory sticks and some network disks know no links: there, one import at a time.
        await rename(part, path);
        return number;
      }
      if (code !== 'EEXIST') throw error;
    }
  }
}

/** Without it a power cut can lose the name of a file whose bytes are safe. Some systems know no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES'].includes(codeOf(error))) throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
