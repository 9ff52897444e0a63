import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Command, CommanderError } from 'commander';
import fc from 'fast-check';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../src/cli/command-error.ts';
import { guardTerminal } from '../../src/cli/guard-terminal.ts';
import { ledgerCommand } from '../../src/cli/ledger-command.ts';
import { type Cell, formatCsvLine } from '../../src/csv.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { LATER_MINES, MINES, newQuestion, reply, TWO_FACTS } from '../ledger/sample-questions.ts';
import { run as runProgram } from './run.ts';

describe('factdesk ledger', () => {
  let directory: string;
  let stdout: string;
  let seconds = 0;

  const open = (): Promise<Ledger> =>
    openLedger({ directory, now: () => new Date(Date.UTC(2026, 2, 2, 9, 0, seconds++)) });

  beforeEach(async () => {
    seconds = 0;
    directory = await mkdtemp(join(tmpdir(), 'factdesk-cli-ledger-'));
    const ledger = await open();
    const words = 'Who said "never, ever"?\nAnd when?';
    const asked = await ledger.acceptQuestion(newQuestion({ words, isPrivate: false, eventKey: 'one' }));
    await ledger.recordAnswer(asked.questionId, {
      ...{ outcome: 'answer', quoted: TWO_FACTS, decision: 'weights' },
    });
    await ledger.recordDelivery(reply(asked.questionId));
    await ledger.acceptQuestion(newQuestion({ words: 'between us', eventKey: 'two', askedBy: 'UBOB' }));
    await ledger.close();
  });
  afterEach(() => rm(directory, { recursive: true }));

  async function run(...words: readonly string[]): Promise<string> {
    stdout = '';
    const terminal = guardTerminal({
      stdin: Readable.from([]),
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: () => undefined },
      env: {},
      now: () => new Date('2026-03-02T09:00:00.000Z'),
      setExitCode: () => undefined,
      untilStopped: async () => undefined,
      endWithin: () => undefined,
    });
    const command = ledgerCommand(terminal, open);
    for (const each of [command, ...command.commands]) quieten(each);
    await command.parseAsync(words, { from: 'user' });
    return stdout;
  }

  function quieten(command: Command): void {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  }

  it('counts what is on record', async () => {
    expect(await run('counts')).toBe(
      [
        'Questions       2  (1 answer, 0 list, 0 choices, 0 none, 0 failed, 1 undecided)',
        'Facts shown     2',
        'Sure answers    1  (0 reported as wrong)',
        'Choices         0',
        'Feedback        0  (0 helpful, 0 wrong fact, 0 out of date, 0 badly worded, 0 other)',
        'Desk questions  0  (0 open, 0 answered, 0 wont answer, 0 lapsed)',
        '',
      ].join('\n'),
    );
    expect(JSON.parse(await run('counts', '--json'))).toMatchObject({
      questions: { answer: 1 },
      deliveries: 2,
    });
  });

  it('exports questions as a table that a spreadsheet reads', async () => {
    const [head, first, ...rest] = (await run('export')).split('\r\n');
    expect(head).toBe('id,asked_at,asked_by,channel,thread,surface,private,words,outcome,replied_at');
    expect(first).toMatch(
      /^[0-9a-f]{32},2026-03-02T09:00:01\.000Z,UADA,C1,,command,false,"Who said ""never, ever""\?\nAnd when\?",answer,2026-03-02T09:00:03\.000Z$/,
    );
    expect(rest).toHaveLength(2);
  });

  it('holds back what private questions hold until it is asked for', async () => {
    const held = await run('export', '--format', 'jsonl');
    expect(held).not.toMatch(/between us|UBOB/);
    const all = (await run('export', '--format', 'jsonl', '--with-private')).trimEnd().split('\n');
    const questions = all.map((line) => JSON.parse(line));
    expect(questions.map(({ words }) => words).toSorted()).toEqual([
      'Who said "never, ever"?\nAnd when?',
      'between us',
    ]);
  });

  it('exports the other records too, with their columns when there are none', async () => {
    expect((await run('export', '--records', 'quotes')).split('\r\n')).toHaveLength(4);
    expect(await run('export', '--records', 'choices')).toBe(
      'id,question_id,chosen_at,chosen_by,fact_id,words\r\n',
    );
  });

  describe('uses', () => {
    beforeEach(async () => {
      const ledger = await open();
      const alone = await ledger.acceptQuestion(newQuestion({ askedBy: 'UBOB' }));
      const direct = { kind: 'direct-message', channel: 'DBOB', person: 'UBOB', seenBy: 'UBOB' } as const;
      await ledger.recordDelivery(reply(alone.questionId, { ...direct, facts: [LATER_MINES] }));
      await ledger.close();
    });

    it('tells who was shown which version when, oldest first', async () => {
      expect(await run('uses', MINES.factId)).toBe(
        [
          'un-civilian-mine-casualties: shown 2 times to 2 people, each alone.',
          '',
          'Version 1 (version-), first shown 2026-03-02 09:00:03 UTC:',
          '  its words were not kept then',
          '',
          'Version 2 (version-), first shown 2026-03-02 09:00:07 UTC:',
          '  Desk wording:',
          '  │ Mines have killed 408 civilians.',
          '  According to the United Nations · as of October 2024 · Mines for Ukraine',
          '',
          '2026-03-02 09:00:03 UTC  version 1  private reply',
          '2026-03-02 09:00:07 UTC  version 2  direct message',
          '',
          'Private replies name nobody: add --with-private to see who got them.',
          '',
        ].join('\n'),
      );
      const named = await run('uses', MINES.factId, '--with-private');
      expect(named).toContain('version 2  direct message  UBOB in DBOB message 1700000001.000200\n');
      expect(named).not.toContain('name nobody');
    });

    it('tells it as a table and as JSON too', async () => {
      const table = (await run('uses', MINES.factId, '--csv', '--with-private')).split('\r\n');
      expect(table[0]).toBe(
        'delivered_at,version,fact_hash,kind,private,person,channel,message_ts,text,source_line',
      );
      expect(table[2]).toBe(
        '2026-03-02T09:00:07.000Z,2,version-2,direct-message,true,UBOB,DBOB,1700000001.000200,' +
          'Mines have killed 408 civilians.,According to the United Nations · as of October 2024 · Mines for Ukraine',
      );
      expect(JSON.parse(await run('uses', MINES.factId, '--json'))).toMatchObject({
        total: 2,
        versions: [{ version: 1 }, { version: 2, words: { text: 'Mines have killed 408 civilians.' } }],
        uses: [{ version: 1 }, { version: 2, kind: 'direct-message', person: null }],
      });
    });

    it('says that nobody was shown a fact of that name', async () => {
      expect(await run('uses', 'no-such-fact')).toBe(
        'Nothing on record shows no-such-fact to anybody. Is its id right?\n',
      );
    });
  });

  it('erases a person when told --yes, and says what was erased', async () => {
    expect(await run('erase', '--person', 'UADA', '--yes')).toBe(
      'Erased UADA: questions 1, deliveries 2, choices 0, feedback 0, desk questions 0, reviews 0, recalls 0.\n' +
        'Messages in Slack itself are not touched.\n',
    );
    expect(await run('export', '--with-private')).not.toContain('UADA');
    expect(await run('erase', '--person', 'UADA', '--yes')).toBe('Nothing of UADA is on record.\n');
  });

  it('does not call erased what is still on the disk, and says so until it has gone', async () => {
    const reader = new Database(join(directory, 'ledger.sqlite'));
    reader.exec('begin');
    reader.prepare('select count(*) from questions').get();
    const erasing = run('erase', '--person', 'UADA', '--yes');
    await expect(erasing).rejects.toThrow(CommandError);
    await expect(erasing).rejects.toThrow(
      `What was erased is still on the disk: another program reads ${join(directory, 'ledger.sqlite')}. End it, and try again.`,
    );
    expect(stdout).toMatch(/^Taken out of the ledger of UADA: questions 1, deliveries 2,/);
    reader.exec('commit');
    reader.close();
    expect(await run('erase', '--person', 'UADA', '--yes')).toBe('Nothing of UADA is on record.\n');
  });

  it('says that the file is damaged, without a trace of the code', async () => {
    const data = await createFolder({ 'ledger.sqlite': 'no database at all. '.repeat(500) });
    for (const command of [['counts'], ['export'], ['erase', '--person', 'UADA', '--yes']]) {
      const { stderr, exitCode } = await runProgram(['ledger', ...command], {
        env: { FACTDESK_DATA: data },
      });
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(
        /^The ledger .+ cannot be opened: the file is damaged or no SQLite database\. .+\n$/m,
      );
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  it('erases nothing without --yes, nor for what is no user id', async () => {
    const refused = run('erase', '--person', 'UADA');
    await expect(refused).rejects.toThrow(CommandError);
    await expect(refused).rejects.toThrow('Nothing was erased. Erasing UADA cannot be undone: add --yes');
    await expect(run('erase', '--person', '@ada', '--yes')).rejects.toThrow('"@ada" is no Slack user id.');
    expect(await run('export', '--with-private')).toContain('UADA');
  });

  it.each([
    [['export', '--format', 'xml'], 'Allowed choices are csv, jsonl.'],
    [['export', '--records', 'secrets'], 'Allowed choices are questions, quotes, deliveries'],
    [['erase', '--yes'], "required option '--person <id>' not specified"],
  ])('refuses %j', async (words, message) => {
    const refused = run(...words);
    await expect(refused).rejects.toThrow(CommanderError);
    await expect(refused).rejects.toThrow(message);
  });
});

describe('a line of a table', () => {
  it('is text to a spreadsheet, whatever was typed as a question', () => {
    expect(formatCsvLine(['=HYPERLINK("http://x")', '+1', '-1', '@sum', '1=1', -1])).toBe(
      `"'=HYPERLINK(""http://x"")",'+1,'-1,'@sum,1=1,-1\r\n`,
    );
  });

  it('gives back every cell that was put in', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[a",\r\n ]*$/),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells: readonly Cell[]) => {
        const expected = cells.map((value) => {
          const text = value === null ? '' : String(value);
          return typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
        });
        expect(readCsvLine(formatCsvLine(cells))).toEqual(expected);
      }),
    );
  });
});

/** The grammar of RFC 4180, one step at a time. */
function readCsvLine(line: string): readonly string[] {
  const cells: string[] = [];
  let rest = line;
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (match === null) throw new Error(`no cell at ${JSON.stringify(rest)}`);
    cells.push(match[2] ?? match[1]?.replaceAll('""', '"') ?? '');
    rest = rest.slice(match[0].length);
  }
  return cells;
}
