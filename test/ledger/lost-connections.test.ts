import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, LedgerError, openLedger } from '../../src/ledger/index.ts';
import { newQuestion, reply, TWO_FACTS } from './sample-questions.ts';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';
import { createTestDatabase, databaseKinds, POSTGRES_URL, run, type TestDatabase } from './test-databases.ts';

const kinds = await databaseKinds();

describe.skipIf(kinds.length === 1)('a ledger on PostgreSQL whose connections go', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let ledger: Ledger;

  const open = async () => {
    const { directory, clock, databaseUrl = '' } = database;
    return openLedger({ directory, now: clock.now, databaseUrl: proxy.through(databaseUrl) });
  };

  beforeEach(async () => {
    database = await createTestDatabase(POSTGRES_URL);
    proxy = await openTcpProxy(database.databaseUrl ?? '');
    ledger = await open();
  });
  afterEach(async () => {
    await proxy.resume();
    await ledger.close();
    await proxy.close();
    await database.remove();
  });

  async function accepted(): Promise<string> {
    return (await ledger.acceptQuestion(newQuestion({ isPrivate: false }))).questionId;
  }

  async function complained(): Promise<string> {
    const complaint = { fact: null, givenBy: 'UADA', reason: 'other', line: 'No.' } as const;
    const taken = { eventKey: 'view', questionId: 'q', ...complaint };
    return (await ledger.recordReport(taken)).reportId;
  }

  const draft = () => {
    const fact = { kind: 'statement', text: 'Yes.', title: 'A call', accessed: '2026-03-02' } as const;
    const writing = { eventKey: 'view', draftId: null, groupId: 'g', writtenBy: 'UBO' };
    return ledger.keepDraft({ ...writing, fact: { ...fact, topics: [], askedAs: [] } });
  };

  async function askedDesk(eventKey = 'press') {
    return ledger.askDesk({ eventKey, questionId: await accepted(), askedBy: 'UADA', meaning: 'mines' });
  }

  /** What each call sends, what it does, and what its caller is told: the same as if nothing had happened. */
  const calls: readonly [name: string, sends: string, call: () => Promise<unknown>, told: unknown][] = [
    ['a claim', 'insert into "claims"', () => ledger.claim('press'), true],
    [
      'accepting a question',
      'insert into "questions"',
      () => ledger.acceptQuestion(newQuestion()),
      expect.objectContaining({ kind: 'accepted' }),
    ],
    [
      'beginning to answer once more',
      'update "questions"',
      async () => ledger.beginAttempt(await accepted()),
      2,
    ],
    [
      'recording an answer',
      'commit',
      async () => {
        const id = await accepted();
        await ledger.recordAnswer(id, { outcome: 'answer', quoted: TWO_FACTS });
        return ledger.question(id);
      },
      expect.objectContaining({ outcome: 'answer', quoted: TWO_FACTS }),
    ],
    [
      'recording a reply',
      'insert into "deliveries"',
      async () => {
        const id = await accepted();
        await ledger.recordDelivery(reply(id));
        return { ...(await ledger.question(id)), shown: (await ledger.counts()).deliveries };
      },
      expect.objectContaining({ repliedAt: expect.any(Date), shown: 2 }),
    ],
    [
      'recording a complaint',
      'insert into "feedback"',
      async () => {
        const complaint = { fact: null, givenBy: 'UADA', reason: 'other', line: 'No.' } as const;
        return ledger.recordReport({ eventKey: 'view', questionId: 'q', ...complaint });
      },
      expect.objectContaining({ kind: 'recorded' }),
    ],
    [
      'closing a complaint',
      'update "feedback"',
      async () => ledger.closeReport({ reportId: await complained(), note: 'Mended.', closedBy: 'UDESK' }),
      expect.objectContaining({ note: 'Mended.', closedBy: 'UDESK' }),
    ],
    [
      'asking the desk',
      'commit',
      () => askedDesk(),
      expect.objectContaining({ kind: 'opened', deskQuestion: expect.objectContaining({ times: 1 }) }),
    ],
    [
      'closing a question to the desk',
      'update "desk_questions"',
      async () => {
        const asked = await askedDesk();
        const groupId = 'deskQuestion' in asked ? asked.deskQuestion.id : '';
        return ledger.closeGroup({
          groupId,
          state: 'answered',
          note: 'Yes.',
          closedBy: 'UDESK',
        });
      },
      [expect.objectContaining({ state: 'answered', note: 'Yes.' })],
    ],
    [
      'writing a draft',
      'insert into "drafts"',
      async () => (await draft()).kind,
      // Whether the first try was kept nobody knows: the draft is there either way.
      expect.stringMatching(/kept|repeated/),
    ],
    [
      'signing a draft',
      'update "drafts"',
      async () => {
        const kept = await draft();
        const draftId = 'draft' in kept ? kept.draft.id : '';
        const signature = { factId: 'yes', sheet: 'desk/2026-03.md', checkedBy: 'Bo and Cy' };
        return ledger.signDraft({ draftId, version: 1, by: 'UCY', mayBeWriter: false, ...signature });
      },
      expect.objectContaining({ state: 'signed', signedBy: 'UCY' }),
    ],
    [
      'answering a question to the desk with a fact',
      'update "desk_questions"',
      async () => {
        const asked = await askedDesk();
        const deskQuestionId = 'deskQuestion' in asked ? asked.deskQuestion.id : '';
        return ledger.answerDeskQuestion({ deskQuestionId, factId: 'yes', answeredBy: 'UCY' });
      },
      expect.objectContaining({ state: 'answered', answerFactId: 'yes' }),
    ],
    [
      'reading',
      'select * from "questions"',
      async () => ledger.question(await accepted()),
      expect.objectContaining({ askedBy: 'UADA' }),
    ],
  ];

  for (const when of ['before it arrives', 'when it is done'] as const) {
    it.each(calls)(`tells nobody of a connection that is cut ${when}: %s`, async (_, sends, call, told) => {
      proxy.cutAt(sends, when);
      expect(await call()).toEqual(told);
      expect(proxy.isWaiting()).toBe(false);
    });
  }

  it('counts a repeated question to the desk once, when the connection is cut at its end', async () => {
    await askedDesk('first');
    proxy.cutAt('commit', 'when it is done');
    expect(await askedDesk('second')).toMatchObject({ kind: 'counted', deskQuestion: { times: 2 } });
    expect(proxy.isWaiting()).toBe(false);
  });

  it('tells nobody when every resting connection is found to be gone', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, key) => ledger.claim(`at once ${key}`)));
    proxy.forget();
    expect(await ledger.claim('press')).toBe(true);
    expect(await askedDesk()).toMatchObject({ kind: 'opened' });
  });

  it('survives the server ending every connection while transactions are under way', async () => {
    const name = `factdesk-test-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const { directory, clock, databaseUrl = '' } = database;
    const url = new URL(databaseUrl);
    url.searchParams.set('application_name', name);
    const busy = await openLedger({ directory, now: clock.now, databaseUrl: url.href });
    const closing = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`;
    let isOver = false;
    const kept: string[] = [];
    const works = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const { questionId } = await busy.acceptQuestion(newQuestion());
        await busy.recordAnswer(questionId, { outcome: 'answer', quoted: TWO_FACTS });
        await busy.recordDelivery(reply(questionId));
        kept.push(questionId);
      }
    });
    const settled = Promise.allSettled(works);
    for (let times = 0; times < 10; times += 1) await run(databaseUrl, `select pg_sleep(0.05); ${closing}`);
    isOver = true;
    // Who is cut off twice in one call is told.
    for (const work of await settled) {
      if (work.status === 'rejected') expect(work.reason).toBeInstanceOf(LedgerError);
    }
    expect(kept.length).toBeGreaterThan(0);
    for (const id of kept) expect(await busy.question(id)).toMatchObject({ outcome: 'answer' });
    await busy.close();
  });

  it('waits for a server that starts again', async () => {
    proxy.refuse();
    const claimed = ledger.claim('press');
    setTimeout(() => void proxy.resume(), 700);
    expect(await claimed).toBe(true);
  });

  it.each([
    ['hangs', () => proxy.stall()],
    ['takes no connections', () => proxy.refuse()],
  ])('says so soon, and then at once, while the server %s', async (_, spoil) => {
    await ledger.claim('before');
    spoil();
    const began = performance.now();
    const failure = await ledger.claim('press').catch((error: unknown) => error);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(failure).toBeInstanceOf(LedgerError);
    expect(String(failure)).toMatch(
      /The ledger at 127\.0\.0\.1:\d+\/\w+ \(DATABASE_URL\) cannot be used now: .+\./,
    );
    const later = performance.now();
    await Promise.allSettled([
      ledger.questionsOf('UADA'),
      ledger.acceptQuestion(newQuestion()),
      accepted().then((id) => ledger.recordDelivery(reply(id))),
    ]);
    expect(performance.now() - later).toBeLessThan(1_000);
    await proxy.resume();
    await expect.poll(() => ledger.claim('afterwards').catch(() => false), { timeout: 10_000 }).toBe(true);
  });

  it('says soon to each of many at once that the server hangs', async () => {
    proxy.stall();
    const began = performance.now();
    const told = await Promise.allSettled(Array.from({ length: 30 }, (_, key) => ledger.claim(`${key}`)));
    expect(told.every(({ status }) => status === 'rejected')).toBe(true);
    expect(performance.now() - began).toBeLessThan(6_000);
  });

  it('says at the start that a server takes connections and never answers', async () => {
    proxy.stall();
    const failure = await open().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LedgerError);
    expect(String(failure)).toContain('cannot be opened: the server does not answer.');
  });

  it('says at the start that a server lets in and then never answers', async () => {
    proxy.stallAt('select 1', 'before it arrives');
    const failure = await open().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LedgerError);
    expect(String(failure)).toContain('cannot be opened: the server does not answer.');
  });

  it('can be closed while the server hangs in the middle of something', async () => {
    proxy.stallAt('select * from "questions"', 'before it arrives');
    const asked = ledger.questionsOf('UADA').catch((error: unknown) => error);
    const forgotten = ledger.forgetOldWords(30).catch((error: unknown) => error);
    await expect.poll(() => proxy.isWaiting()).toBe(false);
    const began = performance.now();
    await ledger.close();
    expect(performance.now() - began).toBeLessThan(3_500);
    expect(await asked).toBeInstanceOf(LedgerError);
    expect(await forgotten).toBeInstanceOf(Error);
    ledger = await openLedger({ directory: database.directory, now: database.clock.now });
  });
});
