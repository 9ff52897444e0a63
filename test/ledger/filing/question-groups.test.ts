import { describe, expect } from 'vitest';
import type { DeskQuestion, Ledger } from '../../../src/ledger/index.ts';
import { ledgerTest } from '../ledger-test.ts';
import { newQuestion } from '../sample-questions.ts';
import { databaseKinds } from '../test-databases.ts';

const POST = { channel: 'CDESK', messageTs: '1700000002.000300' };

describe.each(await databaseKinds())('questions to the desk that mean the same $name', (kind) => {
  const it = ledgerTest(kind);
  let presses = 0;

  async function ask(ledger: Ledger, words: string, { by = 'UADA', groupId = null as string | null } = {}) {
    presses += 1;
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words, askedBy: by, isPrivate: false }));
    const request = { eventKey: `press ${presses}`, questionId, askedBy: by, meaning: words };
    const asked = await ledger.askDesk(request);
    if (asked.kind !== 'opened') throw new Error(`not opened: ${asked.kind}`);
    if (groupId !== null) await ledger.mergeGroups(asked.deskQuestion.groupId, groupId);
    return (await ledger.deskQuestion(asked.deskQuestion.id)) ?? asked.deskQuestion;
  }

  const openGroup = async (ledger: Ledger, groupId: string) =>
    (await ledger.questionsOfGroup(groupId)).filter(({ state }) => state === 'open');
  const wordsOf = (questions: readonly DeskQuestion[]) => questions.map(({ words }) => words);

  it('stand alone at first, and in the group that they join', async ({ ledger }) => {
    const first = await ask(ledger, 'Who cleared Kherson?');
    expect(first.groupId).toBe(first.id);
    await ask(ledger, 'who did clear kherson', { by: 'UBO', groupId: first.groupId });
    await ask(ledger, 'Who cleared Kharkiv?');
    expect(wordsOf(await openGroup(ledger, first.groupId))).toEqual([
      'Who cleared Kherson?',
      'who did clear kherson',
    ]);
  });

  it('are merged and split by hand, and have another post then', async ({ ledger }) => {
    const [one, two] = [await ask(ledger, 'one?'), await ask(ledger, 'two?')];
    for (const { id } of [one, two]) await ledger.recordDeskPost(id, POST);
    await ledger.mergeGroups(two.groupId, one.groupId);
    expect(wordsOf(await openGroup(ledger, one.groupId))).toEqual(['one?', 'two?']);
    expect(await openGroup(ledger, two.groupId)).toEqual([]);
    expect(wordsOf((await ledger.unfinishedDeskWork()).unposted)).toEqual(['two?']);
    const split = await ledger.splitGroup([two.id], 'view');
    expect(await ledger.splitGroup([two.id], 'view')).toBe(split);
    expect(wordsOf(await openGroup(ledger, split))).toEqual(['two?']);
    // It had a post as what it was before: a new one needs another name.
    expect(split).not.toBe(two.groupId);
    expect(wordsOf(await openGroup(ledger, one.groupId))).toEqual(['one?']);
  });

  it('are closed together, for one caller only', async ({ database, ledger }) => {
    const one = await ask(ledger, 'one?');
    await ask(ledger, 'two?', { by: 'UBO', groupId: one.groupId });
    const other = await database.open();
    const closing = { groupId: one.groupId, state: 'answered', note: 'Yes.', closedBy: 'UDESK' } as const;
    const closed = await Promise.all([ledger.closeGroup(closing), other.closeGroup(closing)]);
    expect(wordsOf(closed.flat()).toSorted()).toEqual(['one?', 'two?']);
    expect((await ledger.unfinishedDeskWork()).untold).toHaveLength(2);
  });

  it('are answered by a fact each by itself, once, and can be opened again until somebody is told', async ({
    ledger,
  }) => {
    const one = await ask(ledger, 'one?');
    await ask(ledger, 'two?', { by: 'UBO', groupId: one.groupId });
    const answer = { deskQuestionId: one.id, factId: 'fact', answeredBy: 'UDESK' };
    expect(await ledger.answerDeskQuestion(answer)).toMatchObject({
      state: 'answered',
      answerFactId: 'fact',
      closedBy: 'UDESK',
      note: null,
    });
    expect(await ledger.answerDeskQuestion(answer)).toBeUndefined();
    expect(wordsOf(await openGroup(ledger, one.groupId))).toEqual(['two?']);
    expect(await ledger.answeredBy('fact')).toMatchObject([{ id: one.id }]);
    await ledger.reopenDeskQuestion(one.id);
    expect(await openGroup(ledger, one.groupId)).toHaveLength(2);
    await ledger.answerDeskQuestion(answer);
    await ledger.recordAskerTold(one.id);
    await ledger.reopenDeskQuestion(one.id);
    expect(await ledger.deskQuestion(one.id)).toMatchObject({ state: 'answered' });
  });

  it('know the fact that was proposed, until another is or none', async ({ ledger }) => {
    const one = await ask(ledger, 'one?');
    const fact = { factId: 'fact', factHash: 'version-1' };
    await ledger.proposeFact(one.groupId, fact);
    expect(await ledger.deskQuestion(one.id)).toMatchObject({ proposed: fact });
    await ledger.proposeFact(one.groupId, null);
    expect(await ledger.deskQuestion(one.id)).toMatchObject({ proposed: null });
  });
});
