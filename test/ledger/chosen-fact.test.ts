import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

describe.each(await databaseKinds())('the close match that was chosen, in $name', (kind) => {
  const it = ledgerTest(kind);

  it('is the first one, whoever chooses another later', async ({ database, ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    expect(await ledger.chosenFact(questionId)).toBeUndefined();
    await ledger.recordChoice({ questionId, factId: 'zinc', chosenBy: 'UADA' });
    database.clock.pass({ seconds: 1 });
    await ledger.recordChoice({ questionId, factId: 'amber', chosenBy: 'UGRACE' });
    expect(await ledger.chosenFact(questionId)).toBe('zinc');
  });
});
