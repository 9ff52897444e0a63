import { describe, expect } from 'vitest';
import type { NewFeedback } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { databaseKinds } from './test-databases.ts';

const OUT_OF_DATE: NewFeedback = {
  deliveryKey: 'view-1',
  questionId: 'question-1',
  fact: { factId: 'un-civilian-mine-casualties', factHash: 'version-1' },
  givenBy: 'UADA',
  verdict: 'out-of-date',
  line: 'The monitor has 2025 figures.',
};

describe.each(await databaseKinds())('feedback $name', (kind) => {
  const it = ledgerTest(kind);
  it('shows the desk what is not right, with the version of the fact that was shown', async ({ ledger }) => {
    await ledger.recordFeedback(OUT_OF_DATE);
    expect(await ledger.openComplaints()).toMatchObject([
      {
        questionId: 'question-1',
        fact: { factId: 'un-civilian-mine-casualties', factHash: 'version-1' },
        givenBy: 'UADA',
        reason: 'out-of-date',
        line: 'The monitor has 2025 figures.',
        givenAt: new Date('2026-03-02T09:00:00.000Z'),
      },
    ]);
  });

  it('takes a redelivered complaint for the one it has', async ({ database, ledger }) => {
    const other = await database.open();
    const results = await Promise.all([
      ledger.recordFeedback(OUT_OF_DATE),
      other.recordFeedback(OUT_OF_DATE),
    ]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'repeated']);
    expect(await ledger.openComplaints()).toHaveLength(1);
  });

  it('lists complaints oldest first, as many as asked for, and no praise among them', async ({
    database,
    ledger,
  }) => {
    for (const [turn, verdict] of (['wrong-fact', 'helpful', 'badly-worded', 'other'] as const).entries()) {
      await ledger.recordFeedback({
        ...OUT_OF_DATE,
        deliveryKey: `view-${turn}`,
        verdict,
        fact: null,
        line: null,
      });
      database.clock.pass({ seconds: 1 });
    }
    const complaints = await ledger.openComplaints(2);
    expect(complaints.map(({ reason }) => reason)).toEqual(['wrong-fact', 'badly-worded']);
    expect(complaints[0]).toMatchObject({ fact: null, line: null });
  });

  it('lets one desk member close a complaint, and gives the note for whoever sent it', async ({
    ledger,
    database,
  }) => {
    const { feedbackId } = await ledger.recordFeedback(OUT_OF_DATE);
    const other = await database.open();
    const by = (closedBy: string) => ({ complaintId: feedbackId, note: 'Mended.', closedBy });
    const closed = await Promise.all([ledger.closeComplaint(by('UONE')), other.closeComplaint(by('UTWO'))]);
    expect(closed.filter((one) => one === undefined)).toHaveLength(1);
    expect(closed.find((one) => one !== undefined)).toMatchObject({
      id: feedbackId,
      givenBy: 'UADA',
      note: 'Mended.',
      closedAt: new Date('2026-03-02T09:00:00.000Z'),
    });
    expect(await ledger.openComplaints()).toEqual([]);
    expect(await ledger.complaint(feedbackId)).toEqual(closed.find((one) => one !== undefined));
  });

  it('remembers what a kill left undone: the post to the desk, the word to whoever complained', async ({
    ledger,
    database,
  }) => {
    const taken = [];
    for (const deliveryKey of ['posted', 'unposted', 'untold']) {
      taken.push((await ledger.recordFeedback({ ...OUT_OF_DATE, deliveryKey })).feedbackId);
      database.clock.pass({ seconds: 1 });
    }
    const [posted = '', unposted = '', untold = ''] = taken;
    await ledger.recordComplaintPost(posted, { channel: 'CDESK', messageTs: '1700000002.000300' });
    await ledger.closeComplaint({ complaintId: untold, note: null, closedBy: 'UDESK' });
    await ledger.close();
    const restarted = await database.open();
    const undone = await restarted.unfinishedComplaints();
    expect(undone.unposted.map(({ id }) => id)).toEqual([unposted]);
    expect(undone.untold.map(({ id }) => id)).toEqual([untold]);
    await restarted.recordComplainerTold(untold);
    expect((await restarted.unfinishedComplaints()).untold).toEqual([]);
    expect(await restarted.complaint(posted)).toMatchObject({
      deskMessage: { channel: 'CDESK', messageTs: '1700000002.000300' },
    });
  });
});
