import { describe, expect } from 'vitest';
import type { NewReport } from '../../src/ledger/index.ts';
import { ledgerTest } from './ledger-test.ts';
import { databaseKinds } from './test-databases.ts';

const OUT_OF_DATE: NewReport = {
  eventKey: 'view-1',
  questionId: 'question-1',
  fact: { factId: 'un-civilian-mine-casualties', factHash: 'version-1' },
  givenBy: 'UADA',
  reason: 'out-of-date',
  line: 'The monitor has 2025 figures.',
};

describe.each(await databaseKinds())('reports $name', (kind) => {
  const it = ledgerTest(kind);
  it('shows the desk what is not right, with the version of the fact that was shown', async ({ ledger }) => {
    await ledger.recordReport(OUT_OF_DATE);
    expect(await ledger.openReports()).toMatchObject([
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

  it('takes a redelivered report for the one it has', async ({ database, ledger }) => {
    const other = await database.open();
    const results = await Promise.all([ledger.recordReport(OUT_OF_DATE), other.recordReport(OUT_OF_DATE)]);
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'repeated']);
    expect(await ledger.openReports()).toHaveLength(1);
  });

  it('lists reports oldest first, as many as asked for, and no praise among them', async ({
    database,
    ledger,
  }) => {
    const about = { questionId: 'question-1', fact: null, givenBy: 'UADA' };
    await ledger.recordHelpful({ ...about, eventKey: 'helpful' });
    for (const reason of ['wrong-fact', 'badly-worded', 'other'] as const) {
      await ledger.recordReport({ ...about, eventKey: reason, reason, line: null });
      database.clock.pass({ seconds: 1 });
    }
    const reports = await ledger.openReports(2);
    expect(reports.map(({ reason }) => reason)).toEqual(['wrong-fact', 'badly-worded']);
    expect(reports[0]).toMatchObject({ fact: null, line: null });
  });

  it('lets one desk member close a report, and gives the note for whoever sent it', async ({
    ledger,
    database,
  }) => {
    const { reportId } = await ledger.recordReport(OUT_OF_DATE);
    const other = await database.open();
    const by = (closedBy: string) => ({ reportId, note: 'Mended.', closedBy });
    const closed = await Promise.all([ledger.closeReport(by('UONE')), other.closeReport(by('UTWO'))]);
    expect(closed.filter((one) => one === undefined)).toHaveLength(1);
    expect(closed.find((one) => one !== undefined)).toMatchObject({
      id: reportId,
      givenBy: 'UADA',
      note: 'Mended.',
      closedAt: new Date('2026-03-02T09:00:00.000Z'),
    });
    expect(await ledger.openReports()).toEqual([]);
    expect(await ledger.report(reportId)).toEqual(closed.find((one) => one !== undefined));
  });

  it('remembers what a kill left undone: the post to the desk, the word to whoever sent it', async ({
    ledger,
    database,
  }) => {
    const taken = [];
    for (const eventKey of ['posted', 'unposted', 'untold']) {
      taken.push((await ledger.recordReport({ ...OUT_OF_DATE, eventKey })).reportId);
      database.clock.pass({ seconds: 1 });
    }
    const [posted = '', unposted = '', untold = ''] = taken;
    await ledger.recordReportPost(posted, { channel: 'CDESK', messageTs: '1700000002.000300' });
    await ledger.closeReport({ reportId: untold, note: null, closedBy: 'UDESK' });
    await ledger.close();
    const restarted = await database.open();
    const undone = await restarted.unfinishedReports();
    expect(undone.unposted.map(({ id }) => id)).toEqual([unposted]);
    expect(undone.untold.map(({ id }) => id)).toEqual([untold]);
    await restarted.recordReportTold(untold);
    expect((await restarted.unfinishedReports()).untold).toEqual([]);
    expect(await restarted.report(posted)).toMatchObject({
      deskMessage: { channel: 'CDESK', messageTs: '1700000002.000300' },
    });
  });
});
