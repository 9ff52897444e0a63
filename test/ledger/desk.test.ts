import { describe, expect } from 'vitest';
import type { DeskQuestion, Ledger } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

const POST = { channel: 'CDESK', messageTs: '1700000002.000300' };

describe.each(await databaseKinds())('questions to the desk $name', (kind) => {
  const it = ledgerTest(kind);
  let presses = 0;

  /** Somebody asks, nothing is found, and they press "Ask the desk". */
  async function askDesk(
    ledger: Ledger,
    { words = 'Who cleared Kherson?', askedBy = 'UADA' } = {},
  ): Promise<DeskQuestion> {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words, askedBy }));
    presses += 1;
    const asked = await ledger.askDesk({
      eventKey: `press-${presses}`,
      questionId,
      askedBy,
      meaning: words.toLowerCase(),
    });
    if (asked.kind !== 'opened' && asked.kind !== 'counted') throw new Error(`not asked: ${asked.kind}`);
    return asked.deskQuestion;
  }

  it('shows the desk the question in the asker’s words, with who asked and when', async ({ ledger }) => {
    const asked = await askDesk(ledger);
    expect(await ledger.openDeskQuestions()).toEqual([asked]);
    expect(asked).toMatchObject({
      askedBy: 'UADA',
      words: 'Who cleared Kherson?',
      times: 1,
      state: 'open',
      firstAskedAt: new Date('2026-03-02T09:00:00.000Z'),
      deskMessage: null,
      note: null,
    });
  });

  it('counts the same question of the same asker instead of listing it again', async ({
    database,
    ledger,
  }) => {
    const first = await askDesk(ledger, { words: 'Who cleared Kherson?' });
    database.clock.pass({ minutes: 5 });
    const again = await askDesk(ledger, { words: 'who cleared KHERSON?' });
    expect(again).toMatchObject({ id: first.id, times: 2, words: 'Who cleared Kherson?' });
    expect(again.lastAskedAt).toEqual(new Date('2026-03-02T09:05:00.000Z'));
    expect(await ledger.openDeskQuestions()).toHaveLength(1);
  });

  it('lists the same question once for each asker, the oldest first', async ({ database, ledger }) => {
    await askDesk(ledger, { askedBy: 'UADA' });
    database.clock.pass({ minutes: 1 });
    await askDesk(ledger, { askedBy: 'UBOB' });
    const open = await ledger.openDeskQuestions();
    expect(open.map(({ askedBy }) => askedBy)).toEqual(['UADA', 'UBOB']);
  });

  it('counts every repeat once when several copies of the bot count at once, and no redelivery', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    const request = (press: string) => ({
      eventKey: press,
      questionId,
      askedBy: 'UADA',
      meaning: 'kherson',
    });
    const presses = ['a', 'b', 'c', 'a', 'b', 'c', 'a'];
    await Promise.all(
      presses.map((press, turn) => (turn % 2 === 0 ? ledger : other).askDesk(request(press))),
    );
    expect(await ledger.openDeskQuestions()).toMatchObject([{ times: 3 }]);
    expect(await ledger.askDesk(request('a'))).toEqual({ kind: 'repeated' });
  });

  it('says that a question is gone when its words were forgotten', async ({ database, ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    const request = { eventKey: 'late', questionId, askedBy: 'UADA', meaning: 'kherson' };
    expect(await ledger.askDesk(request)).toEqual({ kind: 'gone' });
  });

  it('lets one desk member close a question, and gives the note for the asker', async ({ ledger }) => {
    const { id } = await askDesk(ledger);
    const answered = {
      groupId: id,
      state: 'answered' as const,
      note: 'The 7th brigade.',
      closedBy: 'UDESK',
    };
    const [closed] = await ledger.closeGroup(answered);
    expect(closed).toMatchObject({
      state: 'answered',
      askedBy: 'UADA',
      note: 'The 7th brigade.',
      closedBy: 'UDESK',
      closedAt: new Date('2026-03-02T09:00:00.000Z'),
    });
    const late = { ...answered, state: 'wont-answer' as const, note: null, closedBy: 'ULATE' };
    expect(await ledger.closeGroup(late)).toEqual([]);
    expect(await ledger.deskQuestion(id)).toEqual(closed);
    expect(await ledger.openDeskQuestions()).toEqual([]);
  });

  it('opens a question anew when it is asked again after the desk closed it', async ({ ledger }) => {
    const first = await askDesk(ledger);
    await ledger.closeGroup({
      groupId: first.id,
      state: 'wont-answer',
      note: null,
      closedBy: 'UDESK',
    });
    const second = await askDesk(ledger);
    expect(second).toMatchObject({ times: 1, state: 'open' });
    expect(second.id).not.toBe(first.id);
  });

  it('remembers what a kill left undone: the post to the desk, the word to the asker', async ({
    database,
    ledger,
  }) => {
    const posted = await askDesk(ledger, { words: 'posted?' });
    await ledger.recordDeskPost(posted.id, POST);
    const unposted = await askDesk(ledger, { words: 'not posted?' });
    const untold = await askDesk(ledger, { words: 'closed, asker not told?' });
    await ledger.closeGroup({
      groupId: untold.id,
      state: 'answered',
      note: 'Yes.',
      closedBy: 'UDESK',
    });
    await ledger.close();
    const restarted = await database.open();
    const undone = await restarted.unfinishedDeskWork();
    expect(undone.unposted.map(({ words }) => words)).toEqual([unposted.words]);
    expect(undone.untold.map(({ words, note }) => ({ words, note }))).toEqual([
      { words: 'closed, asker not told?', note: 'Yes.' },
    ]);
    await restarted.recordAskerTold(untold.id);
    expect((await restarted.unfinishedDeskWork()).untold).toEqual([]);
    const known = await restarted.deskQuestion(posted.id);
    expect(known?.deskMessage).toEqual(POST);
  });
});
