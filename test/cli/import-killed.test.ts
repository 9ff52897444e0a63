import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openArchive } from '../../src/corpus/archive/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { importing } from '../corpus/intake/an-import.ts';

const TIMES = 50;
const ARTICLES = 12_000;

/** Starts an import as a process of its own and kills it some milliseconds after it began to work. */
async function killImport(source: string, out: string, milliseconds: number): Promise<void> {
  const words = ['--import', 'tsx', 'test/cli/import-process.ts', source, out];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await after(milliseconds);
  child.kill('SIGKILL');
  await ended;
}

it(`an archive is whole after each of ${TIMES} imports that were killed, and complete after one that was not`, async () => {
  const folder = aFolder();
  const source = join(folder, 'a.jsonl');
  const out = join(folder, 'archive');
  const text = (index: number) => `Boat ${index} sank. ${'It was old. '.repeat(40)}`;
  const all = Array.from({ length: ARTICLES }, (_, index) => saying(text(index), { uri: `u:${index}` }));
  writeFileSync(source, lines(...all));
  const seed = Math.floor(Math.random() * 1e9);
  const onFile: number[] = [0];
  for (let time = 1; time <= TIMES; time += 1) {
    await killImport(source, out, (seed * time) % 800);
    const archive = await openArchive([out], { now: new Date('2026-04-01') }).catch(() => undefined);
    expect(archive?.problems ?? [], `seed ${seed}, kill ${time}`).toEqual([]);
    expect(archive?.articles ?? 0, `seed ${seed}, kill ${time}`).toBeGreaterThanOrEqual(onFile.at(-1) ?? 0);
    onFile.push(archive?.articles ?? 0);
  }
  // They were killed while they wrote: the archive grew in steps.
  expect(new Set(onFile).size, `seed ${seed}: ${onFile}`).toBeGreaterThan(2);
  const last = await importing([source], { out });
  expect([last.written + last.unchanged, last.texts.length % ARTICLES]).toEqual([ARTICLES, 0]);
}, 300_000);
