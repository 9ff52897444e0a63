import type { Kysely } from 'kysely';
import type { MessageRef } from '../desk-question.ts';
import { type KeptVersion, wordsOf } from '../read-versions.ts';
import type { FactVersion, ShownWords } from '../shown-fact.ts';
import { storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';
import { addRows, decideRecall } from './decide-recall.ts';
import { closeMoot, openRecall, outdate } from './open-recall.ts';
import { type Concerned, readOutstanding } from './outstanding.ts';
import { readRecalls } from './read-recalls.ts';
import type { DecidedRecall, FoundChange, OpenedRecall, Recall, RecallDecision } from './recall.ts';
import { readUnseen, recordSeen } from './recall-acknowledgements.ts';
import { readProgress, readReceipt } from './recall-receipt.ts';
import type { RecallProgress, RecallRow, RecallRowResult } from './recall-row.ts';
import { finishRecall, finishRow, giveRowBack, type TakenRows, takeRows } from './recall-work.ts';

/** How far an old version of a fact has spread. */
export interface OldVersionReach {
  /** The version that was shown last; null where none is outstanding. */
  readonly lastShown: FactVersion | null;
  /** Messages that show it, by the channel that they stand in. */
  readonly copiesIn: ReadonlyMap<string, number>;
  /** People who got it and are known. */
  readonly people: number;
  /** How often a workflow was given it. */
  readonly workflows: number;
}

/** Changes of facts that were shown, and what became of all who got them. */
export interface Recalls {
  /** Versions that were shown, in pages: by id, then version, from behind `after` on. */
  shownVersions(page: {
    readonly after: FactVersion | null;
    readonly limit: number;
  }): Promise<readonly KeptVersion[]>;
  /** How many still have another version than the one that stands now, of which the desk has not decided. */
  reachOfOld(concerned: Concerned): Promise<OldVersionReach>;
  /** What was shown of a version; null where its words are not kept. */
  keptWords(version: FactVersion): Promise<ShownWords | null>;
  openRecall(found: FoundChange): Promise<OpenedRecall>;
  /** Recalls that count as long as their fact stays as it is: open, running, and decided ones. */
  standingRecalls(): Promise<readonly Recall[]>;
  /**
   * The fact was seen in another state: a running recall ends there, and a decision settles nothing any more. Gives
   * what the recall came to be.
   */
  outdateRecall(recall: Recall): Promise<Recall>;
  /** Closes an open recall of a fact that reads again as it was shown; undefined when there is none. */
  closeMootRecall(factId: string): Promise<Recall | undefined>;
  /** Undefined when there is no such recall. */
  recall(number: number): Promise<Recall | undefined>;
  /** Oldest first. @default all of them */
  recalls(states?: readonly Recall['state'][]): Promise<readonly Recall[]>;
  /** Open ones without a card. Claim each before acting when several copies of the bot run. */
  unpostedRecalls(): Promise<readonly Recall[]>;
  recordRecallPost(number: number, message: MessageRef): Promise<void>;
  decideRecall(decision: RecallDecision): Promise<DecidedRecall>;
  /** Adds what went out since a running recall was decided. */
  addRecallRows(recall: Recall): Promise<void>;
  /** Takes rows that nobody has in hand, for one caller only; they come back after two minutes. */
  takeRecallRows(taken: TakenRows): Promise<readonly RecallRow[]>;
  giveRecallRowBack(id: string): Promise<void>;
  finishRecallRow(id: string, result: RecallRowResult): Promise<void>;
  /** Ends a running recall of which no row waits; true for one caller only. */
  finishRecall(number: number): Promise<boolean>;
  recallProgress(number: number): Promise<RecallProgress>;
  recallReceipt(number: number): Promise<readonly RecallRow[]>;
  /** Undefined where this person was told nothing by that recall. */
  recordRecallSeen(number: number, person: string): Promise<RecallRow | undefined>;
  unseenRecalls(told: { readonly toldBefore: Date; readonly limit: number }): Promise<readonly RecallRow[]>;
  recordRecallReminder(rowId: string): Promise<void>;
  /** Where a person's direct messages with the app stand; undefined where that is not known. */
  directMessagesOf(person: string): Promise<string | undefined>;
}

/** The recalls of one database. */
export function createRecalls(database: Kysely<Tables>, now: () => Date): Recalls {
  return {
    ...createRecallWork(database, now),
    shownVersions: ({ after, limit }) => readShownVersions(database, after, limit),
    reachOfOld: async (concerned) => reachOf(await readOutstanding(database, concerned)),
    async keptWords({ factId, factHash }) {
      const row = await database
        .selectFrom('fact_versions')
        .selectAll()
        .where('fact_id', '=', storedText(factId))
        .where('fact_hash', '=', factHash)
        .executeTakeFirst();
      return row === undefined ? null : wordsOf(row);
    },
    openRecall: (found) => openRecall(database, found, now()),
    closeMootRecall: (factId) => closeMoot(database, factId, now()),
    standingRecalls: () =>
      readRecalls(database, (query) =>
        query.where('state', 'in', ['open', 'running', 'done', 'left']).where('is_past', '=', 0),
      ),
    outdateRecall: (recall) => outdate(database, recall, now()),
    async recall(number) {
      const [found] = await readRecalls(database, (query) => query.where('number', '=', number));
      return found;
    },
    recalls: (states) =>
      readRecalls(database, (query) => (states === undefined ? query : query.where('state', 'in', states))),
    unpostedRecalls: () =>
      readRecalls(database, (query) =>
        query.where('state', 'in', ['open', 'running']).where('desk_message_ts', 'is', null),
      ),
    async recordRecallPost(number, { channel, messageTs }) {
      await database
        .updateTable('recalls')
        .set({ desk_channel: channel, desk_message_ts: messageTs })
        .where('number', '=', number)
        .execute();
    },
    decideRecall: (decision) => decideRecall(database, decision, now()),
  };
}

function createRecallWork(
  database: Kysely<Tables>,
  now: () => Date,
): Omit<
  Recalls,
  | 'shownVersions'
  | 'reachOfOld'
  | 'keptWords'
  | 'openRecall'
  | 'standingRecalls'
  | 'outdateRecall'
  | 'closeMootRecall'
  | 'recall'
  | 'recalls'
  | 'unpostedRecalls'
  | 'recordRecallPost'
  | 'decideRecall'
> {
  return {
    addRecallRows: (recall) => addRows(database, recall),
    takeRecallRows: (taken) => takeRows(database, taken, now()),
    giveRecallRowBack: (id) => giveRowBack(database, id),
    finishRecallRow: (id, result) => finishRow(database, { id, result, at: now() }),
    finishRecall: (number) => finishRecall(database, number, now()),
    recallProgress: (number) => readProgress(database, number),
    recallReceipt: (number) => readReceipt(database, number),
    recordRecallSeen: (number, person) => recordSeen(database, { number, person, at: now() }),
    unseenRecalls: (told) => readUnseen(database, told),
    async recordRecallReminder(rowId) {
      const reminded_at = now().toISOString();
      await database.updateTable('recall_rows').set({ reminded_at }).where('id', '=', rowId).execute();
    },
    async directMessagesOf(person) {
      const found = await database
        .selectFrom('direct_messages')
        .select('channel')
        .where('person', '=', person)
        .executeTakeFirst();
      return found?.channel;
    },
  };
}

async function readShownVersions(
  database: Kysely<Tables>,
  after: FactVersion | null,
  limit: number,
): Promise<readonly KeptVersion[]> {
  const all = database
    .selectFrom('fact_versions')
    .selectAll()
    .orderBy('fact_id')
    .orderBy('fact_hash')
    .limit(limit);
  const page =
    after === null
      ? all
      : all.where(({ or, and, eb }) =>
          or([
            eb('fact_id', '>', storedText(after.factId)),
            and([eb('fact_id', '=', storedText(after.factId)), eb('fact_hash', '>', after.factHash)]),
          ]),
        );
  return (await page.execute()).map((row) => ({
    factId: row.fact_id,
    factHash: row.fact_hash,
    firstShownAt: new Date(row.first_shown_at),
    words: wordsOf(row),
  }));
}

function reachOf(outstanding: Awaited<ReturnType<typeof readOutstanding>>): OldVersionReach {
  const copiesIn = new Map<string, number>();
  for (const { kind, channel } of outstanding)
    if (kind === 'copy' && channel !== null) copiesIn.set(channel, (copiesIn.get(channel) ?? 0) + 1);
  const people = outstanding.filter(({ kind, person }) => kind === 'person' && person !== null).length;
  const workflows = outstanding.filter(
    ({ kind, delivery }) => kind === 'person' && delivery === 'workflow-step',
  ).length;
  const last = outstanding.toSorted((one, other) => (one.shown_at < other.shown_at ? -1 : 1)).at(-1);
  const lastShown = last === undefined ? null : { factId: last.fact_id, factHash: last.fact_hash };
  return { lastShown, copiesIn, people, workflows };
}
