import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import { type Finding, ok, warning, wrong } from './finding.ts';

/** The oldest Node that factdesk runs on, as package.json says. */
const OLDEST = [20, 19] as const;
const MEGABYTE = 1024 * 1024;
/** A ledger of a year and the index of a large archive fit into less. */
const ROOM_MB = 500;
const LEAST_MB = 50;
/** Permissions of those who are neither the owner nor of the group. */
const OF_ANYBODY = 0o007;

/** Whether this Node will do. */
export function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (isOld) return wrong('Node', version, `Install Node ${OLDEST.join('.')} or newer; 24 is best.`);
  if (major < 22)
    return warning('Node', `${version}, which gets no more mends`, 'Install Node 24 when you can.');
  return ok('Node', version);
}

/** Warns where any user of the machine may read the file that the tokens stand in. */
export async function examineSettingsFile(file: string): Promise<readonly Finding[]> {
  const mode = (await stat(file).catch(() => undefined))?.mode ?? 0;
  if ((mode & OF_ANYBODY) === 0) return [];
  const says = 'every user of this machine may read it, and the tokens in it';
  return [warning(file, says, `Close it: chmod o-rwx ${file}`)];
}

/** Whether there is a folder that the bot can write in, and room. */
export async function examineFolder(of: string, folder: string, setting: string): Promise<Finding> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    const says = `${folder}, ${free} MB free`;
    if (free < LEAST_MB) return wrong(of, says, 'Make room: the ledger cannot be written.');
    if (free < ROOM_MB) return warning(of, says, 'Make room before the ledger cannot be written.');
    return ok(of, says);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    return wrong(of, `${folder} cannot be written${code}`, `Set ${setting} to a folder of yours.`);
  }
}
