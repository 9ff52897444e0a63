import { hash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { writeWhole } from '../write-whole.ts';
import { BackupError } from './backup-error.ts';
import { FORMAT, MANIFEST, type Manifest, type Member } from './backup-manifest.ts';

/** What the manifest says beside the members. */
export type About = Omit<Manifest, 'format' | 'members'>;

/**
 * Writes a back-up: a tar, packed with gzip, for its owner alone, whole or not at all. Members are taken one by one, so
 * that one of any size needs little memory. Rejects with {@link BackupError}, and with what the members reject with.
 */
export async function writeBackup(
  file: string,
  about: About,
  members: AsyncIterable<Member>,
): Promise<Manifest> {
  const isThere = await lstat(file).catch(() => undefined);
  if (isThere) throw new BackupError(`${file} is there already. Name a file that is not.`);
  const tar = pack();
  const packed = createGzip();
  // Whichever ends early ends the other; why is told by whoever reads it.
  pipeline(tar, packed, () => {});
  for (const stream of [tar, packed]) stream.on('error', () => {});
  const manifest = putAll(tar, about, members);
  const failure = manifest.then(
    () => undefined,
    (error: unknown) => {
      packed.destroy(error instanceof Error ? error : undefined);
      return error;
    },
  );
  try {
    await writeWhole(file, { beside: `${file}.${process.pid}.part`, pieces: packed, isExclusive: true });
    return await manifest;
  } catch (cause) {
    packed.destroy();
    // What the members reject with says itself what is wrong.
    if ((await failure) === cause) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BackupError(`${file} cannot be written: ${reason}. Make room there, or name another file.`, {
      cause,
    });
  }
}

async function putAll(tar: Pack, about: About, members: AsyncIterable<Member>): Promise<Manifest> {
  const listed: Manifest['members'][number][] = [];
  for await (const { name, kind, bytes } of members) {
    listed.push({ name, kind, sha256: hash('sha256', bytes, 'hex') });
    await put(tar, name, bytes);
  }
  const manifest = { format: FORMAT, ...about, members: listed } as const;
  await put(tar, MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  tar.finalize();
  return manifest;
}

/** Resolves when the next may come. */
function put(tar: Pack, name: string, bytes: Uint8Array): Promise<void> {
  return promisify((done: (error?: Error | null) => void) => {
    // It is told of by `done` as well.
    tar.entry({ name, mode: 0o600 }, Buffer.from(bytes), done).on('error', () => {});
  })();
}
