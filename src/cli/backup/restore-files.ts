import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupError, type Manifest, readMembers } from '../../backup/index.ts';
import type { Config } from '../../config.ts';
import { isDeskFile } from '../../corpus/index.ts';
import { writeWhole } from '../../write-whole.ts';
import { SETTINGS_MEMBER, SHEETS_FOLDER } from './backup-members.ts';

/** Where sheets and settings are put back. */
export type FilePlaces = Pick<Config, 'facts' | 'channels'>;

/** A file that is not as it was when it was backed up. */
interface DifferentFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Undefined where there is none now. */
  readonly mode: number | undefined;
}

/** As an editor makes files: what others may do with them is for the umask to say. */
const AS_EDITORS_DO = { file: 0o666, folder: 0o777 } as const;

/** The sheets and settings of a back-up that are not there as they were. Rejects with `BackupError`. */
export async function differentFiles(
  backup: string,
  manifest: Manifest,
  places: FilePlaces,
): Promise<readonly DifferentFile[]> {
  const different: DifferentFile[] = [];
  for await (const { name, kind, bytes } of readMembers(backup, manifest)) {
    const file = kind === 'rows' ? undefined : placeOf(name, places);
    if (file === undefined) continue;
    const now = await readFile(file).catch(() => undefined);
    if (now?.equals(bytes)) continue;
    const state = await stat(file).catch(() => undefined);
    different.push({ file, bytes, mode: state?.mode });
  }
  return different;
}

/** Writes each whole. Rejects with `BackupError`. */
export async function writeFiles(files: readonly DifferentFile[]): Promise<void> {
  for (const { file, bytes, mode } of files) {
    const rights = mode === undefined ? AS_EDITORS_DO : { ...AS_EDITORS_DO, file: mode & 0o777, exact: true };
    try {
      await writeWhole(file, { beside: `${file}.restored`, pieces: [bytes], mode: rights });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new BackupError(
        `${file} cannot be written: ${why}. The ledger is restored; mend that, and restore again with --replace.`,
        { cause },
      );
    }
  }
}

/** Undefined where the settings of this bot name no such file. */
function placeOf(name: string, { facts, channels }: FilePlaces): string | undefined {
  if (name === SETTINGS_MEMBER) return channels;
  const sheet = name.startsWith(SHEETS_FOLDER) ? name.slice(SHEETS_FOLDER.length) : '';
  if (isDeskFile(sheet)) return join(facts, sheet);
  throw new BackupError(`"${name}" in the back-up is no place of a sheet. Nothing was changed.`);
}
