import { describe, expect } from 'vitest';
import { type ExportedRecord, type Ledger, RECORD_COLUMNS, type RecordKind } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { databaseKinds } from './test-databases.ts';

describe.each(await databaseKinds())('exports and counts $name', (kind) => {
  const it = ledgerTest(kind);
  async function exported(
    ledger: Ledger,
    kind: RecordKind,
    withPrivate = false,
  ): Promise<readonly ExportedRecord[]> {
    const records: ExportedRecord[] = [];
    for await (const record of ledger.exportRecords(kind, { withPrivate })) records.push(record);
    return records;
  }

  it('gives every question oldest first, all columns in their order', async ({ database, ledger }) => {
    const mention = newQuestion({ isPrivate: false, surface: 'mention', thread: '1.0', words: 'open?' });
    const { questionId } = await ledger.acceptQuestion(mention);
    await ledger.recordAnswer(questionId, { outcome: 'none', quoted: [] });
    await ledger.recordDelivery(reply(questionId, { facts: [] }));
    database.clock.pass({ seconds: 1 });
    await ledger.acceptQuestion(newQuestion({ isPrivate: false, words: 'later?' }));
    const [first, second] = await exported(ledger, 'questions');
    expect(first).toEqual({
      id: questionId,
      asked_at: '2026-03-02T09:00:00.000Z',
      asked_by: 'UADA',
      channel: 'C1',
      thread: '1.0',
      surface: 'mention',
      private: false,
      words: 'open?',
      outcome: 'none',
      replied_at: '2026-03-02T09:00:00.000Z',
    });
    expect(Object.keys(first ?? {})).toEqual(RECORD_COLUMNS.questions);
    expect(second).toMatchObject({ words: 'later?', outcome: null, replied_at: null });
  });

  it('holds back words, person and place of private questions unless told otherwise', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words: 'between us?' }));
    await ledger.recordAnswer(questionId, { outcome: 'choices', quoted: TWO_FACTS });
    await ledger.recordDelivery(reply(questionId));
    await ledger.recordChoice({ questionId, factId: 'monitor-casualties-2023', chosenBy: 'UADA' });
    await ledger.askDesk({ eventKey: 'press', questionId, askedBy: 'UADA', meaning: 'between' });
    const feedback = {
      questionId,
      fact: null,
      givenBy: 'UADA',
      reason: 'other',
      line: 'between us',
    } as const;
    await ledger.recordReport({ eventKey: 'view', ...feedback });
    // Reviews and drafts are of facts, whoever asked for them.
    const { reviews: _, drafts: __, ...ofQuestions } = RECORD_COLUMNS;
    for (const kind of Object.keys(ofQuestions) as RecordKind[]) {
      const held = JSON.stringify(await exported(ledger, kind));
      // Versions of facts are of no question.
      if (kind !== 'fact-versions') expect(held).toContain(questionId);
      expect(held).not.toMatch(/between us|UADA|"C1"/);
    }
    expect(await exported(ledger, 'choices', true)).toMatchObject([
      { words: 'between us?', fact_id: 'monitor-casualties-2023', chosen_by: 'UADA' },
    ]);
    expect(await exported(ledger, 'deliveries', true)).toMatchObject([
      { seen_by: 'UADA', channel: 'C1', message_ts: '1700000001.000200' },
      { seen_by: 'UADA', channel: 'C1', message_ts: '1700000001.000200' },
    ]);
    expect(await exported(ledger, 'desk-questions', true)).toMatchObject([
      { words: 'between us?', private: true },
    ]);
  });

  it('gives the facts that were shown at their version, and the same choice once', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordAnswer(questionId, { outcome: 'choices', quoted: TWO_FACTS });
    await ledger.recordDelivery(reply(questionId));
    await ledger.recordChoice({ questionId, factId: 'monitor-casualties-2023', chosenBy: 'UADA' });
    await ledger.recordChoice({ questionId, factId: 'monitor-casualties-2023', chosenBy: 'UADA' });
    const quotes = await exported(ledger, 'quotes');
    expect(quotes.map(({ position, fact_id, fact_hash }) => [position, fact_id, fact_hash])).toEqual([
      [0, 'un-civilian-mine-casualties', 'version-1'],
      [1, 'monitor-casualties-2023', 'version-7'],
    ]);
    expect(await exported(ledger, 'deliveries')).toHaveLength(2);
    expect(await exported(ledger, 'choices')).toHaveLength(1);
  });

  it('gives every record once, however many there are and whenever they were written', async ({
    database,
    ledger,
  }) => {
    const number = 1_203;
    for (let written = 0; written < number; written += 1) {
      if (written % 400 === 0) database.clock.pass({ seconds: 1 });
      await ledger.acceptQuestion(newQuestion());
    }
    const ids = (await exported(ledger, 'questions')).map(({ id }) => id);
    expect(ids).toHaveLength(number);
    expect(new Set(ids).size).toBe(number);
  });

  it('exports nothing and counts nothing when nothing was asked', async ({ ledger }) => {
    for (const kind of Object.keys(RECORD_COLUMNS) as RecordKind[])
      expect(await exported(ledger, kind)).toEqual([]);
    expect(await ledger.counts()).toEqual({
      questions: { answer: 0, list: 0, choices: 0, none: 0, failed: 0, undecided: 0 },
      deliveries: 0,
      choices: 0,
      feedback: { helpful: 0, 'wrong-fact': 0, 'out-of-date': 0, 'badly-worded': 0, other: 0 },
      sureAnswers: { given: 0, reported: 0 },
      deskQuestions: { open: 0, answered: 0, 'wont-answer': 0, lapsed: 0 },
    });
  });

  it('counts questions by outcome and facts by the message that showed them', async ({ ledger }) => {
    for (const outcome of ['answer', 'answer', 'none', 'failed'] as const) {
      const { questionId } = await ledger.acceptQuestion(newQuestion());
      const quoted = outcome === 'answer' ? TWO_FACTS : [];
      await ledger.recordAnswer(questionId, { outcome, quoted });
      await ledger.recordDelivery(reply(questionId, { facts: quoted }));
    }
    await ledger.acceptQuestion(newQuestion());
    expect(await ledger.counts()).toMatchObject({
      questions: { answer: 2, list: 0, choices: 0, none: 1, failed: 1, undecided: 1 },
      deliveries: 4,
    });
  });
});
