import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion } from './sample-questions.ts';
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

  it('are not counted when Slack delivers the question again', async ({ ledger }) => {
    const question = newQuestion();
    const { questionId } = await ledger.acceptQuestion(question);
    await ledger.acceptQuestion(question);
    expect(await ledger.beginAttempt(questionId)).toBe(2);
  });
});
