import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { IndexColumns } from '../store/index-data.ts';
import { arrayOver, layOut, putTogether } from './layout.ts';

/**
 * Bytes of a snapshot: `factdesk` in ASCII, version, length of the header, header as JSON, the arrays one after
 * another, each beginning at a multiple of 8, and the SHA-256 of all before it.
 */
const MAGIC = Buffer.from('factdesk', 'ascii');
/** Rises when the layout, the analysis of words or what is kept changes. Older versions are rebuilt. */
export const SNAPSHOT_VERSION = 1;
const PREAMBLE_BYTES = MAGIC.length + 8;
const HASH_BYTES = 32;
const ALIGNMENT = 8;

const align = (offset: number) => Math.ceil(offset / ALIGNMENT) * ALIGNMENT;

const Header = z.object({
  fingerprint: z.string(),
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

const bytesOf = (view: ArrayBufferView) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);

/** The pieces of a snapshot in order; the fingerprint names the corpus it was built from. */
export function encodeSnapshot(columns: IndexColumns, fingerprint: string): readonly Buffer[] {
  const arrays = layOut(columns);
  let offset = 0;
  const sections = arrays.map(({ name, kind, array: { byteLength: bytes } }) => {
    const section = { name, kind, offset, bytes };
    offset = align(offset + bytes);
    return section;
  });
  const json = Buffer.from(JSON.stringify({ fingerprint, sections }));
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
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return [...pieces, hash.digest()];
}

function checkWhole(file: Buffer): void {
  if (file.length < PREAMBLE_BYTES + HASH_BYTES || !file.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new SnapshotError('it is not a snapshot of factdesk, or only the beginning of one');
  }
  const version = file.readUInt32LE(MAGIC.length);
  if (version !== SNAPSHOT_VERSION) {
    throw new SnapshotError(`it has version ${version}, this factdesk reads version ${SNAPSHOT_VERSION}`);
  }
  const end = file.length - HASH_BYTES;
  const digest = createHash('sha256').update(file.subarray(0, end)).digest();
  if (!digest.equals(file.subarray(end)))
    throw new SnapshotError('it was cut short or changed: its hash does not fit');
}

function readHeader(file: Buffer): z.infer<typeof Header> {
  const length = file.readUInt32LE(MAGIC.length + 4);
  const text = file.toString('utf8', PREAMBLE_BYTES, PREAMBLE_BYTES + length);
  const header = Header.safeParse(JSON.parse(text));
  if (!header.success) throw new SnapshotError('its header is not what this version writes');
  return header.data;
}

/**
 * Reads a snapshot of the corpus with this fingerprint. The index uses the bytes as they are, without a copy.
 * @throws SnapshotError when they are cut short, changed, of another version or of another corpus.
 */
export function decodeSnapshot(bytes: Uint8Array<ArrayBuffer>, fingerprint: string): IndexColumns {
  // Arrays of numbers can only lie at multiples of their size; small files are read into a shared pool.
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
  const file = Buffer.from(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  checkWhole(file);
  const header = readHeader(file);
  if (header.fingerprint !== fingerprint)
    throw new SnapshotError('the corpus has changed since it was written');
  const data = PREAMBLE_BYTES + file.readUInt32LE(MAGIC.length + 4);
  const columns = putTogether(
    header.sections.map(({ name, kind, offset, bytes: length }) => ({
      name,
      kind,
      array: arrayOver(kind, aligned, data + offset, length),
    })),
  );
  if (!columns) throw new SnapshotError('it does not hold what an index has');
  return columns;
}
