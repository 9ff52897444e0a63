import { mkdir, statfs } from 'node:fs/promises';
import { type Finding, ok, warning, wrong } from './finding.ts';

/** The oldest Node that factdesk runs on, as package.json says. */
const OLDEST = [20, 19] as const;
const MEGABYTE = 1024 * 1024;
/** A ledger of a year and the index of a large archive fit into less. */
const ROOM_MB = 500;
const LEAST_MB = 50;

/** Whether this Node will do. */
export function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (isOld) return wrong('Node', version, `Install Node ${OLDEST.join('.')} or newer; 24 is best.`);
  if (major < 22)
    return warning('Node', `${version}, which gets no more mends`, 'Install Node 24 when you can.');
  return ok('Node', version);
}

/** Whether there is a folder for what the bot writes, and room in it. */
export async function examineData(folder: string): Promise<Finding> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(folder);
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    const says = `${folder}, ${free} MB free`;
    if (free < LEAST_MB) return wrong('data folder', says, 'Make room: the ledger cannot be written.');
    if (free < ROOM_MB) return warning('data folder', says, 'Make room before the ledger cannot be written.');
    return ok('data folder', says);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    return wrong(
      'data folder',
      `${folder} cannot be made or looked at${code}`,
      'Set FACTDESK_DATA to a folder of yours.',
    );
  }
}
