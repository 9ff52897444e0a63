import { chmod, mkdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restrictDataFolder } from '../../src/cli/restrict-data-folder.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { run } from './run.ts';

const modeOf = async (place: string) => (await stat(place)).mode & 0o777;
const INDEX = 'archive-0123456789ab.index';
const VECTORS = 'vectors-0123456789ab.bin';

/** A data folder as others made it: everybody may read everything in it. */
async function anOpenFolder(...names: readonly string[]): Promise<string> {
  const folder = join(aFolder(), 'data');
  await mkdir(folder);
  for (const name of names) {
    await writeFile(join(folder, name), '');
    await chmod(join(folder, name), 0o644);
  }
  await chmod(folder, 0o755);
  return folder;
}

describe('the data folder', () => {
  it('is for its owner alone, with all that is kept in it, however it came to be', async () => {
    const names = ['ledger.sqlite', 'ledger.sqlite-wal', INDEX, `${INDEX}.17.part`, VECTORS];
    const folder = await anOpenFolder(...names);
    await mkdir(join(folder, 'playground'));
    await writeFile(join(folder, 'playground', 'ledger.sqlite'), '');
    expect(await restrictDataFolder(folder)).toEqual([]);
    const inside = [...names, 'playground/ledger.sqlite'].map((name) => modeOf(join(folder, name)));
    expect(await Promise.all(inside)).toEqual([0o600, 0o600, 0o600, 0o600, 0o600, 0o600]);
    expect([await modeOf(folder), await modeOf(join(folder, 'playground'))]).toEqual([0o700, 0o700]);
  });

  it('stays open where it holds other things too, and where a link leads out of it', async () => {
    const folder = await anOpenFolder('notes.txt', 'ledger.sqlite');
    const elsewhere = await anOpenFolder('shared');
    await symlink(join(elsewhere, 'shared'), join(folder, INDEX));
    await restrictDataFolder(folder);
    expect(await modeOf(join(folder, 'ledger.sqlite'))).toBe(0o600);
    expect(await modeOf(folder)).toBe(0o755);
    expect([await modeOf(join(folder, 'notes.txt')), await modeOf(join(elsewhere, 'shared'))]).toEqual([
      0o644, 0o644,
    ]);
  });

  it('is none of its business where there is none', async () => {
    expect(await restrictDataFolder('/nowhere/at/all')).toEqual([]);
  });

  it('is private when the index makes it, and its index is, whatever was there before', async () => {
    const archive = aFolder({ 'a.jsonl': lines(saying('Two ferries sank.')) });
    const data = join(aFolder(), 'deep', 'data');
    const built = async () =>
      (await run(['index'], { env: { FACTDESK_ARCHIVE: archive, FACTDESK_DATA: data } })).stdout;
    const file = /kept in (.*)\n/.exec(await built())?.[1] ?? '';
    expect([await modeOf(data), await modeOf(file)]).toEqual([0o700, 0o600]);
    await chmod(data, 0o755);
    await chmod(file, 0o644);
    await built();
    expect([await modeOf(data), await modeOf(file)]).toEqual([0o700, 0o600]);
    await rm(file);
    await mkdir(file);
    const failed = await run(['index'], { env: { FACTDESK_ARCHIVE: archive, FACTDESK_DATA: data } });
    expect(failed.stderr).toMatch(/^\S+\.index cannot be written: .*\. Make room for it there\.\n$/);
    expect(failed.exitCode).toBe(1);
  });

  it('is private when the ledger makes it', async () => {
    const directory = join(aFolder(), 'data');
    await (await openLedger({ directory, now: () => new Date() })).close();
    expect([await modeOf(directory), await modeOf(join(directory, 'ledger.sqlite'))]).toEqual([0o700, 0o600]);
  });
});
