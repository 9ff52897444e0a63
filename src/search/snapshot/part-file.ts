import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** The file in which this process writes what another file is to hold. */
export const partFileOf = (file: string): string => `${file}.${process.pid}.part`;

/** Takes away what killed processes left of a file that they were writing. Never rejects. */
export async function sweepParts(file: string): Promise<void> {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid] = /\.(\d+)\.part$/.exec(name) ?? [];
    const part = path.join(folder, name);
    const isPart = pid !== undefined && name === `${start}${pid}.part`;
    // What cannot be taken away harms nobody.
    if (isPart && !(await isBeingWritten(part, Number(pid)))) await rm(part, { force: true }).catch(() => {});
  }
}

/** Whether the process that a part bears the number of is there, and is not a later one with the same number. */
async function isBeingWritten(part: string, pid: number): Promise<boolean> {
  if (pid !== process.pid) return isRunning(pid);
  const { mtimeMs } = await stat(part).catch(() => ({ mtimeMs: 0 }));
  return mtimeMs >= performance.timeOrigin;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
