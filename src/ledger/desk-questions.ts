import type { Kysely } from 'kysely';
import { askDesk } from './ask-desk.ts';
import { newCallId } from './call-id.ts';
import type {
  AskedDesk,
  DeskClosing,
  DeskQuestion,
  DeskRequest,
  MessageRef,
  UnfinishedDeskWork,
} from './desk-question.ts';
import { readDeskQuestions, toDeskQuestion } from './read-desk-questions.ts';
import { storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** The questions put to the desk. */
export interface DeskQuestions {
  /**
   * Puts a question to the desk, once for each asker and meaning: a repeat is counted, a redelivery changes nothing.
   */
  askDesk(request: DeskRequest): Promise<AskedDesk>;
  /** Records the message in the desk channel. */
  recordDeskPost(deskQuestionId: string, message: MessageRef): Promise<void>;
  /** Closes an open question, for one caller only; undefined when it is closed already, or unknown. */
  closeDeskQuestion(closing: DeskClosing): Promise<DeskQuestion | undefined>;
  /** Records that the asker was told how the desk closed it. */
  recordAskerTold(deskQuestionId: string): Promise<void>;
  /** Undefined when there is no such question. */
  deskQuestion(deskQuestionId: string): Promise<DeskQuestion | undefined>;
  /** Oldest first, so that none is overlooked. @default limit 20 */
  openDeskQuestions(limit?: number): Promise<readonly DeskQuestion[]>;
  /** How many are open. */
  countOpenDeskQuestions(): Promise<number>;
  /** What to make up for after a restart. Claim each before acting when several copies of the bot run. */
  unfinishedDeskWork(): Promise<UnfinishedDeskWork>;
}

/** The desk's questions of one database. */
export function createDeskQuestions(database: Kysely<Tables>, now: () => Date): DeskQuestions {
  return {
    askDesk: (request) => askDesk(database, request, now()),
    async recordDeskPost(deskQuestionId, { channel, messageTs }) {
      await database
        .updateTable('desk_questions')
        .set({ desk_channel: channel, desk_message_ts: messageTs })
        .where('id', '=', deskQuestionId)
        .execute();
    },
    closeDeskQuestion: (closing) => closeDeskQuestion(database, closing, now()),
    async recordAskerTold(deskQuestionId) {
      await database
        .updateTable('desk_questions')
        .set({ asker_told_at: now().toISOString() })
        .where('id', '=', deskQuestionId)
        .execute();
    },
    async deskQuestion(deskQuestionId) {
      const [found] = await readDeskQuestions(database, (query) => query.where('id', '=', deskQuestionId));
      return found;
    },
    openDeskQuestions: (limit = 20) =>
      readDeskQuestions(database, (query) => query.where('state', '=', 'open').limit(limit)),
    async countOpenDeskQuestions() {
      const counted = await database
        .selectFrom('desk_questions')
        .select(({ fn }) => fn.countAll<number | string>().as('open'))
        .where('state', '=', 'open')
        .executeTakeFirst();
      return Number(counted?.open ?? 0);
    },
    unfinishedDeskWork: () => unfinishedDeskWork(database),
  };
}

async function closeDeskQuestion(
  database: Kysely<Tables>,
  closing: DeskClosing,
  at: Date,
): Promise<DeskQuestion | undefined> {
  const { deskQuestionId, state, note, closedBy } = closing;
  const call_id = newCallId();
  const closed = await database
    .updateTable('desk_questions')
    .set({
      state,
      note: note === null ? null : storedText(note),
      closed_by: closedBy,
      closed_at: at.toISOString(),
      open_key: null,
      call_id,
    })
    .where('id', '=', deskQuestionId)
    // Closed by this very call, when it is repeated.
    .where((where) => where.or([where('state', '=', 'open'), where('call_id', '=', call_id)]))
    .returningAll()
    .executeTakeFirst();
  return closed === undefined ? undefined : toDeskQuestion(closed);
}

async function unfinishedDeskWork(database: Kysely<Tables>): Promise<UnfinishedDeskWork> {
  const unposted = await readDeskQuestions(database, (query) =>
    query.where('state', '=', 'open').where('desk_message_ts', 'is', null),
  );
  const untold = await readDeskQuestions(database, (query) =>
    query
      .where('state', 'in', ['answered', 'wont-answer'])
      .where('asker_told_at', 'is', null)
      .where('asked_by', 'is not', null),
  );
  return { unposted, untold };
}
