import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { DiskFlush } from '../../src/ledger/disk-flush.ts';
import { createFolder } from '../corpus/temporary-folder.ts';

it('brings a file onto the disk, with one flush for all who ask while another is under way', async () => {
  const file = join(await createFolder({ log: '' }), 'log');
  const flush = new DiskFlush(file);
  onTestFinished(() => flush.close());
  const first = flush.flushed();
  await appendFile(file, 'more');
  const [second, third] = [flush.flushed(), flush.flushed()];
  await Promise.all([first, second, third]);
  await flush.flushed();
  expect(second).not.toBe(first);
});

it('tells everybody who waits when the file cannot be written', async () => {
  const flush = new DiskFlush(join(await createFolder({}), 'nowhere', 'log'));
  const waiting = await Promise.allSettled([flush.flushed(), flush.flushed()]);
  expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
