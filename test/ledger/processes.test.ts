import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileForTest } from '../compile-for-test.ts';
import { databaseKinds, type TestDatabase } from './test-databases.ts';

const PROGRAM = await compileForTest('test/ledger/ledger-process.ts');

describe.each(await databaseKinds())('several processes $name', ({ create }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await create();
  });
  afterEach(() => database.remove());

  function start(task: 'accept' | 'claim', name = ''): { child: ChildProcess; lines: AsyncIterable<string> } {
    const place = [database.directory, database.databaseUrl ?? '', name];
    const child = spawn(process.execPath, [PROGRAM, task, ...place], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return { child, lines: createInterface({ input: child.stdout }) };
  }

  it('keeps every question and report told of as kept when it is killed at any moment', async () => {
    const reported: string[] = [];
    const moments = Array.from({ length: 4 }, () => 1 + Math.floor(Math.random() * 150));
    for (const [round, moment] of moments.entries()) {
      const { child, lines } = start('accept', `round-${round}`);
      let heard = 0;
      for await (const line of lines) {
        reported.push(line);
        heard += 1;
        if (heard === moment) child.kill('SIGKILL');
      }
      expect(heard).toBeGreaterThanOrEqual(moment);
    }
    const ledger = await database.open();
    const reports = new Set((await ledger.openReports(100_000)).map(({ line }) => `report ${line}`));
    const lost: string[] = [];
    for (const line of reported) {
      const [what, id = ''] = line.split(' ');
      const kept = what === 'question' ? (await ledger.question(id)) !== undefined : reports.has(line);
      if (!kept) lost.push(line);
    }
    expect(lost, `killed after ${moments.join(', ')} reports`).toEqual([]);
    database.clock.pass({ days: 365 * 10 });
    const waiting = new Set<string>();
    for (let taken = await ledger.takeUnanswered(new Date(0)); taken.length > 0; ) {
      for (const { id } of taken) waiting.add(`question ${id}`);
      taken = await ledger.takeUnanswered(new Date(0));
    }
    expect(reported.filter((line) => line.startsWith('question') && !waiting.has(line))).toEqual([]);
  });

  it('lets copies of the bot start at the same moment on an empty database, and share the claims', async () => {
    const copies = Array.from({ length: 4 }, () => start('claim'));
    const reports = await Promise.all(
      copies.map(async ({ child, lines }) => {
        const ended = once(child, 'close');
        const heard: string[] = [];
        for await (const line of lines) heard.push(line);
        await ended;
        return heard;
      }),
    );
    const everyKeyOnce = Array.from({ length: 100 }, (_, key) => `claimed ${key}`).toSorted();
    expect(reports.flat().toSorted()).toEqual(everyKeyOnce);
  });
});
