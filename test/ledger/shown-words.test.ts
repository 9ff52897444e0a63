import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect } from 'vitest';
import type { ExportedRecord, Ledger, RecordKind } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { select } from './raw-bytes.ts';
import { LATER_MINES, MINES, newQuestion, reply } from './sample-questions.ts';
import { databaseKinds, run, type TestDatabase } from './test-databases.ts';

describe.each(await databaseKinds())('what was shown of a fact, in $name', (kind) => {
  const it = ledgerTest(kind);

  async function exported(ledger: Ledger, records: RecordKind): Promise<readonly ExportedRecord[]> {
    const all: ExportedRecord[] = [];
    for await (const record of ledger.exportRecords(records, { withPrivate: true })) all.push(record);
    return all;
  }

  async function rowsOf({ databaseUrl, directory }: TestDatabase, statement: string): Promise<unknown> {
    if (databaseUrl !== undefined) return select(databaseUrl, statement);
    const file = new Database(join(directory, 'ledger.sqlite'));
    try {
      return file.prepare(statement).all();
    } finally {
      file.close();
    }
  }

  const directMessages = (database: TestDatabase) =>
    rowsOf(database, 'select person, channel from direct_messages order by person');

  it('is kept once a version, with its source line, by whichever message shows it first', async ({
    database,
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordAnswer(questionId, { outcome: 'answer', quoted: [MINES] });
    database.clock.pass({ days: 1 });
    await ledger.recordDelivery(reply(questionId, { facts: [MINES] }));
    await ledger.recordDelivery(
      reply(questionId, { kind: 'share', channel: 'C2', seenBy: null, facts: [LATER_MINES] }),
    );
    const first = {
      fact_id: 'un-civilian-mine-casualties',
      fact_hash: 'version-1',
      first_shown_at: '2026-03-02T09:00:00.000Z',
      text: 'Mines have killed 407 civilians.',
      source_line: 'According to the United Nations · as of October 2024 · Mines for Ukraine',
      kind: 'statement',
      url: 'https://example.org/mines',
    };
    expect(await exported(ledger, 'fact-versions')).toMatchObject([
      first,
      { fact_hash: 'version-2', text: 'Mines have killed 408 civilians.' },
    ]);
  });

  it('is kept of every message: in what way it went out, to whom, in which order', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(questionId));
    await ledger.recordDelivery(
      reply(questionId, { kind: 'share', messageTs: '2.2', person: 'UBOB', seenBy: null, sentBy: 'UBOB' }),
    );
    const got = (await exported(ledger, 'deliveries')).map(({ kind, person, fact_id }) => [
      kind,
      person,
      fact_id,
    ]);
    expect(got.toSorted()).toEqual([
      ['reply', 'UADA', 'monitor-casualties-2023'],
      ['reply', 'UADA', 'un-civilian-mine-casualties'],
      ['share', 'UBOB', 'monitor-casualties-2023'],
      ['share', 'UBOB', 'un-civilian-mine-casualties'],
    ]);
  });

  it('counts a message that is changed to a newer version as having shown both', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion());
    await ledger.recordDelivery(reply(questionId, { facts: [MINES] }));
    await ledger.recordDelivery(reply(questionId, { facts: [MINES] }));
    await ledger.recordDelivery(reply(questionId, { facts: [LATER_MINES] }));
    const versions = (await exported(ledger, 'deliveries')).map(({ fact_hash }) => fact_hash);
    expect(versions.toSorted()).toEqual(['version-1', 'version-2']);
  });

  it('tells where a person is reached by direct message, until they are erased', async ({
    database,
    ledger,
  }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ isPrivate: false }));
    const direct = { kind: 'direct-message', channel: 'DADA', seenBy: null } as const;
    await ledger.recordDelivery(reply(questionId, direct));
    await ledger.recordDelivery(reply(questionId, { ...direct, channel: 'DNEW', messageTs: '3.3' }));
    await ledger.recordDelivery(reply(questionId, { seenBy: null, messageTs: '4.4' }));
    expect(await directMessages(database)).toEqual([{ person: 'UADA', channel: 'DNEW' }]);
    await ledger.erasePerson('UADA');
    expect(await directMessages(database)).toEqual([]);
    // What everybody in the channel sees stays, so that a correction reaches it; it no longer says who got it.
    expect(await exported(ledger, 'deliveries')).toMatchObject([
      { channel: 'C1', person: null },
      { channel: 'C1', person: null },
    ]);
  });

  it('keeps who shared what with others when the one who got it is erased', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ isPrivate: false }));
    const shared = { kind: 'share', person: 'UADA', seenBy: null, sentBy: 'UBOB', facts: [MINES] } as const;
    await ledger.recordDelivery(reply(questionId, shared));
    await ledger.erasePerson('UADA');
    expect(await exported(ledger, 'deliveries')).toMatchObject([{ person: null, sent_by: 'UBOB' }]);
  });

  it('is kept when the words of private questions are forgotten', async ({ database, ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words: 'between us?' }));
    await ledger.recordAnswer(questionId, { outcome: 'answer', quoted: [MINES] });
    await ledger.recordDelivery(reply(questionId, { facts: [MINES] }));
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    expect(await exported(ledger, 'questions')).toMatchObject([{ words: null }]);
    expect(await exported(ledger, 'deliveries')).toMatchObject([{ fact_hash: 'version-1', person: 'UADA' }]);
    expect(await exported(ledger, 'fact-versions')).toMatchObject([
      { text: 'Mines have killed 407 civilians.' },
    ]);
  });

  it('of an older ledger is who got it in what way; a place of two other people is nobody’s own', async ({
    database,
  }) => {
    const tables = await readFile(new URL('fixtures/ledger-0009.sql', import.meta.url), 'utf8');
    if (database.databaseUrl === undefined) {
      const file = new Database(join(database.directory, 'ledger.sqlite'));
      file.exec(tables);
      file.close();
    } else await run(database.databaseUrl, tables);
    const ledger = await database.open();
    const got = await exported(ledger, 'deliveries');
    expect(got.map(({ id, kind, person }) => [id, kind, person])).toEqual([
      ['1', 'reply', 'UADA'],
      ['2', 'reply', 'UADA'],
      ['3', 'share', 'UDAN'],
      ['4', 'direct-message', 'UBOB'],
      ['5', 'reply', 'UCAT'],
      ['6', 'workflow-step', null],
    ]);
    expect(await directMessages(database)).toEqual([{ person: 'UBOB', channel: 'DBOB' }]);
    expect(await exported(ledger, 'fact-versions')).toEqual([]);
  });
});
