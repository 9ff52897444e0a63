import { describe, expect } from 'vitest';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

describe.each(await databaseKinds())('questions $name', (kind) => {
  const it = ledgerTest(kind);
  it('accepts a question once, whatever Slack redelivers, to whichever copy of the bot', async ({
    database,
    ledger,
  }) => {
    const other = await database.open();
    const question = newQuestion();
    expect(await ledger.questionOfEvent(question.eventKey)).toBeUndefined();
    const answers = await Promise.all([
      ledger.acceptQuestion(question),
      other.acceptQuestion(question),
      ledger.acceptQuestion(question),
      other.acceptQuestion(question),
    ]);
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    expect(new Set(answers.map(({ questionId }) => questionId)).size).toBe(1);
    expect(await other.questionOfEvent(question.eventKey)).toMatchObject({ id: answers[0].questionId });
  });

  it('gives a question back as it was asked, with the facts that were quoted, best first', async ({
    database,
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ thread: '1700000000.000100' }));
    database.clock.pass({ seconds: 1 });
    await ledger.recordAnswer(questionId, { outcome: 'answer', quoted: TWO_FACTS });
    await ledger.recordDelivery(reply(questionId));
    expect(await ledger.question(questionId)).toEqual({
      id: questionId,
      askedBy: 'UADA',
      team: 'T1',
      channel: 'C1',
      thread: '1700000000.000100',
      surface: 'command',
      words: 'How many civilians have land mines killed?',
      isPrivate: true,
      replyAddress: null,
      askedAt: new Date('2026-03-02T09:00:00.000Z'),
      outcome: 'answer',
      repliedAt: new Date('2026-03-02T09:00:01.000Z'),
      quoted: TWO_FACTS,
    });
  });

  it('knows nothing of a question that was never asked', async ({ ledger }) => {
    expect(await ledger.question('nobody-asked-this')).toBeUndefined();
  });

  it('replaces an answer that is decided again', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordAnswer(questionId, { outcome: 'choices', quoted: TWO_FACTS });
    await ledger.recordAnswer(questionId, { outcome: 'none', quoted: [] });
    expect(await ledger.question(questionId)).toMatchObject({ outcome: 'none', quoted: [] });
  });

  it('keeps the reply address until the reply is out, and no longer', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    const waiting = await ledger.question(questionId);
    expect(waiting?.replyAddress).toBe('https://hooks.example.org/commands/1');
    await ledger.recordDelivery(reply(questionId));
    const answered = await ledger.question(questionId);
    expect(answered?.replyAddress).toBeNull();
  });

  it('keeps words of every kind, and marks what no database can keep', async ({ ledger }) => {
    const words = 'a\0b \ud83d "; drop table questions; -- אבג\u0301 😀 <!channel>\n\t';
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words }));
    const question = await ledger.question(questionId);
    expect(question?.words).toBe('a\uFFFDb \uFFFD "; drop table questions; -- אבג\u0301 😀 <!channel>\n\t');
  });

  it('keeps a question of 20,000 characters whole', async ({ ledger }) => {
    const words = 'mine '.repeat(4_000);
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words }));
    const question = await ledger.question(questionId);
    expect(question?.words).toBe(words);
  });

  describe('after a restart', () => {
    const longAgo = new Date(0);

    it('hands out what was accepted and not answered, oldest first, with how far it got', async ({
      database,
      ledger,
    }) => {
      const first = await ledger.acceptQuestion(newQuestion({ words: 'first' }));
      database.clock.pass({ seconds: 1 });
      const second = await ledger.acceptQuestion(newQuestion({ words: 'second' }));
      await ledger.recordAnswer(second.questionId, { outcome: 'answer', quoted: TWO_FACTS });
      const third = await ledger.acceptQuestion(newQuestion({ words: 'third' }));
      await ledger.recordDelivery(reply(third.questionId));
      await ledger.close();
      database.clock.pass({ minutes: 2 });
      const restarted = await database.open();
      const unanswered = await restarted.takeUnanswered(longAgo);
      expect(unanswered.map(({ id, words, mayHaveReply }) => ({ id, words, mayHaveReply }))).toEqual([
        { id: first.questionId, words: 'first', mayHaveReply: false },
        { id: second.questionId, words: 'second', mayHaveReply: true },
      ]);
    });

    it('leaves alone what another copy may still be answering, for a minute', async ({
      database,
      ledger,
    }) => {
      await ledger.acceptQuestion(newQuestion());
      database.clock.pass({ seconds: 59 });
      expect(await ledger.takeUnanswered(longAgo)).toEqual([]);
      database.clock.pass({ seconds: 1 });
      expect(await ledger.takeUnanswered(longAgo)).toHaveLength(1);
    });

    it('hands a question to one copy alone, and again only when that copy failed too', async ({
      database,
      ledger,
    }) => {
      await ledger.acceptQuestion(newQuestion());
      database.clock.pass({ minutes: 5 });
      const other = await database.open();
      const taken = await Promise.all([ledger.takeUnanswered(longAgo), other.takeUnanswered(longAgo)]);
      expect(taken.flat()).toHaveLength(1);
      expect(await other.takeUnanswered(longAgo)).toEqual([]);
      database.clock.pass({ minutes: 1 });
      expect(await other.takeUnanswered(longAgo)).toHaveLength(1);
    });

    it('hands out more than one call can carry, the oldest first, until none is left', async ({
      database,
      ledger,
    }) => {
      for (let number = 0; number < 203; number += 1) {
        await ledger.acceptQuestion(newQuestion({ words: `question ${number}` }));
        database.clock.pass({ seconds: 1 });
      }
      database.clock.pass({ minutes: 1 });
      const first = await ledger.takeUnanswered(longAgo);
      expect(first).toHaveLength(200);
      expect(first[0]?.words).toBe('question 0');
      const rest = await ledger.takeUnanswered(longAgo);
      expect(rest.map(({ words }) => words)).toEqual(['question 200', 'question 201', 'question 202']);
    });

    it('lets questions rest that are too old to be answered', async ({ database, ledger }) => {
      await ledger.acceptQuestion(newQuestion());
      database.clock.pass({ days: 1 });
      const hourAgo = new Date(database.clock.now().getTime() - 60 * 60 * 1000);
      expect(await ledger.takeUnanswered(hourAgo)).toEqual([]);
    });
  });

  describe('follow-ups', () => {
    const inThread = { channel: 'D1', thread: '1700000000.000100' };
    const dawn = new Date('2026-03-02T00:00:00.000Z');

    it('knows what the asker last asked in this thread, and nobody else or elsewhere', async ({
      database,
      ledger,
    }) => {
      await ledger.acceptQuestion(newQuestion({ ...inThread, words: 'How many killed?' }));
      database.clock.pass({ seconds: 1 });
      await ledger.acceptQuestion(newQuestion({ ...inThread, words: 'How many wounded?' }));
      await ledger.acceptQuestion(newQuestion({ ...inThread, askedBy: 'UBOB', words: 'By Bob' }));
      await ledger.acceptQuestion(newQuestion({ channel: 'D1', words: 'Outside the thread' }));
      await ledger.acceptQuestion(newQuestion({ channel: 'C9', words: 'In another channel' }));
      const inThe = { askedBy: 'UADA', ...inThread, since: dawn };
      expect(await ledger.lastQuestion(inThe)).toMatchObject({ words: 'How many wounded?' });
      const outside = await ledger.lastQuestion({ ...inThe, thread: null });
      expect(outside).toMatchObject({ words: 'Outside the thread' });
    });

    it('does not take a question of last week for the one before', async ({ database, ledger }) => {
      await ledger.acceptQuestion(newQuestion(inThread));
      database.clock.pass({ days: 7 });
      const since = new Date(database.clock.now().getTime() - 60 * 60 * 1000);
      expect(await ledger.lastQuestion({ askedBy: 'UADA', ...inThread, since })).toBeUndefined();
    });
  });

  it('shows a person the last ten questions they asked, newest first, and nobody else’s', async ({
    database,
    ledger,
  }) => {
    for (let number = 1; number <= 12; number += 1) {
      await ledger.acceptQuestion(newQuestion({ words: `question ${number}` }));
      await ledger.acceptQuestion(newQuestion({ askedBy: 'UBOB', words: 'By Bob' }));
      database.clock.pass({ seconds: 1 });
    }
    const questions = await ledger.questionsOf('UADA');
    expect(questions.map(({ words }) => words)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `question ${number}`),
    );
  });
});
