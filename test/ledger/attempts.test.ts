import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { MINES, newQuestion } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

describe.each(await databaseKinds())('attempts to answer $name', (kind) => {
  const it = ledgerTest(kind);

  it('are counted for each question, over restarts, from the one that accepting it is', async ({
    database,
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    const other = await ledger.acceptQuestion(newQuestion());
    expect(await ledger.beginAttempt(questionId)).toBe(2);
    await ledger.close();
    const restarted = await database.open();
    expect(await restarted.beginAttempt(questionId)).toBe(3);
    expect(await restarted.beginAttempt(other.questionId)).toBe(2);
    expect(await restarted.beginAttempt('nobody-asked-this')).toBe(0);
  });

  it('count anew once one of them came to an end, though without a reply', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.beginAttempt(questionId);
    await ledger.endAttempts(questionId, { mayHaveReply: true });
    expect(await ledger.beginAttempt(questionId)).toBe(1);
  });

  it('take what was decided with them when nobody can have it, so that another answer takes its place', async ({
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    const first = { outcome: 'answer', quoted: [MINES], frames: [['Close matches:', 0]] } as const;
    await ledger.recordAnswer(questionId, first);
    await ledger.endAttempts(questionId, { mayHaveReply: false });
    expect(await ledger.replyFrames(questionId)).toEqual([]);
    await ledger.recordAnswer(questionId, { ...first, frames: [[0]] });
    expect(await ledger.replyFrames(questionId)).toEqual([[0]]);
    await ledger.recordAnswer(questionId, { ...first, frames: [['Also on file.', 0]] });
    expect(await ledger.replyFrames(questionId)).toEqual([['Also on file.', 0]]);
  });

  it('are not counted when Slack delivers the question again', async ({ ledger }) => {
    const question = newQuestion();
    const { questionId } = await ledger.acceptQuestion(question);
    await ledger.acceptQuestion(question);
    expect(await ledger.beginAttempt(questionId)).toBe(2);
  });
});
