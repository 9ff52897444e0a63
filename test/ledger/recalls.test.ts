import { describe, expect } from 'vitest';
import type { FoundChange, Ledger } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { LATER_MINES, MINES, newQuestion, reply } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const CHANGE: FoundChange = { change: 'changed', from: MINES, to: LATER_MINES };
const DECISION = { number: 1, toHash: 'version-2', reason: 'One was missing.', by: 'UDESK' } as const;
const EDITED = { state: 'done', way: 'edited', notice: null } as const;

/** People got the first version, each in their direct messages. */
async function showTo(ledger: Ledger, people: readonly string[]): Promise<void> {
  for (const person of people) {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ askedBy: person }));
    const place = { kind: 'direct-message', channel: `D${person}`, messageTs: '1700000001.000200' } as const;
    await ledger.recordDelivery(reply(questionId, { ...place, facts: [MINES], person, seenBy: person }));
  }
}

describe.each(await databaseKinds())('the recalls of the ledger, $name', (kind) => {
  const it = ledgerTest(kind);

  it('are one for each change, also when two copies of the bot find it at once', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    await showTo(ledger, ['UADA']);
    const opened = await Promise.all([ledger.openRecall(CHANGE), other.openRecall(CHANGE)]);
    expect(opened.map(({ isNews }) => isNews).sort()).toEqual([false, true]);
    expect(opened.map(({ recall }) => recall.number)).toEqual([1, 1]);
    expect((await ledger.recalls()).length).toBe(1);
    expect(opened[0]?.recall.to?.words).toEqual(LATER_MINES.words);
    // Nobody was shown it yet.
    expect(await ledger.keptWords(LATER_MINES)).toBeNull();
  });

  it('are decided once: of two who decide at once one does, and a changed fact is decided anew', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    await showTo(ledger, ['UADA']);
    await ledger.openRecall(CHANGE);
    expect(await ledger.decideRecall({ ...DECISION, toHash: 'version-1', verb: 'leave' })).toMatchObject({
      kind: 'changed',
    });
    const decided = await Promise.all([
      ledger.decideRecall({ ...DECISION, verb: 'correct' }),
      other.decideRecall({ ...DECISION, verb: 'withdraw' }),
    ]);
    expect(decided.map(({ kind: how }) => how).sort()).toEqual(['before', 'decided']);
    expect(await ledger.decideRecall({ ...DECISION, number: 7, verb: 'leave' })).toEqual({ kind: 'unknown' });
  });

  it('give each row to one caller, and again when it was cut short', async ({ database, ledger }) => {
    const other = await database.open();
    const people = Array.from({ length: 30 }, (_, at) => `U${at}`);
    await showTo(ledger, people);
    database.clock.pass({ seconds: 1 });
    await ledger.openRecall(CHANGE);
    await ledger.decideRecall({ ...DECISION, verb: 'correct' });
    const take = (from: Ledger) => from.takeRecallRows({ recall: 1, kind: 'person', limit: 8 });
    const taken = await Promise.all([take(ledger), take(other), take(ledger), take(other)]);
    const ids = taken.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // Two who ask at the same moment may leave some for the next time, but no row is taken twice.
    const rest = [
      ...(await take(ledger)),
      ...(await take(other)),
      ...(await take(ledger)),
      ...(await take(other)),
    ];
    expect(new Set([...ids, ...rest.map(({ id }) => id)]).size).toBe(30);
    for (const id of ids) await ledger.finishRecallRow(id, { state: 'done', way: 'told', notice: null });
    database.clock.pass({ minutes: 3 });
    const again: string[] = [];
    for (let rows = await take(other); rows.length > 0; rows = await take(other))
      again.push(...rows.map(({ id }) => id));
    expect(again.sort()).toEqual(rest.map(({ id }) => id).sort());
  });

  it('reach every message of a question, also those of one moment, and of parts of one the first', async ({
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ askedBy: 'UADA' }));
    const at = (messageTs: string) =>
      reply(questionId, {
        ...{ kind: 'direct-message', channel: 'DUADA', messageTs, facts: [MINES] },
        ...{ person: 'UADA', seenBy: 'UADA' },
      });
    await ledger.recordDelivery(at('1700000001.000200'), at('1700000001.000300'));
    await ledger.recordDelivery(at('1700000001.000400'));
    await ledger.openRecall(CHANGE);
    await ledger.decideRecall({ ...DECISION, verb: 'correct' });
    const rows = await ledger.takeRecallRows({ recall: 1, kind: 'copy', limit: 8 });
    expect(rows.map(({ messageTs }) => messageTs).sort()).toEqual(['1700000001.000200', '1700000001.000400']);
  });

  it('end when nothing is left, and count what was reached and what was not, and why', async ({
    database,
    ledger,
  }) => {
    await showTo(ledger, ['UADA', 'UBOB']);
    await ledger.openRecall(CHANGE);
    await ledger.decideRecall({ ...DECISION, verb: 'correct' });
    expect(await ledger.finishRecall(1)).toBe(false);
    const [copy, otherCopy] = await ledger.takeRecallRows({ recall: 1, kind: 'copy', limit: 8 });
    await ledger.finishRecallRow(copy?.id ?? '', EDITED);
    await ledger.finishRecallRow(otherCopy?.id ?? '', { state: 'unreached', reason: 'archived' });
    const people = await ledger.takeRecallRows({ recall: 1, kind: 'person', limit: 8 });
    const notice = { channel: 'DUADA', messageTs: '1700000009.000100' };
    for (const { id } of people) await ledger.finishRecallRow(id, { state: 'done', way: 'told', notice });
    await ledger.recordRecallSeen(1, 'UADA');
    expect(await ledger.recordRecallSeen(1, 'UNOBODY')).toBeUndefined();
    expect(await ledger.finishRecall(1)).toBe(true);
    expect(await ledger.finishRecall(1)).toBe(false);
    expect(await ledger.recallProgress(1)).toEqual({
      copies: { all: 2, edited: 1, replied: 0 },
      people: { all: 2, told: 2, seen: 1 },
      waiting: 0,
      unreached: new Map([['archived', 1]]),
    });
    const told = { toldBefore: new Date(database.clock.now().getTime() + 1), limit: 10 };
    expect((await ledger.unseenRecalls(told)).map(({ person }) => person)).toEqual(['UBOB']);
    // What was settled is not opened again, though the copy that was not reached shows the old words for ever.
    expect((await ledger.reachOfOld({ factId: MINES.factId, toHash: 'version-2' })).people).toBe(0);
  });

  it('leave what they have not done to the next one when the fact changes again', async ({
    database,
    ledger,
  }) => {
    await showTo(ledger, ['UADA', 'UBOB']);
    await ledger.openRecall(CHANGE);
    await ledger.decideRecall({ ...DECISION, verb: 'correct' });
    const [first] = await ledger.takeRecallRows({ recall: 1, kind: 'copy', limit: 1 });
    await ledger.finishRecallRow(first?.id ?? '', EDITED);
    database.clock.pass({ minutes: 1 });
    const newest = { ...LATER_MINES, factHash: 'version-3' };
    const { recall, superseded } = await ledger.openRecall({ ...CHANGE, to: newest });
    expect(superseded?.number).toBe(1);
    expect(await ledger.takeRecallRows({ recall: 1, kind: 'copy', limit: 9 })).toEqual([]);
    expect((await ledger.recall(1))?.state).toBe('superseded');
    await ledger.decideRecall({ ...DECISION, number: recall.number, toHash: 'version-3', verb: 'correct' });
    expect((await ledger.takeRecallRows({ recall: 2, kind: 'copy', limit: 9 })).length).toBe(2);
    expect((await ledger.takeRecallRows({ recall: 2, kind: 'person', limit: 9 })).length).toBe(2);
  });

  it('name nobody who was erased, and tell them nothing', async ({ ledger }) => {
    await showTo(ledger, ['UADA', 'UBOB']);
    await ledger.openRecall(CHANGE);
    await ledger.decideRecall({ ...DECISION, verb: 'correct' });
    await ledger.erasePerson('UADA');
    await ledger.erasePerson('UDESK');
    const receipt = await ledger.recallReceipt(1);
    expect(receipt.length).toBe(4);
    expect(JSON.stringify(receipt)).not.toContain('UADA');
    expect(receipt.filter(({ reason }) => reason === 'erased').length).toBe(2);
    expect(await ledger.recall(1)).toMatchObject({ decidedBy: null, reason: null, verb: 'correct' });
    const waiting = await ledger.takeRecallRows({ recall: 1, kind: 'person', limit: 9 });
    expect(waiting.map(({ person }) => person)).toEqual(['UBOB']);
  });

  it('hand rows out again after the clock was put back', async ({ database, ledger }) => {
    await showTo(ledger, ['UADA']);
    await ledger.openRecall(CHANGE);
    await ledger.decideRecall({ ...DECISION, verb: 'correct' });
    const take = () => ledger.takeRecallRows({ recall: 1, kind: 'copy', limit: 9 });
    expect((await take()).length).toBe(1);
    database.clock.pass({ minutes: -30 });
    expect((await take()).length).toBe(1);
    expect(await take()).toEqual([]);
  });
});
