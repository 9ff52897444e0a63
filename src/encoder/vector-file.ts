import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';
import type { EncoderModel } from './encoder.ts';

/** Vectors of texts by key, as they are kept. */
export type KeptVectors = ReadonlyMap<string, Int8Array>;

const KEY_BYTES = 16;
const HASH_BYTES = 32;
const VERSION = 1;

/** The first line of a file. Behind it stand the keys, the vectors in the same order, and the SHA-256 of all that. */
const Head = z.object({
  version: z.literal(VERSION),
  model: z.string(),
  dimensions: z.int().min(1),
  count: z.int().min(0),
});

/** The file in which the vectors of a model are kept. */
export function vectorFile(data: string, { fingerprint }: Pick<EncoderModel, 'fingerprint'>): string {
  return path.join(data, `vectors-${fingerprint.slice(0, 12)}.bin`);
}

/** Files of vectors, finished and half-written. */
const VECTOR_FILE = /^vectors-[0-9a-f]{12}\.bin(?:\.\d+\.part)?$/;

/** Names a text, so that it is found again and cannot be read. */
export function keyOfText(text: string, kind: string): string {
  return createHash('sha256').update(`${kind}\n${text}`).digest().subarray(0, KEY_BYTES).toString('hex');
}

/**
 * Writes vectors beside their place and renames them, so that whoever reads sees the old file or the new one. What was
 * kept for other models goes. Only their owner may read them: texts under embargo can be guessed from vectors. Rejects
 * when the disk does.
 */
export async function writeVectors(
  file: string,
  { fingerprint: model, dimensions }: Pick<EncoderModel, 'fingerprint' | 'dimensions'>,
  vectors: KeptVectors,
): Promise<void> {
  const head = JSON.stringify({ version: VERSION, model, dimensions, count: vectors.size });
  const bytes = Buffer.concat([
    Buffer.from(`${head}\n`),
    ...[...vectors.keys()].map((key) => Buffer.from(key, 'hex')),
    ...[...vectors.values()].map((vector) => Buffer.from(vector)),
  ]);
  const digest = createHash('sha256').update(bytes).digest();
  await writeWhole(file, { beside: `${file}.${process.pid}.part`, pieces: [bytes, digest] });
  const folder = path.dirname(file);
  for (const name of await readdir(folder))
    if (VECTOR_FILE.test(name) && name !== path.basename(file))
      await rm(path.join(folder, name), { force: true });
}

/** Reads vectors that were written; none where there are none that can be used, of which `report` is told. */
export async function readVectors(
  file: string,
  model: Pick<EncoderModel, 'fingerprint' | 'dimensions'>,
  report: (reason: string) => void,
): Promise<KeptVectors> {
  try {
    return decode(await readFile(file), model);
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = error instanceof Error ? error.message : String(error);
    if (!isAbsent) report(`${file} is not used: ${why}. The texts are encoded again.`);
    return new Map();
  }
}

function decode(
  bytes: Buffer,
  { fingerprint, dimensions }: Pick<EncoderModel, 'fingerprint' | 'dimensions'>,
): KeptVectors {
  const end = bytes.indexOf('\n') + 1;
  const hashed = bytes.subarray(0, -HASH_BYTES);
  if (!createHash('sha256').update(hashed).digest().equals(bytes.subarray(hashed.length)))
    throw new Error('it is damaged');
  const head = Head.safeParse(JSON.parse(bytes.toString('utf8', 0, end)));
  if (!head.success) throw new Error('another factdesk wrote it');
  const { count } = head.data;
  const keys = hashed.subarray(end, end + count * KEY_BYTES);
  const values = hashed.subarray(end + count * KEY_BYTES);
  const isOurs = head.data.model === fingerprint && head.data.dimensions === dimensions;
  if (!isOurs || values.length !== count * dimensions) throw new Error('it is of another model');
  const vectors = new Map<string, Int8Array>();
  for (let at = 0; at < count; at++) {
    const key = keys.toString('hex', at * KEY_BYTES, (at + 1) * KEY_BYTES);
    vectors.set(key, new Int8Array(values.buffer, values.byteOffset + at * dimensions, dimensions));
  }
  return vectors;
}
