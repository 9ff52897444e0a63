import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { z } from 'zod';
import { BackupError } from './backup-error.ts';
import { FORMAT, MANIFEST, type Manifest, type Member, manifest } from './backup-manifest.ts';

/** Rows come by the thousand, and a sheet is smaller: whatever is larger was not made by factdesk. */
const LARGEST_BYTES = 256 * 1024 * 1024;

const versioned = z.object({ format: z.number() });

/**
 * Reads a back-up from end to end and holds every member against its hash; gives what it says of itself. Rejects with
 * {@link BackupError} where a member is missing, damaged or not listed, and where a newer factdesk has made it.
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const found = new Map<string, string>();
  let told: Manifest | undefined;
  for await (const { name, bytes } of entriesOf(file)) {
    if (told !== undefined || found.has(name)) throw damaged(file, `"${name}" is not where it belongs`);
    if (name === MANIFEST) told = readManifest(file, bytes);
    else found.set(name, hash('sha256', bytes, 'hex'));
  }
  if (told === undefined) throw damaged(file, 'its end is missing');
  for (const { name, sha256 } of told.members) {
    if (found.get(name) !== sha256) throw damaged(file, `"${name}" is missing or was changed`);
    found.delete(name);
  }
  const [extra] = found.keys();
  if (extra !== undefined) throw damaged(file, `"${extra}" is not listed`);
  return told;
}

/**
 * The members of a back-up that was verified, in their order. Rejects with {@link BackupError} where the file is
 * another one by now.
 */
export async function* readMembers(file: string, { members }: Manifest): AsyncGenerator<Member> {
  const listed = new Map(members.map((member) => [member.name, member]));
  for await (const { name, bytes } of entriesOf(file)) {
    if (name === MANIFEST) return;
    const member = listed.get(name);
    if (member === undefined || member.sha256 !== hash('sha256', bytes, 'hex'))
      throw damaged(file, 'it was changed while it was read');
    yield { name, kind: member.kind, bytes };
  }
}

async function* entriesOf(
  file: string,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const tar = extract();
  // What fails on the way fails the entries.
  pipeline(createReadStream(file), createGunzip(), tar, () => {});
  try {
    for await (const entry of tar) {
      const pieces: Uint8Array[] = [];
      if ((entry.header.size ?? 0) > LARGEST_BYTES)
        throw damaged(file, `"${entry.header.name}" is too large`);
      for await (const piece of entry) pieces.push(piece as Uint8Array);
      if (entry.header.type === 'file') yield { name: entry.header.name, bytes: Buffer.concat(pieces) };
    }
  } catch (error) {
    throw error instanceof BackupError ? error : unreadable(file, error);
  } finally {
    tar.destroy();
  }
}

function readManifest(file: string, bytes: Uint8Array): Manifest {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(file, 'its manifest cannot be read');
  }
  const version = versioned.safeParse(value);
  if (version.success && version.data.format > FORMAT)
    throw new BackupError(
      `${file} was made by a newer factdesk (format ${version.data.format}; this one knows ${FORMAT}). ` +
        'Update factdesk, and restore it with that.',
    );
  const read = manifest.safeParse(value);
  if (!read.success) throw damaged(file, 'its manifest is not one of factdesk');
  return read.data;
}

function unreadable(file: string, error: unknown): BackupError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code))
    return new BackupError(`${file} cannot be read (${code}). Name a back-up that you may read.`, {
      cause: error,
    });
  return damaged(file, error instanceof Error ? error.message : String(error));
}

function damaged(file: string, what: string): BackupError {
  return new BackupError(`${file} is damaged or no back-up: ${what}. Nothing was changed. Use another one.`);
}
