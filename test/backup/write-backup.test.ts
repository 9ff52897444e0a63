import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BackupError, type Member, readMembers, verifyBackup, writeBackup } from '../../src/backup/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';

const ABOUT = { factdesk: '1.0.0', madeAt: '2026-12-01T09:00:00.000Z', ledger: null };

/** So many members of a megabyte that cannot be packed, and what comes after them. */
async function* members(count: number, then: () => void = () => {}): AsyncGenerator<Member> {
  for (let nth = 0; nth < count; nth += 1)
    yield { name: `sheets/${nth}.md`, kind: 'sheet', bytes: randomBytes(1_000_000) };
  then();
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a back-up that is written', () => {
  it('gives back what went into it, in its order', async () => {
    const file = join(await createFolder({}), 'a.tar.gz');
    const long = 'a/folder with spaces/ü/'.repeat(20);
    const parts: Member[] = [
      { name: 'ledger/questions/000001.jsonl', kind: 'rows', bytes: Buffer.from('{"id":"1"}\n') },
      { name: `sheets/${long}empty.md`, kind: 'sheet', bytes: Buffer.alloc(0) },
      { name: 'settings/channels.yml', kind: 'settings', bytes: Buffer.from([0, 255, 10]) },
    ];
    const given = async function* () {
      yield* parts;
    };
    const manifest = await writeBackup(file, ABOUT, given());
    expect(await verifyBackup(file)).toEqual(manifest);
    const read: Member[] = [];
    for await (const { bytes, ...member } of readMembers(file, manifest))
      read.push({ ...member, bytes: Buffer.from(bytes) });
    expect(read).toEqual(parts);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind where its contents fail, and says why in their words', async () => {
    const folder = await createFolder({});
    const fails = () => {
      throw new BackupError('The ledger went away.');
    };
    await expect(writeBackup(join(folder, 'a.tar.gz'), ABOUT, members(5, fails))).rejects.toThrow(
      'The ledger went away.',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.runIf(canMount())('leaves nothing behind on a disk that is full, and says so', async () => {
    const disk = await createFolder({});
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
    onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
    const file = join(disk, 'a.tar.gz');
    await expect(writeBackup(file, ABOUT, members(20))).rejects.toThrow(
      `${file} cannot be written: ENOSPC: no space left on device, write. Make room there`,
    );
    expect(await readdir(disk)).toEqual([]);
  });

  it('is noticed when it is another file by the time it is used', async () => {
    const folder = await createFolder({});
    const [one, other] = [join(folder, 'a.tar.gz'), join(folder, 'b.tar.gz')];
    const manifest = await writeBackup(one, ABOUT, members(2));
    await writeBackup(other, ABOUT, members(2));
    await writeFile(one, await readFile(other));
    await expect(readMembers(one, manifest).next()).rejects.toThrow('it was changed while it was read');
  });
});
