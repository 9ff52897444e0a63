import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../write-whole.ts';
import type { IndexColumns } from '../indexing/index-columns.ts';
import { decodeSnapshot, encodeSnapshot, HASH_BYTES, SnapshotError, startHash } from './snapshot-bytes.ts';

/** A snapshot that can be used, or why there is none. */
export type SnapshotReading =
  /** In memory that threads share; `notes` are what was written beside the index, to be checked by who wrote them. */
  | { readonly kind: 'read'; readonly columns: IndexColumns; readonly notes: unknown }
  | { readonly kind: 'absent' }
  /** Build the index from the corpus and write it again. `reason` completes "FILE cannot be used: …". */
  | { readonly kind: 'unusable'; readonly reason: string };

/**
 * Writes an index beside its place and renames it, so that whoever reads sees the old file or the new one; what killed
 * processes left beside it goes. Rejects when the disk does; what was there before is then still there.
 * @param notes plain data that tells what the index was built from
 */
export async function writeSnapshot(file: string, columns: IndexColumns, notes: unknown): Promise<void> {
  await sweepParts(file);
  await writeWhole(file, { beside: partFileOf(file), pieces: encodeSnapshot(columns, notes) });
}

/** Reads an index that was written. Never rejects: what cannot be read is built again. */
export async function readSnapshot(file: string): Promise<SnapshotReading> {
  try {
    // A pipe would keep its reader waiting.
    if (!(await stat(file)).isFile()) return { kind: 'unusable', reason: 'it is no file' };
    const handle = await open(file);
    try {
      const { bytes, digest } = await readShared(handle);
      return { kind: 'read', ...decodeSnapshot(bytes, digest) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' };
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'unusable',
      reason: error instanceof SnapshotError ? message : `it cannot be read (${message})`,
    };
  }
}

const PIECE_BYTES = 8 * 2 ** 20;
/**
 * Pieces that are read while an earlier one is hashed: fresh memory is slow to fill, and several threads share that
 * work.
 */
const READ_AHEAD = 4;

/** Fills a piece from the file; leaves the rest of it empty where the file ends early. */
async function readPiece(handle: FileHandle, bytes: Uint8Array, from: number): Promise<void> {
  const to = Math.min(from + PIECE_BYTES, bytes.length);
  for (let at = from; at < to; ) {
    const { bytesRead } = await handle.read(bytes, at, to - at, at);
    if (bytesRead === 0) return;
    at += bytesRead;
  }
}

/** The file in memory that threads share, and the hash of all but the hash at its end. */
async function readShared(handle: FileHandle) {
  const { size } = await handle.stat();
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  const hash = startHash();
  const hashedTo = size - HASH_BYTES;
  const reading: Promise<void>[] = [];
  const readOn = () => {
    const from = reading.length * PIECE_BYTES;
    if (from >= size) return;
    const piece = readPiece(handle, bytes, from);
    // It is awaited in its turn, and may fail before.
    piece.catch(() => undefined);
    reading.push(piece);
  };
  for (let ahead = 0; ahead < READ_AHEAD; ahead++) readOn();
  for (let at = 0; at < size; at += PIECE_BYTES) {
    await reading[at / PIECE_BYTES];
    readOn();
    hash.update(bytes.subarray(at, Math.max(at, Math.min(at + PIECE_BYTES, hashedTo))));
  }
  return { bytes, digest: hash.digest() };
}

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
