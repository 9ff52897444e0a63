import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openArchive } from '../../src/corpus/archive/index.ts';
import { compileForTest } from '../compile-for-test.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { importing } from '../corpus/importing/an-import.ts';

/** Each kill is an attempt at another moment; a hurried run makes do with fewer. */
const TIMES = process.env.CI ? 50 : 8;
const ARTICLES = 3_000;
/** Two files and a bit: an import that gets so far was killed before, while or after it wrote one. */
const FURTHEST = 2_200;

const PROGRAM = await compileForTest('test/scenarios/import-process.ts');

/** Starts an import as a process of its own and kills it when it has read so many articles. */
async function killImport(source: string, out: string, afterArticles: number): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, source, out], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (Number(line) >= afterArticles) child.kill('SIGKILL');
  }
  await ended;
}

/** How many articles an archive has, each of its lines being whole. */
async function countWhole(out: string): Promise<number> {
  if (!existsSync(out)) return 0;
  const archive = await openArchive([out], { now: new Date('2026-04-01') });
  expect(archive.problems).toEqual([]);
  return archive.articles;
}

it(`an archive is whole after each of ${TIMES} imports that were killed, and complete after one that was not`, async () => {
  const folder = aFolder();
  const source = join(folder, 'a.jsonl');
  const all = Array.from({ length: ARTICLES }, (_, index) =>
    saying(`Boat ${index} sank.`, { uri: `u:${index}` }),
  );
  writeFileSync(source, lines(...all));
  const seed = Math.floor(Math.random() * 1e6);
  let out = join(folder, 'archive-0');
  let onFile = 0;
  let partial = 0;
  for (let time = 1; time <= TIMES; time += 1) {
    if (onFile === ARTICLES) out = join(folder, `archive-${time}`);
    const before = onFile === ARTICLES ? 0 : onFile;
    await killImport(source, out, before + ((seed * time) % FURTHEST));
    onFile = await countWhole(out);
    expect(onFile, `seed ${seed}, kill ${time}`).toBeGreaterThanOrEqual(before);
    if (onFile > before && onFile < ARTICLES) partial += 1;
  }
  expect(partial, `seed ${seed}: some were killed between two files`).toBeGreaterThan(0);
  const last = await importing([source], { out });
  expect([last.written + last.unchanged, last.texts.length]).toEqual([ARTICLES, ARTICLES]);
}, 300_000);
