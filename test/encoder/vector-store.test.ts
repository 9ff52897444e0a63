import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVectorStore, type TextToEncode } from '../../src/encoder/vector-store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'factdesk-vectors-'));
});
afterAll(() => rm(folder, { recursive: true }));

const model = { fingerprint: '0123456789abcdef', dimensions: 2 };
const FILE = 'vectors-0123456789ab.bin';
/** An encoder that notes what it is asked; its vectors tell the length of a text. */
const noting = () => {
  const asked: string[] = [];
  const encoder = {
    encode: async (texts: readonly string[]) => {
      asked.push(...texts);
      return texts.map((text) => Float32Array.of(text.length / 10, -1));
    },
  };
  return { asked, open: async () => encoder };
};
const passages = (...texts: readonly string[]): readonly TextToEncode[] =>
  texts.map((text) => ({ text, kind: 'passage' }));
const open = async (data: string, of = model) => {
  const told: string[] = [];
  return { told, store: await openVectorStore({ data, model: of, report: (reason) => told.push(reason) }) };
};

describe('the store of vectors', () => {
  it('encodes each text once, also after a start, and forgets what is gone', async () => {
    const data = path.join(folder, 'deeper', 'once');
    const first = noting();
    await (await open(data)).store.keep(passages('one', 'three'), first.open);
    const second = noting();
    const { store, told } = await open(data);
    await store.keep(passages('three', 'seven', 'seven'), second.open);
    expect([first.asked, second.asked, told]).toEqual([['one', 'three'], ['seven'], []]);
    expect(store.find({ text: 'three', kind: 'passage' })).toEqual(Int8Array.of(64, -127));
    expect(store.find({ text: 'one', kind: 'passage' })).toBeUndefined();
    expect(store.find({ text: 'three', kind: 'question' })).toBeUndefined();
  });

  it('is for its owner alone, and leaves nothing beside it', async () => {
    const data = path.join(folder, 'owner');
    await (await open(data)).store.keep(passages('one'), noting().open);
    expect(await readdir(data)).toEqual([FILE]);
    expect((await stat(path.join(data, FILE))).mode & 0o777).toBe(0o600);
    expect((await readFile(path.join(data, FILE))).includes('one')).toBe(false);
  });

  it('keeps the vectors of one model', async () => {
    const data = path.join(folder, 'models');
    await (await open(data)).store.keep(passages('one'), noting().open);
    const other = { fingerprint: 'ffffffffffffffff', dimensions: 2 };
    await (await open(data, other)).store.keep(passages('one'), noting().open);
    expect(await readdir(data)).toEqual(['vectors-ffffffffffff.bin']);
  });

  it.each([
    ['damaged', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(7)]), 'it is damaged'],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 60), 'it is damaged'],
    ['empty', () => Buffer.alloc(0), 'it is damaged'],
  ])('is made anew where it is %s, and says so', async (name, spoil, why) => {
    const data = path.join(folder, name);
    await (await open(data)).store.keep(passages('one'), noting().open);
    const file = path.join(data, FILE);
    await writeFile(file, spoil(await readFile(file)));
    const { store, told } = await open(data);
    expect(told).toEqual([`${file} is not used: ${why}. The texts are encoded again.`]);
    await store.keep(passages('one'), noting().open);
    expect((await open(data)).told).toEqual([]);
  });
});
