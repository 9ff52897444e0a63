import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';

/** Where an archive is read, and where its index is kept. */
export interface ArchiveFolders {
  readonly archive: readonly string[];
  /** Folder of all that factdesk keeps. */
  readonly data: string;
}

/** The file in which the index of some archive folders is kept: one for each choice of folders. */
export function archiveIndexFile({ data, archive }: ArchiveFolders): string {
  const folders = archive.map((folder) => resolve(folder)).join(delimiter);
  const name = createHash('sha256').update(folders).digest('hex').slice(0, 12);
  return join(data, `archive-${name}.index`);
}

/** Finished and half-written index files; see `archiveIndexFile`. */
const INDEX_FILE = /^archive-[0-9a-f]{12}\.index(?:\.\d+\.part)?$/;

/** All index files in the folder of what factdesk keeps; none when there is no such folder. */
export async function listIndexFiles(data: string): Promise<readonly string[]> {
  const names = await readdir(data).catch(() => []);
  return names.filter((name) => INDEX_FILE.test(name)).map((name) => join(data, name));
}
