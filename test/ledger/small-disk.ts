import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { createFolder } from '../corpus/temporary-folder.ts';

/** Whether this user may make a small disk of its own. */
export function maySetUpDisks(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A folder on a disk of its own, of a size such as `600k`; it is gone when the test ends. */
export async function createSmallDisk(size: string): Promise<string> {
  const disk = await createFolder({});
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
  return disk;
}

/** Gives it another size. */
export function resizeDisk(disk: string, size: string): void {
  execFileSync('mount', ['-o', `remount,size=${size}`, disk]);
}
