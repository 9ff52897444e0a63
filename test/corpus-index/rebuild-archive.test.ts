import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { archiveIndexFile, createRebuild, startIndexThread } from '../../src/corpus-index/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';

const now = () => new Date('2026-04-01T00:00:00Z');

it('rebuilds the index of an archive that has changed, once, while the desk goes on answering', async () => {
  const archive = aFolder({ 'a.jsonl': lines(saying('A ferry sank.', { uri: 'u:1' })) });
  const config = {
    data: mkdtempSync(join(tmpdir(), 'factdesk-data-')),
    archive: [archive],
    facts: aFolder(),
  };
  const told: string[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      told.push(String(JSON.parse(String(line)).msg));
      done();
    },
  });
  const startThread = () =>
    startIndexThread({
      place: { sheets: config.facts, archive: config.archive },
      indexFile: archiveIndexFile(config),
      report: (reason) => told.push(reason),
    });
  const thread = startThread();
  onTestFinished(async () => {
    await thread.close();
    rmSync(config.data, { recursive: true });
  });
  const desk = await openFactDesk({ now, indexProvider: thread });
  writeFileSync(join(archive, 'b.jsonl'), lines(saying('A pier burnt.', { uri: 'u:2' })));
  await desk.reload();
  const segments = async () => (await thread.contents(now())).segments.length;
  // The sheets, the index that was kept, and what came in since.
  expect(await segments()).toBe(3);
  rmSync(archiveIndexFile(config));
  const rebuild = createRebuild({
    thread,
    startThread,
    reload: () => desk.reload(),
    now,
    logger: pino(stream),
  });
  rebuild();
  rebuild();
  const burnt = async () => (await desk.ask('which pier burnt')).quotes[0]?.text;
  expect(await burnt()).toBe('A pier burnt.');
  const built = 'the index of the archive was built anew';
  await vi.waitFor(() => expect(told).toEqual([built]), { timeout: 20_000 });
  expect(existsSync(archiveIndexFile(config))).toBe(true);
  expect(await segments()).toBe(2);
  expect(await burnt()).toBe('A pier burnt.');
  // Once it is done, it can be done again.
  await vi.waitFor(
    () => {
      if (told.length < 2) rebuild();
      expect(told).toEqual([built, built]);
    },
    { timeout: 20_000 },
  );
}, 60_000);
