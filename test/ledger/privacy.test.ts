import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type FactVersion, type Ledger, RECORD_COLUMNS, type RecordKind } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds, type TestDatabase } from './test-databases.ts';

const SECRET = 'Is the minister about to resign over demining?';
const COMPLAINT = 'The minister said otherwise to me.';

describe.each(await databaseKinds())('what is not kept $name', (kind) => {
  const it = ledgerTest(kind);
  /** Ada asks, is answered, chooses, complains, shares and goes to the desk. */
  async function leaveTraces(ledger: Ledger, askedBy: string, words = SECRET): Promise<string> {
    const { questionId } = await ledger.acceptQuestion(
      newQuestion({ askedBy, words, channel: `D${askedBy}` }),
    );
    await ledger.recordAnswer(questionId, { outcome: 'choices', quoted: TWO_FACTS });
    await ledger.recordDelivery(
      reply(questionId, { channel: `D${askedBy}`, person: askedBy, seenBy: askedBy }),
    );
    await ledger.recordDelivery(
      reply(questionId, { channel: 'C1', messageTs: '2', person: askedBy, seenBy: null, sentBy: askedBy }),
    );
    await ledger.recordChoice({ questionId, factId: 'monitor-casualties-2023', chosenBy: askedBy });
    const { reportId } = await ledger.recordReport({
      eventKey: `view-${questionId}`,
      questionId,
      fact: null,
      givenBy: askedBy,
      reason: 'other',
      line: COMPLAINT,
    });
    await ledger.closeReport({ reportId, note: `Noted: ${COMPLAINT}`, closedBy: 'UDESK' });
    const put = { fact: TWO_FACTS[0] as FactVersion, until: '2026-12-07' };
    const reason = `${askedBy} waits for the port.`;
    await ledger.recordSnooze({ ...put, eventKey: `snooze-${questionId}`, by: askedBy, reason });
    await ledger.askDesk({ eventKey: `press-${questionId}`, questionId, askedBy, meaning: words });
    return questionId;
  }

  async function everythingOnRecord(ledger: Ledger): Promise<string> {
    const lines: string[] = [];
    for (const kind of Object.keys(RECORD_COLUMNS) as RecordKind[]) {
      for await (const record of ledger.exportRecords(kind, { withPrivate: true })) {
        lines.push(JSON.stringify(record));
      }
    }
    return lines.join('\n');
  }

  async function everythingOnDisk(database: TestDatabase): Promise<string> {
    const files = await readdir(database.directory);
    const contents = await Promise.all(
      files.map((file) => readFile(join(database.directory, file), 'latin1')),
    );
    return contents.join('\n');
  }

  it('forgets the words of a private question once it is older than the days given, not before', async ({
    database,
    ledger,
  }) => {
    const questionId = await leaveTraces(ledger, 'UADA');
    database.clock.pass({ days: 30 });
    expect(await ledger.forgetOldWords(30)).toEqual({
      counts: { questions: 0, deskQuestions: 0, feedback: 0 },
      stillOnDisk: null,
    });
    expect((await ledger.question(questionId))?.words).toBe(SECRET);
    database.clock.pass({ seconds: 1 });
    expect(await ledger.forgetOldWords(30)).toEqual({
      counts: { questions: 1, deskQuestions: 1, feedback: 1 },
      stillOnDisk: null,
    });
    expect(await everythingOnRecord(ledger)).not.toContain('minister');
    expect(await everythingOnDisk(database)).not.toContain('minister');
    expect(await ledger.forgetOldWords(30)).toEqual({
      counts: { questions: 0, deskQuestions: 0, feedback: 0 },
      stillOnDisk: null,
    });
  });

  it('keeps who asked, the outcome and the facts shown when it forgets the words', async ({
    database,
    ledger,
  }) => {
    const questionId = await leaveTraces(ledger, 'UADA');
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    const question = await ledger.question(questionId);
    expect(question).toMatchObject({ askedBy: 'UADA', words: null, outcome: 'choices', quoted: TWO_FACTS });
  });

  it('keeps the words of questions asked in front of everybody', async ({ database, ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ isPrivate: false }));
    database.clock.pass({ days: 400 });
    await ledger.forgetOldWords(30);
    expect((await ledger.question(questionId))?.words).toBe('How many civilians have land mines killed?');
  });

  it('takes a forgotten question off the desk, because nobody can answer it any more', async ({
    database,
    ledger,
  }) => {
    await leaveTraces(ledger, 'UADA');
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    expect(await ledger.openDeskQuestions()).toEqual([]);
    expect((await ledger.counts()).deskQuestions).toMatchObject({ open: 0, lapsed: 1 });
  });

  it('does not take a forgotten question for the one before a follow-up', async ({ database, ledger }) => {
    await leaveTraces(ledger, 'UADA');
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    const before = { askedBy: 'UADA', channel: 'DUADA', thread: null, since: new Date(0) };
    expect(await ledger.lastQuestion(before)).toBeUndefined();
  });

  it('forgets at once when words are kept for 0 days, and refuses days that are none', async ({
    database,
    ledger,
  }) => {
    await leaveTraces(ledger, 'UADA');
    database.clock.pass({ seconds: 1 });
    expect(await ledger.forgetOldWords(0)).toMatchObject({ counts: { questions: 1 } });
    await expect(ledger.forgetOldWords(-1)).rejects.toThrow('Cannot keep words for -1 days: give 0 or more.');
    await expect(ledger.forgetOldWords(Number.NaN)).rejects.toThrow('give 0 or more');
  });

  it('forgets a reply address after the half hour in which Slack takes replies there', async ({
    database,
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ isPrivate: false }));
    database.clock.pass({ minutes: 31 });
    await ledger.forgetOldWords(30);
    expect((await ledger.question(questionId))?.replyAddress).toBeNull();
  });

  it('erases one person everywhere, says how much, and leaves the others alone', async ({
    database,
    ledger,
  }) => {
    await leaveTraces(ledger, 'UADA');
    await leaveTraces(ledger, 'UBOB', 'How are mines laid?');
    const erased = await ledger.erasePerson('UADA');
    const counts = {
      questions: 1,
      deskQuestions: 1,
      feedback: 1,
      choices: 1,
      deliveries: 4,
      reviews: 1,
      recalls: 0,
    };
    expect(erased).toEqual({ counts, stillOnDisk: null });
    const onRecord = await everythingOnRecord(ledger);
    expect(onRecord).not.toContain('UADA');
    expect(onRecord).not.toContain('minister about');
    expect(onRecord.match(/UBOB/g)).not.toBeNull();
    expect(onRecord).toContain('How are mines laid?');
    const onDisk = await everythingOnDisk(database);
    expect(onDisk).not.toContain('UADA');
    expect(onDisk).not.toContain('minister about');
    expect(await ledger.questionsOf('UADA')).toEqual([]);
    expect(await ledger.questionsOf('UBOB')).toHaveLength(1);
  });

  it('keeps the outcomes of an erased person for the counts, and what they shared for corrections', async ({
    ledger,
  }) => {
    await leaveTraces(ledger, 'UADA');
    await ledger.erasePerson('UADA');
    expect(await ledger.counts()).toMatchObject({
      questions: { choices: 1 },
      choices: 1,
      feedback: { other: 1 },
      deskQuestions: { lapsed: 1 },
    });
    const shared: unknown[] = [];
    for await (const { channel, sent_by } of ledger.exportRecords('deliveries', { withPrivate: true })) {
      shared.push({ channel, sent_by });
    }
    expect(shared).toEqual([
      { channel: 'C1', sent_by: null },
      { channel: 'C1', sent_by: null },
    ]);
  });

  it('does not answer a person who was erased before the reply', async ({ database, ledger }) => {
    await ledger.acceptQuestion(newQuestion());
    await ledger.erasePerson('UADA');
    database.clock.pass({ minutes: 5 });
    expect(await ledger.takeUnanswered(new Date(0))).toEqual([]);
  });

  it('does not take an erased question for new when Slack delivers it again', async ({ ledger }) => {
    const question = newQuestion();
    await ledger.acceptQuestion(question);
    await ledger.erasePerson('UADA');
    expect(await ledger.acceptQuestion(question)).toMatchObject({ kind: 'repeated' });
  });

  it('erases nothing of a person it does not know', async ({ ledger }) => {
    await leaveTraces(ledger, 'UADA');
    const nothing = {
      questions: 0,
      deskQuestions: 0,
      feedback: 0,
      reviews: 0,
      choices: 0,
      deliveries: 0,
      recalls: 0,
    };
    expect((await ledger.erasePerson('UNOBODY')).counts).toEqual(nothing);
  });
});
