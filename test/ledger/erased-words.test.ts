import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import { describe, expect, onTestFinished } from 'vitest';
import { type Ledger, openLedger, RECORD_COLUMNS, type RecordKind } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { columnsOf, mayReadFiles, rawBytes, select } from './raw-bytes.ts';
import { MINES, newQuestion, reply } from './sample-questions.ts';
import { databaseKinds, POSTGRES_URL, run, type TestDatabase } from './test-databases.ts';

const kinds = await databaseKinds();

/** What a column can hold of a person; the list in docs/decisions/0403 says what becomes of it. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  words: [
    'reply_frames.pages',
    'questions.words',
    'questions.reply_address',
    'feedback.line',
    'feedback.note',
  ],
  'words of desk questions': ['desk_questions.words', 'desk_questions.note'],
  'words of reviews': ['reviews.reason'],
  'words of drafts': ['drafts.fields', 'drafts.note'],
  'words of recalls': ['recalls.reason'],
  people: [
    'questions.asked_by',
    'deliveries.seen_by',
    'deliveries.sent_by',
    'deliveries.person',
    'direct_messages.person',
    'choices.chosen_by',
    'feedback.given_by',
    'feedback.closed_by',
    'desk_questions.asked_by',
    'desk_questions.closed_by',
    'reviews.reviewed_by',
    'drafts.written_by',
    'drafts.sent_back_by',
    'drafts.signed_by',
    'drafts.checked_by',
    'recalls.decided_by',
    'recall_rows.person',
  ],
  places: [
    'questions.team',
    'questions.channel',
    'questions.thread',
    'deliveries.channel',
    'deliveries.message_ts',
    'direct_messages.channel',
    'recall_rows.channel',
    'recall_rows.message_ts',
    'recall_rows.notice_channel',
    'recall_rows.notice_ts',
  ],
  'messages in the desk channel': [
    'feedback.desk_channel',
    'feedback.desk_message_ts',
    'recalls.desk_channel',
    'recalls.desk_message_ts',
    'desk_questions.desk_channel',
    'desk_questions.desk_message_ts',
    'drafts.desk_channel',
    'drafts.desk_message_ts',
  ],
  facts: [
    'quoted_facts.fact_id',
    'quoted_facts.fact_hash',
    'deliveries.fact_id',
    'deliveries.fact_hash',
    'choices.fact_id',
    'feedback.fact_id',
    'feedback.fact_hash',
    ...['fact_id', 'fact_hash', 'text', 'source_line', 'kind', 'attribution', 'as_of', 'published'].map(
      (column) => `fact_versions.${column}`,
    ),
    ...['title', 'publisher', 'url'].map((column) => `fact_versions.${column}`),
    'reviews.fact_id',
    'reviews.fact_hash',
    'desk_questions.answer_fact_id',
    'desk_questions.proposed_fact_id',
    'desk_questions.proposed_fact_hash',
    'drafts.fact_id',
    ...['fact_id', 'from_hash', 'to_fact_id', 'to_hash', 'to_words', 'open_key'].map(
      (column) => `recalls.${column}`,
    ),
    'recall_rows.fact_id',
    'recall_rows.fact_hash',
    'waiting_questions.fact_id',
    'waiting_questions.fact_hash',
  ],
  'ids, hashes, counts and kinds': [
    'migrations.name',
    'installations.key',
    'installations.sealed',
    'installations.key_id',
    'installations.version',
    'installations.refresh_claim',
    'install_states.state',
    'claims.key',
    'claims.call_id',
    'claims.tries',
    'questions.id',
    'questions.surface',
    'questions.is_private',
    'questions.outcome',
    'questions.decision',
    'questions.attempts',
    'questions.call_id',
    'quoted_facts.question_id',
    'reply_frames.question_id',
    'quoted_facts.position',
    'quoted_facts.confidence',
    'notices.key',
    'deliveries.id',
    'deliveries.kind',
    'deliveries.position',
    'deliveries.call_id',
    'deliveries.question_id',
    'choices.id',
    'choices.question_id',
    'feedback.id',
    'feedback.question_id',
    'feedback.verdict',
    'feedback.call_id',
    'unsure_questions.question_id',
    'waiting_questions.question_id',
    'waiting_questions.because',
    'desk_questions.id',
    'reviews.id',
    'reviews.kind',
    ...['number', 'change', 'state', 'is_past', 'verb', 'call_id'].map((column) => `recalls.${column}`),
    ...['id', 'recall', 'kind', 'question_id', 'state', 'way', 'reason'].map(
      (column) => `recall_rows.${column}`,
    ),
    'desk_questions.open_key',
    'desk_questions.question_id',
    'desk_questions.is_private',
    'desk_questions.times',
    'desk_questions.state',
    'desk_questions.call_id',
    'desk_questions.group_id',
    'desk_questions.not_told',
    'drafts.id',
    'drafts.group_id',
    'drafts.version',
    'drafts.version_key',
    'drafts.state',
    'drafts.call_id',
    // The name of a file below the folder of the sheets, and what the disk says.
    'drafts.sheet',
    'drafts.trouble',
  ],
  times: [
    'notices.told_at',
    'claims.claimed_at',
    'claims.done_at',
    'questions.asked_at',
    'questions.taken_at',
    'questions.decided_at',
    'questions.replied_at',
    'deliveries.delivered_at',
    'fact_versions.first_shown_at',
    'choices.chosen_at',
    'feedback.given_at',
    'feedback.closed_at',
    'feedback.complainer_told_at',
    'desk_questions.first_asked_at',
    'desk_questions.last_asked_at',
    'desk_questions.closed_at',
    'desk_questions.asker_told_at',
    'reviews.reviewed_at',
    'drafts.written_at',
    'drafts.signed_at',
    'reviews.until_day',
    'installations.installed_at',
    'installations.refresh_claimed_at',
    'install_states.expires_at',
    ...['decided_at', 'opened_at', 'finished_at'].map((column) => `recalls.${column}`),
    ...['shown_at', 'taken_at', 'done_at', 'seen_at', 'reminded_at'].map((column) => `recall_rows.${column}`),
  ],
};

/** What Zoe writes, and where she is found, each with a word of its own. */
const WORDS = {
  question: 'zebra-question',
  address: 'https://hooks.example.org/commands/zebra-address',
  complaint: 'zebra-complaint',
  noteToComplaint: 'zebra-note-to-complaint',
  noteToQuestion: 'zebra-note-to-question',
  noteToHer: 'zebra-note-to-her',
  noteToDraft: 'zebra-note-to-draft',
  reason: 'zebra-reason',
} as const;
const ZOE = 'UZEBRA';
/** Too long for a row of PostgreSQL, and nothing that could be compressed. */
const LONG = randomBytes(2_000).toString('base64');
const PLACES = ['DZEBRA', '1700000077.000100'] as const;

describe.each(kinds)('words that are to go $name', (kind) => {
  const it = ledgerTest(kind);

  /** Others ask, complain and are answered by the desk; Zoe does all of that, and closes what others brought. */
  async function leaveTraces(ledger: Ledger): Promise<void> {
    for (let other = 0; other < 60; other += 1)
      await ask(ledger, `UOTHER${other}`, `ordinary ${'x'.repeat(other * 37)}`);
    const hers = await ask(ledger, ZOE, `${WORDS.question} ${LONG}`);
    const direct = { kind: 'direct-message', channel: PLACES[0], messageTs: PLACES[1] } as const;
    const frames = [[`You asked: ${WORDS.question}`]];
    await ledger.recordAnswer(hers, { outcome: 'answer', quoted: [], frames });
    await ledger.recordDelivery(reply(hers, { ...direct, person: ZOE, seenBy: ZOE }));
    const shared = { kind: 'share', channel: 'C1', messageTs: '9', person: ZOE, seenBy: null } as const;
    await ledger.recordDelivery(reply(hers, { ...shared, sentBy: ZOE }));
    await ledger.recordChoice({ questionId: hers, factId: 'mine-ban-treaty', chosenBy: ZOE });
    await complain(ledger, {
      by: ZOE,
      on: hers,
      line: WORDS.complaint,
      note: WORDS.noteToHer,
      closedBy: 'UDESK',
    });
    await askDesk(ledger, { by: ZOE, on: hers, note: WORDS.noteToHer, closedBy: 'UDESK' });
    const others = await ask(ledger, 'UADA', 'What else?');
    await complain(ledger, {
      by: 'UADA',
      on: others,
      line: 'No.',
      note: WORDS.noteToComplaint,
      closedBy: ZOE,
    });
    await askDesk(ledger, { by: 'UADA', on: others, note: WORDS.noteToQuestion, closedBy: ZOE });
    await writeDraft(ledger, hers);
    await recallFrom(ledger);
    // Its address is kept until it is answered.
    await ask(ledger, ZOE, 'zebra-waiting');
    for (let other = 60; other < 90; other += 1) await ask(ledger, `UOTHER${other}`, 'ordinary');
  }

  /** Zoe is told of one correction and decides on another. */
  async function recallFrom(ledger: Ledger): Promise<void> {
    const [first, second] = await Promise.all(
      ['un-civilian-mine-casualties', 'monitor-casualties-2023'].map((factId) => {
        const from = { factId, factHash: 'old' };
        return ledger.openRecall({ change: 'gone', from, to: null });
      }),
    );
    const decision = { toHash: null, verb: 'withdraw', reason: WORDS.reason } as const;
    for (const [opened, by] of [
      [first, 'UDESK'],
      [second, ZOE],
    ] as const)
      await ledger.decideRecall({
        ...decision,
        number: opened?.recall.number ?? 0,
        by,
        reason: by === ZOE ? WORDS.reason : 'An ordinary reason.',
      });
    const told = await ledger.takeRecallRows({
      ...{ recall: first?.recall.number ?? 0, kind: 'person', limit: 500 },
    });
    const notice = { channel: PLACES[0], messageTs: PLACES[1] };
    for (const { id, person } of told)
      if (person === ZOE) await ledger.finishRecallRow(id, { state: 'done', way: 'told', notice });
  }

  async function ask(ledger: Ledger, askedBy: string, words: string): Promise<string> {
    const place =
      askedBy === ZOE ? { channel: PLACES[0], thread: PLACES[1], replyAddress: WORDS.address } : {};
    return (await ledger.acceptQuestion(newQuestion({ askedBy, words, ...place }))).questionId;
  }

  interface Matter {
    readonly by: string;
    readonly on: string;
    readonly note: string;
    readonly closedBy: string;
  }

  async function complain(
    ledger: Ledger,
    { by, on, line, note, closedBy }: Matter & { readonly line: string },
  ) {
    const complaint = { questionId: on, fact: null, givenBy: by, reason: 'other', line } as const;
    const { reportId } = await ledger.recordReport({ eventKey: `view ${on}`, ...complaint });
    await ledger.closeReport({ reportId, note, closedBy });
  }

  async function askDesk(ledger: Ledger, { by, on, note, closedBy }: Matter): Promise<void> {
    const asked = await ledger.askDesk({
      eventKey: `press ${on}`,
      questionId: on,
      askedBy: by,
      meaning: on,
    });
    const groupId = 'deskQuestion' in asked ? asked.deskQuestion.id : '';
    await ledger.closeGroup({ groupId, state: 'answered', note, closedBy });
  }

  /** Her question is to be answered by a draft that she sends back, and by one that she signs. */
  async function writeDraft(ledger: Ledger, on: string): Promise<void> {
    const asked = await ledger.askDesk({ eventKey: 'again', questionId: on, askedBy: ZOE, meaning: 'again' });
    const groupId = 'deskQuestion' in asked ? asked.deskQuestion.id : '';
    const askedAs = [`${WORDS.question} ${LONG}`];
    const words = { kind: 'statement', text: 'Yes.', title: 'A call', accessed: '2026-03-02' } as const;
    const writing = { draftId: null, groupId, fact: { ...words, topics: [], askedAs }, writtenBy: 'UDESK' };
    for (const eventKey of ['sent back', 'signed']) {
      const kept = await ledger.keepDraft({ ...writing, eventKey });
      const read = { draftId: 'draft' in kept ? kept.draft.id : '', version: 1, by: ZOE };
      const signature = { factId: 'yes', sheet: 'desk/2026-03.md', checkedBy: `Bo and ${ZOE}` };
      if (eventKey === 'signed') await ledger.signDraft({ ...read, mayBeWriter: false, ...signature });
      else await ledger.sendBackDraft({ ...read, note: WORDS.noteToDraft });
    }
  }

  async function exported(ledger: Ledger, withPrivate: boolean): Promise<string> {
    const lines: string[] = [];
    for (const records of Object.keys(RECORD_COLUMNS) as RecordKind[]) {
      for await (const record of ledger.exportRecords(records, { withPrivate }))
        lines.push(JSON.stringify(record));
    }
    return lines.join('\n');
  }

  const found = (text: string, searched: readonly string[]) => searched.filter((word) => text.includes(word));
  const canLook = async ({ databaseUrl }: TestDatabase) =>
    databaseUrl === undefined || mayReadFiles(databaseUrl);
  const ALL = [...Object.values(WORDS), ZOE, ...PLACES];
  const isClean = { stillOnDisk: null };

  it('stand in no column that is not thought of', async ({ database, ledger }) => {
    // SQLite has the same columns, by the same migrations.
    if (database.databaseUrl === undefined) return;
    expect(await ledger.claim('any')).toBe(true);
    expect(await columnsOf(database)).toEqual(Object.values(COLUMNS).flat().toSorted());
  });

  it('are nowhere on the disk once their person is erased, nor is the person', async ({
    database,
    ledger,
    skip,
  }) => {
    if (!(await canLook(database))) return skip('Only a superuser may read the files of the server.');
    const bot = await database.open();
    await leaveTraces(bot);
    if (database.databaseUrl !== undefined) await run(database.databaseUrl, 'analyze');
    expect(found(await rawBytes(database), ALL)).toEqual(ALL);
    expect(await ledger.erasePerson(ZOE)).toMatchObject(isClean);
    expect(found(await rawBytes(database), ALL)).toEqual([]);
    expect(found(await exported(ledger, true), ALL)).toEqual([]);
    expect(await bot.questionsOf('UADA')).toHaveLength(1);
  });

  it('are nowhere on the disk once private questions have been kept long enough', async ({
    database,
    ledger,
    skip,
  }) => {
    if (!(await canLook(database))) return skip('Only a superuser may read the files of the server.');
    await leaveTraces(ledger);
    database.clock.pass({ days: 31 });
    expect(await ledger.forgetOldWords(30)).toMatchObject(isClean);
    // What the desk said of a correction stands in public messages, too.
    const own = Object.values(WORDS).filter((word) => word !== WORDS.reason);
    expect(found(await rawBytes(database), own)).toEqual([]);
    expect(await exported(ledger, true)).toContain(ZOE);
  });

  it('of an article that were shown are nowhere on the disk once they are erased', async ({
    database,
    ledger,
    skip,
  }) => {
    if (!(await canLook(database))) return skip('Only a superuser may read the files of the server.');
    const bot = await database.open();
    const asked = await ask(bot, 'UADA', 'What of the weir?');
    const quotes = ['u:a_b%c#12', 'u:a_b%c#340', 'u:a_b%c2#12', 'u:aXb%c#12'].map((factId, at) => ({
      ...MINES,
      factId,
      words: { ...MINES.words, text: `gnu-${at} ${LONG}`, title: `gnu-title-${at}` },
    }));
    await bot.recordDelivery(reply(asked, { facts: quotes }));
    const words = [0, 1, 2, 3].flatMap((at) => [`gnu-${at} `, `gnu-title-${at}`]);
    expect(await ledger.eraseArticles(['u:a_b%c'], { dryRun: true })).toMatchObject({
      counts: { versions: 2 },
    });
    expect(found(await rawBytes(database), words)).toEqual(words);
    expect(await ledger.eraseArticles(['u:a_b%c'])).toEqual({ counts: { versions: 2 }, stillOnDisk: null });
    expect(found(await rawBytes(database), words)).toEqual(words.slice(4));
    expect(await ledger.usesOf('u:a_b%c#12')).toMatchObject({ total: 1, versions: [{ words: null }] });
  });

  it('of private questions stand in no export that was not asked for them, nor do people', async ({
    ledger,
  }) => {
    await leaveTraces(ledger);
    // Of drafts and recalls the words stand in none.
    const left: readonly string[] = [WORDS.address, WORDS.noteToDraft, WORDS.reason];
    expect(found(await exported(ledger, true), Object.values(WORDS))).toEqual(
      Object.values(WORDS).filter((word) => !left.includes(word)),
    );
    expect(found(await exported(ledger, false), [...ALL, 'UADA', 'UDESK', 'UOTHER'])).toEqual([]);
  });
});

describe('words that cannot be taken off the disk yet', () => {
  const [sqlite, postgres] = kindsOf(kinds);

  sqlite('are told of while another program reads the SQLite file', async ({ database, ledger }) => {
    await ledger.acceptQuestion(newQuestion({ askedBy: ZOE, words: WORDS.question }));
    const reader = new Database(join(database.directory, 'ledger.sqlite'));
    reader.exec('begin');
    reader.prepare('select count(*) from questions').get();
    expect((await ledger.erasePerson(ZOE)).stillOnDisk).toMatch(
      /^another program reads .+\. End it, and try again\.$/,
    );
    expect(await rawBytes(database)).toContain(WORDS.question);
    reader.exec('commit');
    reader.close();
    expect((await ledger.erasePerson(ZOE)).stillOnDisk).toBeNull();
    expect(await rawBytes(database)).not.toContain(WORDS.question);
  });

  if (postgres === undefined) return;

  postgres.for([
    ['holds a table', 'select count(*) from questions'],
    ['still sees an older state', 'select 1'],
  ])('are told of while another session %s', async ([, reads = ''], { database, ledger }) => {
    await ledger.acceptQuestion(newQuestion({ askedBy: ZOE, words: WORDS.question }));
    const session = new Client({ connectionString: database.databaseUrl });
    await session.connect();
    await session.query('begin isolation level repeatable read');
    await session.query(reads);
    const { stillOnDisk } = await ledger.erasePerson(ZOE).finally(() => session.end());
    expect(stillOnDisk).toMatch(/^another session holds the tables/);
    expect((await ledger.erasePerson(ZOE)).stillOnDisk).toBeNull();
  });

  postgres(
    'are told of where the user does not own the tables, with what their owner must run',
    async ({ database, ledger }) => {
      const { databaseUrl = '', directory, clock } = database;
      const role = `factdesk_test_${randomBytes(6).toString('hex')}`;
      const [row] = await select(databaseUrl, 'select current_schema() as schema');
      await run(
        databaseUrl,
        `create role ${role} login password 's3cret-of-${role}'; grant create, usage on schema ${row?.schema} to ${role};
       grant all on all tables in schema ${row?.schema} to ${role}`,
      );
      onTestFinished(() => run(POSTGRES_URL, `drop role ${role}`));
      const url = new URL(databaseUrl);
      url.username = role;
      url.password = `s3cret-of-${role}`;
      await ledger.acceptQuestion(newQuestion({ askedBy: ZOE, words: WORDS.question }));
      const limited = await openLedger({ databaseUrl: url.href, directory, now: clock.now });
      expect(await limited.erasePerson(ZOE)).toMatchObject({
        counts: { questions: 1 },
        stillOnDisk:
          'this user may not run VACUUM. Have the owner of the tables run: ' +
          'VACUUM FULL questions, deliveries, direct_messages, choices, feedback, desk_questions, reviews, ' +
          'drafts, recalls, recall_rows, reply_frames, fact_versions',
      });
      await limited.close();
    },
  );
});

function kindsOf([sqlite, postgres]: Awaited<ReturnType<typeof databaseKinds>>) {
  if (sqlite === undefined) throw new Error('SQLite is always there.');
  return [ledgerTest(sqlite), postgres === undefined ? undefined : ledgerTest(postgres)] as const;
}
