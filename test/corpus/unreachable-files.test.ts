import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus, UnreachableFileError } from '../../src/corpus/index.ts';
import { openSheetReader } from '../../src/corpus/sheets/read-sheets.ts';
import { aFolder, lines, saying } from './archive/a-folder.ts';
import { createFolder, createSheet } from './temporary-folder.ts';

const fact = (id: string, text: string) => `## ${id}\n> ${text}\n\n- kind: statement\n`;
const BRIDGE = createSheet(fact('bridge', 'The bridge over the Example is 120 metres long.'));

/** Trouble that a file or its folder can be in, also where the tests are run by root, to whom no right is missing. */
const TROUBLES: readonly (readonly [string, (folder: string, file: string) => void])[] = [
  ['links that lead round in a circle', (_, file) => replace(file, () => symlinkSync(file, file))],
  ['a pipe in its place', (_, file) => replace(file, () => execFileSync('mkfifo', [file]))],
  ['a folder in its place', (_, file) => replace(file, () => mkdirSync(file))],
  ['a folder that is away', (folder) => renameSync(folder, `${folder}-away`)],
  ['a file in place of the folder', (folder) => replace(folder, () => writeFileSync(folder, ''))],
];

function replace(path: string, make: () => void): void {
  rmSync(path, { recursive: true });
  make();
}

async function deskOver(kind: 'sheet' | 'archive') {
  const sheets = await createFolder(kind === 'sheet' ? { 'facts/bridge.md': BRIDGE } : {});
  const archive = join(aFolder(), 'archive');
  mkdirSync(archive);
  writeFileSync(
    join(archive, 'a.jsonl'),
    lines(saying('The bridge over the Example is 120 metres long.', { uri: 'u:bridge' })),
  );
  const corpus = await loadCorpus({
    sheets: join(sheets, 'facts'),
    archive: kind === 'archive' ? [archive] : [],
  });
  const desk = await openFactDesk({ corpus, now: () => new Date('2026-04-01') });
  const [folder, file] =
    kind === 'sheet'
      ? [join(sheets, 'facts'), join(sheets, 'facts', 'bridge.md')]
      : [archive, join(archive, 'a.jsonl')];
  const ask = () => desk.ask('How long is the bridge over the Example?');
  const quote = (await ask()).quotes[0];
  if (!quote) throw new Error('The bridge is not on file.');
  return { folder, file, ask, fact: () => desk.fact(quote.factId) };
}

describe.each(['sheet', 'archive'] as const)('words that stand in the %s', (kind) => {
  it.each(TROUBLES)('are not said to be gone for %s', async (_, make) => {
    const { folder, file, ask, fact } = await deskOver(kind);
    make(folder, file);
    await expect(ask()).rejects.toThrow(UnreachableFileError);
    await expect(fact()).rejects.toThrow('could not be looked into just now');
  });

  it('are gone with their file', async () => {
    const { file, ask, fact } = await deskOver(kind);
    rmSync(file);
    expect((await ask()).outcome).toBe('none');
    expect(await fact()).toBeNull();
  });
});

describe('a folder of sheets that is read again', () => {
  it('has the sheets that it had while it cannot be listed, and their problems', async () => {
    const parent = await createFolder({ 'facts/bridge.md': BRIDGE, 'facts/below/b.md': 'no head' });
    const reader = openSheetReader(join(parent, 'facts'));
    const before = await reader.read();
    renameSync(join(parent, 'facts'), join(parent, 'away'));
    const without = await reader.read();
    expect(without.facts).toEqual(before.facts);
    expect(without.problems.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['the sheet cannot be read (ENOENT)', 'the sheet has no source']),
    );
    renameSync(join(parent, 'away'), join(parent, 'facts'));
    expect(await reader.read()).toEqual(before);
    rmSync(join(parent, 'facts', 'bridge.md'));
    expect((await reader.read()).facts).toEqual([]);
  });

  it('reads only what was written since', async () => {
    const folder = await createFolder({ 'a.md': BRIDGE, 'b.md': BRIDGE.replace('## bridge', '## quay') });
    const reader = openSheetReader(folder);
    const before = await reader.read();
    writeFileSync(join(folder, 'b.md'), BRIDGE.replace('## bridge', '## pier'));
    const after = await reader.read();
    expect(after.facts.map(({ id }) => id)).toEqual(['bridge', 'pier']);
    expect(after.facts[0]).toBe(before.facts[0]);
    // The same words once more are the same sheet.
    writeFileSync(join(folder, 'b.md'), BRIDGE.replace('## bridge', '## pier'));
    expect((await reader.read()).facts[1]).toBe(after.facts[1]);
  });
});
