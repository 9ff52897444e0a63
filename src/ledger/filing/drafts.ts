import { type Kysely, sql } from 'kysely';
import { newCallId } from '../call-id.ts';
import type { MessageRef } from '../desk-question.ts';
import { repeatOnce } from '../repeat-once.ts';
import { hashOf, storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';
import type { Draft, DraftWriting, KeptDraft, SendingBack, Signature, UnfinishedDrafts } from './draft.ts';
import type { DraftRow } from './draft-row.ts';
import { readDrafts, toDraft } from './read-drafts.ts';

/** Facts that the desk writes, until they stand in a sheet and those who asked are told. */
export interface Drafts {
  /** Keeps a new draft, or a new version of one that nobody has signed. */
  keepDraft(writing: DraftWriting): Promise<KeptDraft>;
  /** Undefined when there is no such draft. */
  draft(draftId: string): Promise<Draft | undefined>;
  /** Drafts for these questions that nobody has dropped, oldest first. */
  draftsFor(groupId: string): Promise<readonly Draft[]>;
  /** Records the message in the desk channel. */
  recordDraftPost(draftId: string, message: MessageRef): Promise<void>;
  /**
   * Signs the version that somebody read, for one caller only; undefined when it is another by now, was signed or sent
   * back, or is by whoever signs.
   */
  signDraft(signature: Signature): Promise<Draft | undefined>;
  /** Sends it back to its writer; undefined as with `signDraft`, but that a writer may. */
  sendBackDraft(back: SendingBack): Promise<Draft | undefined>;
  /** It stands in its sheet. */
  recordFiled(draftId: string): Promise<void>;
  /** Why it could not be written into its sheet, or is not in use though it was; null where it is in use again. */
  recordTrouble(draftId: string, trouble: string | null): Promise<void>;
  /** Everybody whose question it answers is to be told: its words are known from the sheet, and go. */
  recordDraftTold(draftId: string): Promise<void>;
  /** What to make up for after a restart. */
  unfinishedDrafts(): Promise<UnfinishedDrafts>;
}

/** The drafts of one database. */
export function createDrafts(database: Kysely<Tables>, now: () => Date): Drafts {
  const change = (draftId: string, values: Partial<DraftRow>) =>
    database.updateTable('drafts').set(values).where('id', '=', draftId);
  return {
    keepDraft: (writing) => keepDraft(database, writing, now()),
    async draft(draftId) {
      const [found] = await readDrafts(database, (query) => query.where('id', '=', draftId));
      return found;
    },
    draftsFor: (groupId) =>
      readDrafts(database, (query) => query.where('group_id', '=', groupId).where('state', '!=', 'dropped')),
    async recordDraftPost(draftId, { channel, messageTs }) {
      await change(draftId, { desk_channel: channel, desk_message_ts: messageTs }).execute();
    },
    signDraft: (signature) => signDraft(database, signature, now()),
    sendBackDraft: (back) => sendBackDraft(database, back),
    async recordFiled(draftId) {
      await change(draftId, { state: 'filed', trouble: null }).where('state', '=', 'signed').execute();
    },
    async recordTrouble(draftId, trouble) {
      await change(draftId, { trouble: trouble === null ? null : storedText(trouble) })
        .where('state', 'in', ['signed', 'filed'])
        .execute();
    },
    async recordDraftTold(draftId) {
      await change(draftId, { state: 'told', fields: null, trouble: null })
        .where('state', '=', 'filed')
        .execute();
    },
    async unfinishedDrafts() {
      const [unposted, unfiled, untold] = await Promise.all([
        readDrafts(database, (query) =>
          query.where('state', 'in', ['drafted', 'signed']).where('desk_message_ts', 'is', null),
        ),
        readDrafts(database, (query) => query.where('state', '=', 'signed').where('fields', 'is not', null)),
        readDrafts(database, (query) => query.where('state', '=', 'filed')),
      ]);
      return { unposted, unfiled, untold };
    },
  };
}

async function keepDraft(database: Kysely<Tables>, writing: DraftWriting, at: Date): Promise<KeptDraft> {
  const { eventKey, groupId, fact, leftOut = [], version, writtenBy } = writing;
  const version_key = hashOf('draft', eventKey);
  const id = writing.draftId ?? version_key;
  const words = {
    ...{ version_key, state: 'drafted' as const, fields: storedText(JSON.stringify({ ...fact, leftOut })) },
    ...{ written_by: writtenBy, written_at: at.toISOString(), sent_back_by: null, note: null },
  };
  const row = await repeatOnce(() =>
    writing.draftId === null
      ? database
          .insertInto('drafts')
          .values({ id, group_id: groupId, version: 1, ...NOT_SIGNED, ...words })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst()
      : database
          .updateTable('drafts')
          .set({ ...words, version: sql<number>`version + 1` })
          .where('id', '=', id)
          .where('state', 'in', ['drafted', 'sent-back'])
          .where('version_key', '!=', version_key)
          .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
          .returningAll()
          .executeTakeFirst(),
  );
  if (row !== undefined) return { kind: 'kept', draft: toDraft(row) };
  const [before] = await readDrafts(database, (query) =>
    query.where('id', '=', id).where('version_key', '=', version_key),
  );
  if (before !== undefined) return { kind: 'repeated', draft: before };
  const [now] = await readDrafts(database, (query) => query.where('id', '=', id));
  return { kind: now?.state === 'drafted' || now?.state === 'sent-back' ? 'changed' : 'gone' };
}

const NOT_SIGNED = {
  ...{ signed_by: null, signed_at: null, checked_by: null, fact_id: null, sheet: null, trouble: null },
  ...{ desk_channel: null, desk_message_ts: null, call_id: null },
} as const;

async function signDraft(
  database: Kysely<Tables>,
  { draftId, version, by, mayBeWriter, factId, sheet, checkedBy }: Signature,
  at: Date,
): Promise<Draft | undefined> {
  const call_id = newCallId();
  const signed = await database
    .updateTable('drafts')
    .set({
      ...{ state: 'signed', signed_by: by, signed_at: at.toISOString(), call_id },
      ...{ fact_id: factId, sheet: storedText(sheet), checked_by: storedText(checkedBy) },
    })
    .where('id', '=', draftId)
    .where((where) =>
      where.or([
        // Signed by this very call, when it is repeated.
        where('call_id', '=', call_id),
        where.and([
          where('state', '=', 'drafted'),
          where('version', '=', version),
          ...(mayBeWriter
            ? []
            : [where.or([where('written_by', 'is', null), where('written_by', '!=', by)])]),
        ]),
      ]),
    )
    .returningAll()
    .executeTakeFirst();
  return signed === undefined ? undefined : toDraft(signed);
}

async function sendBackDraft(
  database: Kysely<Tables>,
  { draftId, version, by, note }: SendingBack,
): Promise<Draft | undefined> {
  const call_id = newCallId();
  const back = await database
    .updateTable('drafts')
    .set({ state: 'sent-back', sent_back_by: by, note: storedText(note), call_id })
    .where('id', '=', draftId)
    .where((where) =>
      where.or([
        where('call_id', '=', call_id),
        where.and([where('state', '=', 'drafted'), where('version', '=', version)]),
      ]),
    )
    .returningAll()
    .executeTakeFirst();
  return back === undefined ? undefined : toDraft(back);
}
