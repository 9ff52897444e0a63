import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import type { IndexColumns } from '../indexing/index-columns.ts';
import { align, areOfIndex, areWhole, arrayOver, layOut, placeArrays, putTogether } from './column-layout.ts';
import { findFault } from './find-fault.ts';

/**
 * Bytes of a snapshot: `factdesk` in ASCII, version, length of the header, header as JSON, the arrays one after
 * another, each beginning at a multiple of 8, and the SHA-256 of all before it.
 */
const MAGIC = Buffer.from('factdesk', 'ascii');
/** Rises when the layout, the analysis of words or what is kept changes. Older versions are rebuilt. */
export const SNAPSHOT_VERSION = 3;
const PREAMBLE_BYTES = MAGIC.length + 8;
/** The hash at the end, which is not of itself. */
export const HASH_BYTES = 32;

const Header = z.object({
  notes: z.unknown(),
  sections: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['u8', 'u16', 'u32', 'i32', 'f32']),
      offset: z.int().min(0),
      bytes: z.int().min(0),
    }),
  ),
});

/** Bytes that are no snapshot to be used, and why. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** The hash of a snapshot, to be given its bytes piece by piece. */
export const startHash = (): Hash => createHash('sha256');

const bytesOf = (view: ArrayBufferView) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);

/** The pieces of a snapshot in order; the notes are plain data of whoever writes it. */
export function encodeSnapshot(columns: IndexColumns, notes: unknown): readonly Buffer[] {
  const arrays = layOut(columns);
  const { offsets } = placeArrays(arrays.map(({ array }) => array.byteLength));
  const sections = arrays.map(({ name, kind, array: { byteLength: bytes } }, i) => ({
    name,
    kind,
    offset: offsets[i] ?? 0,
    bytes,
  }));
  const json = Buffer.from(JSON.stringify({ notes, sections }));
  // JSON may end in spaces: the arrays behind it begin at a multiple of 8.
  const header = Buffer.alloc(align(PREAMBLE_BYTES + json.length) - PREAMBLE_BYTES, ' ');
  json.copy(header);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32LE(SNAPSHOT_VERSION, 0);
  numbers.writeUInt32LE(header.length, 4);
  const pieces: Buffer[] = [MAGIC, numbers, header];
  for (const { array } of arrays) {
    const bytes = bytesOf(array);
    pieces.push(bytes, Buffer.alloc(align(bytes.length) - bytes.length));
  }
  const hash = startHash();
  for (const piece of pieces) hash.update(piece);
  return [...pieces, hash.digest()];
}

function checkWhole(file: Buffer, digest: Buffer): void {
  if (file.length < PREAMBLE_BYTES + HASH_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new SnapshotError('it is not a snapshot of factdesk, or only the beginning of one');
  }
  const version = file.readUInt32LE(MAGIC.length);
  if (version !== SNAPSHOT_VERSION) {
    throw new SnapshotError(`it has version ${version}, this factdesk reads version ${SNAPSHOT_VERSION}`);
  }
  if (!digest.equals(file.subarray(file.length - HASH_BYTES)))
    throw new SnapshotError('it was cut short or changed: its hash does not fit');
}

function parseHeader(text: string): z.infer<typeof Header> {
  try {
    return Header.parse(JSON.parse(text));
  } catch {
    throw new SnapshotError('its header is not what this version writes');
  }
}

/** Reads the header, and where the arrays begin behind it. */
function readHeader(file: Buffer): z.infer<typeof Header> & { readonly data: number } {
  const data = PREAMBLE_BYTES + file.readUInt32LE(MAGIC.length + 4);
  const room = file.length - HASH_BYTES - data;
  if (room < 0 || align(data) !== data) throw new SnapshotError('its header does not end where it should');
  const header = parseHeader(file.toString('utf8', PREAMBLE_BYTES, data));
  const { sections } = header;
  if (!areOfIndex(sections)) throw new SnapshotError('it does not hold what an index has');
  const { offsets, length } = placeArrays(sections.map(({ bytes }) => bytes));
  const areInPlace = sections.every(
    ({ kind, offset, bytes }, i) => offset === offsets[i] && areWhole(kind, bytes),
  );
  if (!areInPlace || length !== room) throw new SnapshotError('its arrays do not stand where they should');
  return { ...header, data };
}

/**
 * Reads a snapshot. The index uses the bytes as they are, without a copy; they must begin at a multiple of 8.
 * @param digest hash of all bytes before those of the hash
 * @throws SnapshotError when they are cut short, changed, of another version, or no search could rely on them.
 */
export function decodeSnapshot(
  bytes: Uint8Array,
  digest: Buffer,
): {
  readonly columns: IndexColumns;
  readonly notes: unknown;
} {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkWhole(file, digest);
  const { notes, sections, data } = readHeader(file);
  const columns = putTogether(
    sections.map(({ name, kind, offset, bytes: length }) => ({
      name,
      kind,
      array: arrayOver(kind, bytes, data + offset, length),
    })),
  );
  if (!columns) throw new SnapshotError('it does not hold what an index has');
  const fault = findFault(columns);
  if (fault !== undefined) throw new SnapshotError(`what it holds does not fit together (${fault})`);
  return { columns, notes };
}
