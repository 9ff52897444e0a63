import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { run } from './run.ts';

const NOW = new Date('2026-12-01T12:00:00Z');
const FACT = {
  kind: 'statement',
  text: 'The harbour has 14 berths.',
  title: 'A call',
  accessed: '2026-12-01',
  topics: ['harbour'],
  askedAs: ['How many berths are there?'],
} as const;

/** Folders with a sheet, and a ledger with a fact that was signed. */
async function openFolders() {
  const section = '## pier\n> The pier is closed.\n\n- kind: statement';
  const [sheets, data] = [await createFolder({ 'a.md': createSheet(section) }), await createFolder({})];
  const ledger = await openLedger({ directory: data, now: () => NOW });
  const kept = await ledger.keepDraft({
    eventKey: 'v',
    draftId: null,
    groupId: 'g',
    fact: FACT,
    writtenBy: 'UA',
  });
  const draftId = 'draft' in kept ? kept.draft.id : '';
  const signature = {
    factId: 'berths-3f2a1b',
    sheet: 'desk/2026-12.md',
    checkedBy: 'Ada and Bo, 1 December 2026',
  };
  await ledger.signDraft({ draftId, version: 1, by: 'UB', mayBeWriter: false, ...signature });
  await ledger.close();
  return { sheets, env: { FACTDESK_FACTS: sheets, FACTDESK_DATA: data } };
}

describe('factdesk desk write', () => {
  it('writes what was signed and could not be written then, once', async () => {
    const { sheets, env } = await openFolders();
    await writeFile(join(sheets, 'desk'), 'In the way.');
    const blocked = await run(['desk', 'write'], { env, now: NOW });
    expect(blocked).toMatchObject({ exitCode: 1, stderr: '' });
    expect(blocked.stdout.replaceAll(`${sheets}/`, '')).toBe(
      'desk/2026-12.md: berths-3f2a1b is not written: a file stands where the folder of the sheet should be.\n' +
        'Written: 0 of 1 fact. The others are kept: mend what is wrong, and run this again.\n',
    );
    await rm(join(sheets, 'desk'));
    const written = await run(['desk', 'write'], { env, now: NOW });
    expect({ ...written, stdout: written.stdout.replaceAll(`${sheets}/`, '') }).toEqual({
      stdout:
        'desk/2026-12.md: berths-3f2a1b is written.\n' +
        'Written: 1 fact. A bot that runs tells those who asked.\n',
      stderr: '',
      exitCode: 0,
    });
    expect(await readFile(join(sheets, 'desk/2026-12.md'), 'utf8')).toContain(
      '> The harbour has 14 berths.\n',
    );
    expect(await run(['desk', 'write'], { env, now: NOW })).toMatchObject({
      stdout: 'No signed fact waits to be written.\n',
      exitCode: 0,
    });
    const asked = await run(['ask', 'How many berths are there?'], { env, now: NOW });
    expect(asked.stdout).toContain('The harbour has 14 berths.');
  });

  it('has nothing to do where the bot never ran', async () => {
    const { stdout, exitCode } = await run(['desk', 'write'], {
      env: { FACTDESK_DATA: await createFolder({}) },
    });
    expect({ stdout, exitCode }).toEqual({ stdout: 'No signed fact waits to be written.\n', exitCode: 0 });
  });
});
