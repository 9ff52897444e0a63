import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex, openIndex, readSnapshot, writeSnapshot } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const passages = [
  passage('Since 2022, 407 Ukrainian civilians have died and 944 were wounded by mines.', {
    id: 'toll',
    askedAs: ['What is the death toll?'],
    checkedBy: 'Desk',
  }),
  passage('The embassy in Kyïv was closed. \uD83D', { id: 'embassy', context: 'It reopened a day later.' }),
];
const QUESTIONS = ['death toll of mines', 'embassy in Kyiv', 'embasy closed', 'chocolate'];

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'factdesk-snapshot-'));
  file = path.join(folder, 'deeper', 'index.snapshot');
  await writeSnapshot(file, buildIndex(passages), 'one corpus');
});
afterAll(() => rm(folder, { recursive: true }));

const answersOf = (index: ReturnType<typeof openIndex>) =>
  QUESTIONS.map((question) =>
    index
      .search(question)
      .hits.map((hit) => ({ passage: { ...hit.passage }, score: hit.score, lit: hit.highlights })),
  );

describe('a snapshot', () => {
  it('answers exactly as the index it was written from', async () => {
    const reading = await readSnapshot(file);
    if (reading.kind !== 'read') throw new Error(`not read: ${JSON.stringify(reading)}`);
    expect(answersOf(openIndex([{ columns: reading.columns }]))).toEqual(
      answersOf(openIndex([{ columns: buildIndex(passages) }])),
    );
  });

  it('that an earlier day wrote in this version is opened, so that a new layout needs a new version', async () => {
    const reading = await readSnapshot('test/fixtures/search/version-3.snapshot');
    if (reading.kind !== 'read') throw new Error(`not read: ${JSON.stringify(reading)}`);
    const [hit] = openIndex([{ columns: reading.columns }]).search('embasy in Kyiv').hits;
    expect(hit?.passage.text).toBe('The embassy in Kyiv was closed.');
  });

  it('that an earlier version wrote is told to be one, so that it is built again', async () => {
    expect(await readSnapshot('test/fixtures/search/version-2.snapshot')).toEqual({
      kind: 'unusable',
      reason: 'it has version 2, this factdesk reads version 3',
    });
  });

  it('leaves nothing but itself in its folder', async () => {
    expect(await readdir(path.dirname(file))).toEqual(['index.snapshot']);
  });

  it('keeps what was noted of the corpus it was built from', async () => {
    expect(await readSnapshot(file)).toMatchObject({ kind: 'read', notes: 'one corpus' });
  });

  it('is absent where nothing was written', async () => {
    expect(await readSnapshot(path.join(folder, 'none'))).toEqual({ kind: 'absent' });
  });

  it.each([
    ['empty', () => Buffer.alloc(0), 'not a snapshot'],
    ['foreign', () => Buffer.alloc(4096, 'x'), 'not a snapshot'],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'its hash does not fit'],
    ['of a later version', (bytes: Buffer) => Buffer.from(bytes).fill(9, 8, 9), 'it has version 9'],
    [
      'with one bit turned',
      (bytes: Buffer) => Buffer.from(bytes).fill((bytes[999] ?? 0) ^ 4, 999, 1000),
      'hash',
    ],
  ])('that is %s is noticed and said to be so', async (_what, spoil, reason) => {
    const spoilt = path.join(folder, 'spoilt');
    await writeFile(spoilt, spoil(await readFile(file)));
    const reading = await readSnapshot(spoilt);
    expect(reading).toMatchObject({ kind: 'unusable', reason: expect.stringContaining(reason) });
  });
});
