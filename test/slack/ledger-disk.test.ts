import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { createSmallDisk, maySetUpDisks, resizeDisk } from '../ledger/small-disk.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openSlackDesk } from './slack-desk.ts';

const NOT_NOW = 'could not be looked up just now';
const PAGE = Buffer.alloc(4_096, 1);

/** Another program takes what room there is. */
async function fill(disk: string): Promise<void> {
  for (;;) {
    const isTaken = await appendFile(join(disk, 'other'), PAGE).then(
      () => true,
      () => false,
    );
    if (!isTaken) return;
  }
}

describe.skipIf(!maySetUpDisks())('while the disk of the ledger is full', () => {
  it('whoever asks is told, what is kept stays, and the bot answers by itself once there is room', async () => {
    const directory = await createSmallDisk('900k');
    const inherit = () => openLedger({ directory, now: () => new Date() });
    const { slack, ledger, log } = await openSlackDesk({}, { inherit });
    const ada = slack.person('ada');
    const before = ada.directMessage(SIGNATURE_QUESTION);
    await ada.reply(before);
    await fill(directory);
    const isTold = ({ ts }: { readonly ts: string }) =>
      ada.thread('dm', ts).some(({ text }) => text.includes(NOT_NOW));
    // The log of changes may have room for some yet.
    let asked = ada.directMessage(SIGNATURE_QUESTION);
    for (
      ;
      (await ada.reply(asked)).words.includes(SIGNATURE_QUOTE);
      asked = ada.directMessage(SIGNATURE_QUESTION)
    );
    expect(isTold(asked)).toBe(true);
    expect(log()).toContain('the disk is full. Make room there.');
    resizeDisk(directory, '20m');
    const ask = async () => (await ada.reply(ada.directMessage(SIGNATURE_QUESTION))).words;
    await expect.poll(ask, { timeout: 20_000, interval: 500 }).toContain(SIGNATURE_QUOTE);
    await expect
      .poll(async () => (await ledger.questionsOf(ada.id, 500)).at(-1))
      .toMatchObject({ outcome: 'answer', repliedAt: expect.any(Date) });
    expect(ada.thread('dm', before.ts)).toHaveLength(1);
  });
});
