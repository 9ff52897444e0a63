import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalCommand } from '../../src/cli/eval.ts';
import { guardTerminal } from '../../src/cli/guard-terminal.ts';

let folder = '';

const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

beforeAll(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'factdesk-eval-')), 'small');
  await mkdir(path.join(folder, 'qrels'), { recursive: true });
  const corpus = [
    { _id: 'a1', title: 'Mines', text: 'The minefields stretch along the river.', metadata: { doc: 'a' } },
    { _id: 'a2', title: 'Mines', text: 'They were laid in 1997 by sappers.', metadata: { doc: 'a' } },
    {
      _id: 'b1',
      title: 'Chess',
      text: 'The tournament was won by a pupil from Lviv.',
      metadata: { doc: 'b' },
    },
  ];
  await writeFile(path.join(folder, 'corpus.jsonl'), lines(corpus));
  const queries = [
    { _id: 'q1', text: 'Who won the chess tournament?' },
    { _id: 'q2', text: 'What is the price of gas?' },
  ];
  await writeFile(path.join(folder, 'queries.jsonl'), lines(queries));
  await writeFile(
    path.join(folder, 'queries-typos.jsonl'),
    lines([{ _id: 'q1', text: 'Who won the ches tournamnt?' }]),
  );
  await writeFile(path.join(folder, 'qrels', 'test.tsv'), 'query-id\tcorpus-id\tscore\nq1\tb1\t1\n');
});

afterAll(() => rm(path.dirname(folder), { recursive: true }));

async function run(...args: readonly string[]) {
  const printed = { out: '', err: '', code: 0 };
  const terminal = guardTerminal({
    stdin: Readable.from([]),
    stdout: { write: (text) => (printed.out += text) },
    stderr: { write: (text) => (printed.err += text) },
    env: {},
    now: () => new Date(0),
    untilStopped: async () => {},
    endWithin: () => undefined,
    setExitCode: (code) => {
      printed.code = code;
    },
  });
  const command = evalCommand(terminal);
  await command.parseAsync([...args], { from: 'user' });
  return printed;
}

describe('factdesk eval', () => {
  it('prints one line of JSON with the figures of a folder', async () => {
    const { out } = await run(folder, '--json');
    expect(out.split('\n')).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({
      set: 'small',
      facts: 3,
      queries: 2,
      s1: 1,
      mrr10: 1,
      ndcg10: 1,
      falseAnswers: 0,
    });
  });

  it('asks the misspelt questions when told to', async () => {
    const { out } = await run(folder, '--typos', '--json');
    expect(JSON.parse(out)).toMatchObject({ queries: 1, s1: 1, falseAnswers: null });
  });

  it('prints a table of claimed and true probabilities for people', async () => {
    const { out } = await run(folder);
    expect(out).toContain('small: 3 passages, 2 questions');
    expect(out).toMatch(/claimed +questions +mean claimed +truly right/);
  });

  it('says which file is missing or broken, and goes on with the next folder', async () => {
    const { out, err, code } = await run('/nowhere', folder, '--json');
    expect(err).toContain('/nowhere/corpus.jsonl cannot be read');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ set: 'small' });
  });
});
