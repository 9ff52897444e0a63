import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IndexColumns } from '../store/index-data.ts';
import { decodeSnapshot, encodeSnapshot, SnapshotError } from './snapshot-bytes.ts';

/** A snapshot that can be used, or why there is none. */
export type SnapshotReading =
  /** In memory that threads share; `notes` are what was written beside the index, to be checked by who wrote them. */
  | { readonly kind: 'read'; readonly columns: IndexColumns; readonly notes: unknown }
  | { readonly kind: 'absent' }
  /** Build the index from the corpus and write it again. `reason` completes "FILE cannot be used: …". */
  | { readonly kind: 'unusable'; readonly reason: string };

/**
 * Writes an index beside its place and renames it, so that whoever reads sees the old file or the new one.
 * Rejects when the disk does; what was there before is then still there.
 * @param notes plain data that tells what the index was built from
 */
export async function writeSnapshot(file: string, columns: IndexColumns, notes: unknown): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.part`;
  try {
    const handle = await open(beside, 'w');
    try {
      for (const piece of encodeSnapshot(columns, notes)) await handle.writeFile(piece);
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

/** Reads an index that was written; rejects only when an existing file cannot be read at all. */
export async function readSnapshot(file: string): Promise<SnapshotReading> {
  try {
    const handle = await open(file);
    try {
      return { kind: 'read', ...decodeSnapshot(await readShared(handle)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof SnapshotError) return { kind: 'unusable', reason: error.message };
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' };
    throw error;
  }
}

/** One reading cannot take more than two gigabytes. */
const MOST_AT_ONCE = 2 ** 30;

async function readShared(handle: FileHandle): Promise<Uint8Array> {
  const { size } = await handle.stat();
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  for (let at = 0; at < size; ) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(MOST_AT_ONCE, size - at), at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes;
}
