import { beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { LATER_MINES, MINES, newQuestion, reply } from '../ledger/sample-questions.ts';
import { run } from './run.ts';

const DECIDE = ['run', '1', '--by', 'UDESK'] as const;
const CORRECT = [...DECIDE, '--verb', 'correct', '--reason', 'One was missing'] as const;

describe('factdesk recall', () => {
  let env: { FACTDESK_DATA: string };

  beforeEach(async () => {
    env = { FACTDESK_DATA: await createFolder({}) };
  });

  const recall = (...words: readonly string[]) => run(['recall', ...words], { env });
  const open = () =>
    openLedger({ directory: env.FACTDESK_DATA, now: () => new Date('2026-11-30T12:00:00Z') });

  /** Ada got the first version in a channel; the sheet has changed since. */
  async function change(): Promise<void> {
    const ledger = await open();
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(questionId, { facts: [MINES], seenBy: null }));
    await ledger.openRecall({ change: 'changed', from: MINES, to: LATER_MINES });
    await ledger.close();
  }

  it('says that nothing has changed where nothing has', async () => {
    expect((await recall('list')).stdout).toBe('No recall is open. --all lists those that are done with.\n');
    expect((await recall('list', '--all')).stdout).toBe('No fact that was shown has changed since.\n');
    const { stderr, exitCode } = await recall('show', '3');
    expect(stderr).toContain('There is no recall "3". "factdesk recall list --all" lists them.');
    expect(exitCode).toBe(2);
  });

  it('lists what has changed, and tells what a verb would do before it does it', async () => {
    await change();
    expect((await recall('list')).stdout).toBe(
      '1  2026-11-30 12:00:00 UTC  un-civilian-mine-casualties reads differently now; open: nobody has decided\n',
    );
    const { stdout } = await recall(...DECIDE, '--verb', 'correct', '--dry-run');
    expect(stdout).toContain('│ Mines have killed 407 civilians.');
    expect(stdout).toContain('│ Mines have killed 408 civilians.');
    expect(stdout).toContain(
      'These copies would be corrected and these people told:\n  1 message in C1\n  1 person\n',
    );
    expect(stdout).toContain('Nothing was changed.');
    expect((await recall('list')).stdout).toContain('open: nobody has decided');
  });

  it('decides once, and prints the receipt for people, programs and spreadsheets', async () => {
    await change();
    const decided = await recall(...CORRECT);
    expect(decided.stdout).toContain('correct, by UDESK, 2026-');
    expect(decided.stdout).toContain(': One was missing\n');
    expect((await recall(...CORRECT)).stderr).toContain('Recall 1 was decided before.');
    const dry = await recall(...CORRECT, '--dry-run');
    expect([dry.stdout, dry.exitCode]).toEqual(['', 1]);
    expect(dry.stderr).toContain('Recall 1 was decided before.');
    const ledger = await open();
    const [told] = await ledger.takeRecallRows({ recall: 1, kind: 'person', limit: 1 });
    const notice = { channel: 'DADA', messageTs: '1700000009.000100' };
    await ledger.finishRecallRow(told?.id ?? '', { state: 'done', way: 'told', notice });
    await ledger.recordRecallSeen(1, 'UADA');
    await ledger.close();
    expect((await recall('show', '1')).stdout).toContain(
      'person  UADA in C1  got it 2026-11-30 12:00:00 UTC  told 2026-11-30 12:00:00 UTC, seen 2026-11-30 12:00:00 UTC\n',
    );
    const { rows, progress, is } = JSON.parse((await recall('show', '1', '--json')).stdout);
    expect(rows.length).toBe(2);
    expect(progress.people).toEqual({ all: 1, told: 1, seen: 1 });
    expect(is.text).toBe('Mines have killed 408 civilians.');
    const table = (await recall('show', '1', '--csv')).stdout.split('\r\n');
    expect(table[0]).toContain('kind,person,channel,message_ts');
    expect(table.length).toBe(4);
  });

  it('takes no verb that lacks its sentence, its words or its person', async () => {
    await change();
    const { stderr } = await recall(...DECIDE, '--verb', 'leave');
    expect(stderr).toContain('Say it in a sentence: --reason "Why it can stay". Nothing was changed.');
    expect((await recall('run', '1', '--verb', 'refile', '--by', 'ines')).stderr).toContain(
      '"ines" is no Slack user id.',
    );
    const ledger = await open();
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(questionId, { facts: [{ factId: 'berths', factHash: 'v1' }] }));
    await ledger.openRecall({ change: 'gone', from: { factId: 'berths', factHash: 'v1' }, to: null });
    await ledger.close();
    expect((await recall('run', '2', '--verb', 'correct', '--by', 'UDESK')).stderr).toContain(
      'Nothing stands for the fact of recall 2 now: use --verb withdraw or leave.',
    );
    expect((await recall('list')).stdout).toContain(
      'berths was withdrawn, removed or put under embargo; open',
    );
  });
});
