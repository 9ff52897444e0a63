import { execFileSync } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createFolder } from '../corpus/temporary-folder.ts';

/** What a fresh clone holds: the files under version control, as they stand now. */
export async function freshCopy(): Promise<string> {
  const folder = await createFolder({});
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(file, join(folder, file));
  }
  return folder;
}

/** Puts the packages that are installed here into a copy, which saves fetching them a second time. */
export async function lendPackages(copy: string): Promise<void> {
  await symlink(resolve('node_modules'), join(copy, 'node_modules'));
}
