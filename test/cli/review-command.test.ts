import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { newQuestion, reply } from '../ledger/sample-questions.ts';
import { run } from './run.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const fact = (id: string, text: string, ...fields: readonly string[]) =>
  `## ${id}\n> ${text}\n\n- kind: statement\n${fields.map((field) => `- ${field}\n`).join('')}\n`;
const SHEET = createSheet(
  [
    fact(
      'berths',
      'The harbour has 14 berths.',
      'review by: 2026-11-01',
      'checked by: Ada Quill, 2026-11-20',
    ),
    fact(
      'ferries',
      'The harbour has 3 ferries.',
      'review by: 2026-11-01',
      'checked by: Ada Quill, 2026-10-31',
    ),
    fact('cranes', 'The harbour has 5 cranes.', 'review by: 2026-10', 'checked by: Ada Quill, 2026-10-01'),
    fact('tugs', 'The harbour has 2 tugs.', 'review by: 2020', 'status: withdrawn'),
  ].join(''),
);

/** Runs the command over the sheet; the bot has shown the facts that are named, each to so many people. */
async function review(shown: Readonly<Record<string, number>> | null, ...options: readonly string[]) {
  const [sheets, data] = [await createFolder({ 'a.md': SHEET }), await createFolder({})];
  if (shown !== null) {
    const ledger = await openLedger({ directory: data, now: () => NOW });
    for (const [factId, people] of Object.entries(shown))
      for (let person = 0; person < people; person++) {
        const { questionId } = await ledger.acceptQuestion(newQuestion({ askedBy: `U${person}` }));
        const messageTs = `17000000${person}.000100`;
        const facts = [{ factId, factHash: 'v1' }];
        const whose = { person: `U${person}`, seenBy: `U${person}` };
        await ledger.recordDelivery(reply(questionId, { facts, messageTs, ...whose }));
      }
    await ledger.close();
  }
  const env = { FACTDESK_FACTS: sheets, FACTDESK_DATA: data };
  const { stdout, stderr, exitCode } = await run(['review', ...options], { env, now: NOW });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return stdout.replaceAll(`${sheets}/`, '');
}

describe('factdesk review', () => {
  it('lists what is due by the damage that it may do, each figure shown', async () => {
    expect(await review({ ferries: 3 })).toBe(`2 of 3 facts are due for a review.

ferries (a.md:13)
  The harbour has 3 ferries.
  review was due 1 Nov 2026 · checked 31 Oct 2026
  3 copies × 3 people × 30 days = 270

cranes (a.md:20)
  The harbour has 5 cranes.
  review was due Oct 2026 · checked 1 Oct 2026
  0 copies × 0 people × 60 days = 0
`);
  });

  it('goes by the days alone where no bot ran yet, and says so', async () => {
    const text = await review(null);
    expect(text).toContain('There is no ledger yet that tells how far they spread: the days alone count.');
    expect(text.indexOf('cranes')).toBeLessThan(text.indexOf('ferries'));
    expect(text).toMatch(/checked 1 Oct 2026\n {2}60 days\n/);
    const { facts } = JSON.parse(await review(null, '--json'));
    expect(facts[0]).toMatchObject({ factId: 'cranes', copies: null, people: null, days: 60, damage: null });
  });

  it('gives all facts when asked to, and the same to programs and spreadsheets', async () => {
    const report = JSON.parse(await review({ cranes: 1 }, '--json', '--all'));
    expect(report).toMatchObject({ today: '2026-11-30', reviewAfterDays: null, onFile: 3 });
    expect(
      report.facts.map((each: Record<string, unknown>) => [each.factId, each.overdue, each.damage]),
    ).toEqual([
      ['cranes', true, 60],
      ['ferries', true, 0],
      ['berths', false, 0],
    ]);
    expect(report.facts[0]).toEqual({
      ...{ factId: 'cranes', file: 'a.md', line: 20, text: 'The harbour has 5 cranes.', reviewBy: '2026-10' },
      ...{ checkedBy: 'Ada Quill, 2026-10-01', due: '2026-10', overdue: true, lastChecked: '2026-10-01' },
      ...{ knownBy: 'checked by', snoozedUntil: null, copies: 1, people: 1, days: 60, damage: 60 },
    });
    const [head, first, ...rest] = (await review({ cranes: 1 }, '--csv')).split('\r\n');
    expect(head).toBe(
      'fact,file,line,due,overdue,last_checked,known_by,snoozed_until,copies,people,days,damage,text',
    );
    expect(first).toBe(
      'cranes,a.md,20,2026-10,true,2026-10-01,checked by,,1,1,60,60,The harbour has 5 cranes.',
    );
    expect(rest).toHaveLength(2);
  });

  it('says that nothing is due, and by what a fact would be', async () => {
    const sheets = await createFolder({ 'a.md': createSheet(fact('a', 'The harbour is open.')) });
    const env = { FACTDESK_FACTS: sheets, FACTDESK_DATA: await createFolder({}) };
    const { stdout } = await run(['review'], { env, now: NOW });
    expect(stdout).toMatch(/^None of 1 fact is due for a review\.\n.*"review by".*REVIEW_AFTER_DAYS/);
    const asked = await run(['review'], { env: { ...env, REVIEW_AFTER_DAYS: '365' }, now: NOW });
    expect(asked.stdout).toContain(
      'review was due 1 Oct 2025 · nobody recorded a check; published 1 Oct 2024',
    );
  });

  it('lists the facts of sound sheets beside broken ones, and ends with 1', async () => {
    const sheets = await createFolder({ 'a.md': SHEET, 'b.md': 'no head' });
    const env = { FACTDESK_FACTS: sheets, FACTDESK_DATA: await createFolder({}) };
    const { stdout, stderr, exitCode } = await run(['review'], { env, now: NOW });
    expect(stdout).toContain('cranes');
    expect(stderr).toBe(
      '1 problem in the sheets: what they concern may be missing here. "factdesk check" tells them.\n',
    );
    expect(exitCode).toBe(1);
  });
});
