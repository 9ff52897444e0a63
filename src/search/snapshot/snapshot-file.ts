import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IndexColumns } from '../store/index-data.ts';
import { decodeSnapshot, encodeSnapshot, SnapshotError } from './snapshot-bytes.ts';

/** A snapshot that can be used, or why there is none. */
export type SnapshotReading =
  | { readonly kind: 'read'; readonly columns: IndexColumns }
  | { readonly kind: 'absent' }
  /** Build the index from the corpus and write it again. `reason` completes "FILE cannot be used: …". */
  | { readonly kind: 'unusable'; readonly reason: string };

/**
 * Writes an index beside its place and renames it, so that whoever reads sees the old file or the new one.
 * Rejects when the disk does; what was there before is then still there.
 */
export async function writeSnapshot(file: string, columns: IndexColumns, fingerprint: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.part`;
  try {
    const handle = await open(beside, 'w');
    try {
      for (const piece of encodeSnapshot(columns, fingerprint)) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Reads the index of the corpus with this fingerprint; rejects only when an existing file cannot be read at all. */
export async function readSnapshot(file: string, fingerprint: string): Promise<SnapshotReading> {
  try {
    return { kind: 'read', columns: decodeSnapshot(await readFile(file), fingerprint) };
  } catch (error) {
    if (error instanceof SnapshotError) return { kind: 'unusable', reason: error.message };
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
}
