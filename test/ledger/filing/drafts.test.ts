import { describe, expect } from 'vitest';
import type { Draft, Ledger } from '../../../src/ledger/index.ts';
import { ledgerTest } from '../ledger-test.ts';
import { newQuestion } from '../sample-questions.ts';
import { databaseKinds } from '../test-databases.ts';

const FACT = {
  kind: 'statement',
  text: 'The 7th brigade did.',
  title: 'A call',
  accessed: '2026-03-02',
  topics: ['Kherson'],
  askedAs: ['Who cleared Kherson?'],
} as const;
const SIGNATURE = { factId: 'kherson-1', sheet: 'desk/2026-03.md', checkedBy: 'Bo and Cy, 2 March 2026' };

describe.each(await databaseKinds())('drafts of facts $name', (kind) => {
  const it = ledgerTest(kind);

  async function write(ledger: Ledger, eventKey = 'view 1', groupId = 'group'): Promise<Draft> {
    const kept = await ledger.keepDraft({ eventKey, draftId: null, groupId, fact: FACT, writtenBy: 'UBO' });
    if (!('draft' in kept)) throw new Error('The draft was not kept.');
    return kept.draft;
  }

  const sign = (ledger: Ledger, { id, version }: Draft, by: string, mayBeWriter = false) =>
    ledger.signDraft({ draftId: id, version, by, mayBeWriter, ...SIGNATURE });

  it('are kept as they were written, once for each event', async ({ database, ledger }) => {
    const draft = await write(ledger);
    expect(draft).toMatchObject({
      version: 1,
      state: 'drafted',
      fact: FACT,
      writtenBy: 'UBO',
      groupId: 'group',
    });
    database.clock.pass({ minutes: 1 });
    expect(await write(ledger)).toEqual(draft);
    expect(await ledger.draft(draft.id)).toEqual(draft);
    expect(await ledger.draftsFor('group')).toEqual([draft]);
    expect(await ledger.draft('none')).toBeUndefined();
  });

  it('are signed by somebody else than their writer, once', async ({ database, ledger }) => {
    const draft = await write(ledger);
    expect(await sign(ledger, draft, 'UBO')).toBeUndefined();
    const other = await database.open();
    const signed = await Promise.all([sign(ledger, draft, 'UCY'), sign(other, draft, 'UDI')]);
    expect(signed.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await ledger.draft(draft.id)).toMatchObject({ state: 'signed', ...SIGNATURE, fact: FACT });
    expect(await sign(ledger, draft, 'UEM')).toBeUndefined();
  });

  it('are signed by their writer alone where that is allowed', async ({ ledger }) => {
    expect(await sign(ledger, await write(ledger), 'UBO', true)).toMatchObject({ signedBy: 'UBO' });
  });

  it('are not signed in a version that nobody has read', async ({ ledger }) => {
    const draft = await write(ledger);
    const change = { eventKey: 'view 2', draftId: draft.id, groupId: 'group', writtenBy: 'UBO' };
    const changed = await ledger.keepDraft({ ...change, fact: { ...FACT, text: 'The 8th did.' } });
    expect(changed).toMatchObject({ kind: 'kept', draft: { version: 2, fact: { text: 'The 8th did.' } } });
    expect(await ledger.keepDraft({ ...change, fact: FACT })).toMatchObject({
      kind: 'repeated',
      draft: { version: 2, fact: { text: 'The 8th did.' } },
    });
    expect(await sign(ledger, draft, 'UCY')).toBeUndefined();
    expect(await sign(ledger, { ...draft, version: 2 }, 'UCY')).toMatchObject({ state: 'signed' });
    expect(await ledger.keepDraft({ ...change, eventKey: 'view 3', fact: FACT })).toEqual({ kind: 'gone' });
  });

  it('are sent back with a note, changed, and signed then', async ({ ledger }) => {
    const draft = await write(ledger);
    const back = { draftId: draft.id, version: 1, by: 'UCY', note: 'Which brigade?' };
    expect(await ledger.sendBackDraft(back)).toMatchObject({
      state: 'sent-back',
      sentBackBy: 'UCY',
      note: back.note,
    });
    expect(await ledger.sendBackDraft(back)).toBeUndefined();
    expect(await sign(ledger, draft, 'UCY')).toBeUndefined();
    const change = { eventKey: 'view 2', draftId: draft.id, groupId: 'group', fact: FACT, writtenBy: 'UBO' };
    await ledger.keepDraft(change);
    expect(await sign(ledger, { ...draft, version: 2 }, 'UCY')).toMatchObject({ note: null });
  });

  it('remember what a kill left undone: the post, the sheet, those who asked', async ({
    database,
    ledger,
  }) => {
    const draft = await write(ledger);
    expect(await ledger.unfinishedDrafts()).toMatchObject({ unposted: [draft], unfiled: [], untold: [] });
    const POST = { channel: 'CDESK', messageTs: '1.2' };
    await ledger.recordDraftPost(draft.id, POST);
    await sign(ledger, draft, 'UCY');
    await ledger.recordTrouble(draft.id, 'the disk is full');
    await ledger.close();
    const restarted = await database.open();
    expect(await restarted.unfinishedDrafts()).toMatchObject({
      unposted: [],
      unfiled: [{ id: draft.id, deskMessage: POST, trouble: 'the disk is full' }],
    });
    await restarted.recordFiled(draft.id);
    expect(await restarted.unfinishedDrafts()).toMatchObject({
      unfiled: [],
      untold: [{ id: draft.id, fact: FACT, trouble: null, factId: SIGNATURE.factId }],
    });
    await restarted.recordDraftTold(draft.id);
    expect((await restarted.unfinishedDrafts()).untold).toEqual([]);
    // What happened is not undone by what comes late.
    await restarted.recordFiled(draft.id);
    expect(await restarted.draft(draft.id)).toMatchObject({ state: 'told', fact: null });
  });

  it('keep words that no database can: NUL and half a character', async ({ ledger }) => {
    const fact = { ...FACT, text: 'a\0b\uD800c' };
    const kept = await ledger.keepDraft({
      eventKey: 'e',
      draftId: null,
      groupId: 'g',
      fact,
      writtenBy: 'UBO',
    });
    expect(kept).toMatchObject({ kind: 'kept' });
    expect((await ledger.draftsFor('g'))[0]?.fact?.text).toBeDefined();
  });

  it('are not changed from a version that is another by now', async ({ ledger }) => {
    const { id, version } = await write(ledger);
    const change = { draftId: id, version, groupId: 'group', fact: FACT, writtenBy: 'UCY', leftOut: ['q1'] };
    expect(await ledger.keepDraft({ ...change, eventKey: 'a' })).toMatchObject({ kind: 'kept' });
    expect(await ledger.keepDraft({ ...change, eventKey: 'b' })).toEqual({ kind: 'changed' });
    expect(await ledger.keepDraft({ ...change, eventKey: 'a' })).toMatchObject({ kind: 'repeated' });
    expect(await ledger.draft(id)).toMatchObject({ version: 2, leftOut: ['q1'] });
  });

  it('lose a person who is erased, and what that person asked', async ({ ledger }) => {
    const { questionId } = await ledger.acceptQuestion(
      newQuestion({ words: 'Who  cleared KHERSON?', askedBy: 'UADA' }),
    );
    const asked = await ledger.askDesk({ eventKey: 'p', questionId, askedBy: 'UADA', meaning: 'm' });
    const groupId = 'deskQuestion' in asked ? asked.deskQuestion.groupId : '';
    const draft = await write(ledger, 'view', groupId);
    await sign(ledger, draft, 'UCY');
    await ledger.erasePerson('UADA');
    expect((await ledger.draft(draft.id))?.fact).toMatchObject({ text: FACT.text, askedAs: [] });
    expect((await ledger.erasePerson('UBO')).counts).toMatchObject({ drafts: 1 });
    expect(await ledger.draft(draft.id)).toMatchObject({ writtenBy: null, signedBy: 'UCY', checkedBy: null });
  });

  it('are dropped with the private questions that they were to answer', async ({ database, ledger }) => {
    const { questionId } = await ledger.acceptQuestion(newQuestion({ words: 'Who cleared Kherson?' }));
    const asked = await ledger.askDesk({ eventKey: 'p', questionId, askedBy: 'UADA', meaning: 'm' });
    const groupId = 'deskQuestion' in asked ? asked.deskQuestion.groupId : '';
    const open = await write(ledger, 'view 1', groupId);
    const signed = await write(ledger, 'view 2', groupId);
    await sign(ledger, signed, 'UCY');
    const elsewhere = await write(ledger, 'view 3', 'another');
    database.clock.pass({ days: 31 });
    await ledger.forgetOldWords(30);
    expect(await ledger.draft(open.id)).toMatchObject({ state: 'dropped', fact: null });
    expect(await ledger.draft(signed.id)).toMatchObject({ state: 'signed', fact: { askedAs: [] } });
    expect(await ledger.draft(elsewhere.id)).toMatchObject({ state: 'drafted' });
    expect(await ledger.draftsFor(groupId)).toHaveLength(1);
  });
});
