import { describe, expect } from 'vitest';
import {
  type Ledger,
  type NewQuestion,
  type Outcome,
  RECORD_COLUMNS,
  type RecordKind,
  type WaitedFor,
} from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const AUDIT: WaitedFor = { factId: 'audit', factHash: 'version-1', because: 'embargo' };
const BUDGET: WaitedFor = { factId: 'budget', factHash: 'version-3', because: 'being-changed' };

async function answered(ledger: Ledger, outcome: Outcome, differing: Partial<NewQuestion> = {}) {
  const { questionId } = await ledger.acceptQuestion(newQuestion(differing));
  await ledger.recordAnswer(questionId, { outcome, quoted: [] });
  return questionId;
}

async function waits(ledger: Ledger, facts: readonly WaitedFor[], differing: Partial<NewQuestion> = {}) {
  const id = await answered(ledger, 'none', differing);
  await ledger.recordWaiting(id, facts);
  return id;
}

const unsure = async (ledger: Ledger) => (await ledger.unsureQuestions()).map(({ id }) => id);
const waiting = async (ledger: Ledger, ...ids: readonly string[]) =>
  (await ledger.waitingFor(ids)).map(({ question }) => question.id);

async function exported(ledger: Ledger): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const kind of Object.keys(RECORD_COLUMNS) as RecordKind[])
    for await (const record of ledger.exportRecords(kind, { withPrivate: true }))
      lines.push(JSON.stringify(record));
  return lines;
}

describe.each(await databaseKinds())('questions that wait for a fact $name', (kind) => {
  const it = ledgerTest(kind);

  it('are looked for among those without a sure answer, each until that was done', async ({
    database,
    ledger,
  }) => {
    const none = await answered(ledger, 'none');
    database.clock.pass({ seconds: 1 });
    const choices = await answered(ledger, 'choices');
    for (const outcome of ['answer', 'list', 'failed'] as const) await answered(ledger, outcome);
    expect(await unsure(ledger)).toEqual([none, choices]);
    // After a restart as well.
    expect(await unsure(await database.open())).toEqual([none, choices]);
    await ledger.recordWaiting(none, []);
    await ledger.recordWaiting(choices, [AUDIT]);
    expect(await unsure(ledger)).toEqual([]);
    expect(await ledger.awaitedFacts()).toEqual(['audit']);
  });

  it('are told by their fact, oldest first, with all that they wait for', async ({ database, ledger }) => {
    const both = await waits(ledger, [BUDGET, AUDIT]);
    database.clock.pass({ seconds: 1 });
    const one = await waits(ledger, [BUDGET]);
    expect(await ledger.awaitedFacts()).toEqual(['audit', 'budget']);
    expect(await ledger.waitingFor(['budget', 'other'])).toMatchObject([
      { question: { id: both, askedBy: 'UADA', words: expect.any(String) }, facts: [AUDIT, BUDGET] },
      { question: { id: one }, facts: [BUDGET] },
    ]);
    expect(await waiting(ledger, 'audit')).toEqual([both]);
    expect(await waiting(ledger)).toEqual([]);
  });

  it('wait no longer for a fact, or for any', async ({ ledger }) => {
    const id = await waits(ledger, [AUDIT, BUDGET]);
    await ledger.endWaiting(id, ['audit']);
    await ledger.endWaiting(id, ['audit']);
    expect(await ledger.waitingFor(['audit', 'budget'])).toMatchObject([{ facts: [BUDGET] }]);
    await ledger.endWaiting(id);
    expect(await ledger.awaitedFacts()).toEqual([]);
  });

  it('are written once however often that is done, also by two copies of the bot at once', async ({
    database,
    ledger,
  }) => {
    const id = await answered(ledger, 'none');
    const other = await database.open();
    const writes = [ledger, other, ledger, other].map((each) => each.recordWaiting(id, [AUDIT]));
    await Promise.all(writes);
    expect(await ledger.waitingFor(['audit'])).toMatchObject([{ question: { id }, facts: [AUDIT] }]);
    await ledger.recordWaiting(id, [BUDGET]);
    expect(await other.awaitedFacts()).toEqual(['budget']);
  });

  it('wait for nothing once another answer takes the place of the first', async ({ ledger }) => {
    const id = await waits(ledger, [AUDIT]);
    await ledger.recordAnswer(id, { outcome: 'answer', quoted: [] });
    expect(await ledger.awaitedFacts()).toEqual([]);
    expect(await unsure(ledger)).toEqual([]);
  });

  it('lapse when their asker is erased, and nobody else’s', async ({ ledger }) => {
    await waits(ledger, [AUDIT]);
    await answered(ledger, 'none');
    const others = await waits(ledger, [AUDIT], { askedBy: 'UBOB' });
    await ledger.erasePerson('UADA');
    expect(await waiting(ledger, 'audit')).toEqual([others]);
    expect(await unsure(ledger)).toEqual([]);
  });

  it('lapse when the words of a private question are forgotten; those of a public one stay', async ({
    database,
    ledger,
  }) => {
    await waits(ledger, [AUDIT]);
    await answered(ledger, 'none');
    const aloud = await waits(ledger, [AUDIT], { isPrivate: false });
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    expect(await waiting(ledger, 'audit')).toEqual([aloud]);
    expect(await unsure(ledger)).toEqual([]);
  });

  it('lapse after 90 days, also before anything is pruned', async ({ database, ledger }) => {
    const id = await waits(ledger, [AUDIT], { isPrivate: false });
    database.clock.pass({ days: 90 });
    expect(await waiting(ledger, 'audit')).toEqual([id]);
    database.clock.pass({ days: 1 });
    expect(await waiting(ledger, 'audit')).toEqual([]);
    await ledger.forgetOldWords(30);
    expect(await ledger.awaitedFacts()).toEqual([]);
  });

  it('are in no count and no export', async ({ ledger }) => {
    const id = await answered(ledger, 'none');
    const before = { counts: await ledger.counts(), exported: await exported(ledger) };
    await ledger.recordWaiting(id, [
      AUDIT,
      ...TWO_FACTS.map((fact) => ({ ...fact, because: 'embargo' as const })),
    ]);
    expect({ counts: await ledger.counts(), exported: await exported(ledger) }).toEqual(before);
  });

  it('are handed out 200 at once, and all of them', async ({ ledger }) => {
    const all = await Promise.all(Array.from({ length: 205 }, () => waits(ledger, [AUDIT])));
    const first = await waiting(ledger, 'audit');
    expect(first).toHaveLength(200);
    const [last] = (await ledger.waitingFor(['audit'])).slice(-1);
    const rest = (await ledger.waitingFor(['audit'], last?.question)).map(({ question }) => question.id);
    expect([...first, ...rest].toSorted()).toEqual(all.toSorted());
  });
});
