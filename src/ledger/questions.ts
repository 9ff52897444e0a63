import type { Kysely } from 'kysely';
import { newCallId } from './call-id.ts';
import { keepVersions } from './fact-versions.ts';
import { IDS_AT_ONCE, inHandSince } from './in-hand.ts';
import type { DecidedAnswer, NewQuestion, Question, ReplyFrame, UnansweredQuestion } from './question.ts';
import { readQuestions } from './read-questions.ts';
import { transact } from './repeat-once.ts';
import { dropFrames, keepFrames, readFrames } from './reply-frames/reply-frames.ts';
import { hashOf, storedText } from './stored-text.ts';
import type { Tables } from './tables.ts';
import { dropUnsure, noteUnsure } from './waiting/note-unsure.ts';

/** Whether the question is new, or one that is already in the ledger. Its id either way. */
export interface Accepted {
  readonly kind: 'accepted' | 'repeated';
  readonly questionId: string;
}

/** Who asked what, where, and what became of it. */
export interface Questions {
  /**
   * Records a question before it is answered: `accepted` for one caller only, `repeated` for every redelivery.
   * From then on it is answered, or it is handed out by `takeUnanswered`, whatever happens to the process.
   */
  acceptQuestion(question: NewQuestion): Promise<Accepted>;
  /**
   * Records what is about to be replied, with the words of its facts; `recordDelivery` says that it was. A second call
   * replaces the first.
   */
  recordAnswer(questionId: string, answer: DecidedAnswer): Promise<void>;
  /**
   * Hands out the questions asked since then that have no reply and are in nobody's hands, oldest first, each to one
   * caller only. A question is in hand for a minute, or as long as `keepInHand` says; one that fails again comes back
   * after that, and so does one whose caller never heard of it because its connection was lost. At most 200 at once:
   * the rest comes with the next call.
   */
  takeUnanswered(since: Date): Promise<readonly UnansweredQuestion[]>;
  /** Undefined when there is no such question. */
  question(questionId: string): Promise<Question | undefined>;
  /** What stands in each message of the reply to a question; empty where it is not kept. */
  replyFrames(questionId: string): Promise<readonly ReplyFrame[]>;
  /** The question that an event of Slack brought; undefined where it was not accepted. */
  questionOfEvent(eventKey: string): Promise<Question | undefined>;
  /** What this person last asked in this conversation since then, if its words are still known. */
  lastQuestion(where: {
    readonly askedBy: string;
    readonly channel: string;
    readonly thread: string | null;
    readonly since: Date;
  }): Promise<Question | undefined>;
  /** What this person asked, until then where that is given, newest first. @default limit 10 */
  questionsOf(askedBy: string, limit?: number, until?: Date): Promise<readonly Question[]>;
}

/** The questions of one database. */
export function createQuestions(database: Kysely<Tables>, now: () => Date): Questions {
  return {
    acceptQuestion: (question) => acceptQuestion(database, question, now()),
    recordAnswer: (questionId, answer) => recordAnswer(database, { questionId, ...answer, at: now() }),
    takeUnanswered: (since) => takeUnanswered(database, since, now()),
    question: (questionId) => readQuestion(database, questionId),
    replyFrames: async (questionId) => (await readFrames(database, [questionId])).get(questionId) ?? [],
    questionOfEvent: (eventKey) => readQuestion(database, hashOf(eventKey)),
    async lastQuestion({ askedBy, channel, thread, since }) {
      const [question] = await readQuestions(database, (query) =>
        query
          .where('asked_by', '=', askedBy)
          .where('channel', '=', channel)
          .where('thread', thread === null ? 'is' : '=', thread)
          .where('asked_at', '>=', since.toISOString())
          .where('words', 'is not', null)
          .limit(1),
      );
      return question;
    },
    questionsOf: (askedBy, limit = 10, until) =>
      readQuestions(database, (query) => {
        const asked = query.where('asked_by', '=', askedBy).limit(limit);
        return until === undefined ? asked : asked.where('asked_at', '<=', until.toISOString());
      }),
  };
}

async function readQuestion(database: Kysely<Tables>, id: string): Promise<Question | undefined> {
  const [question] = await readQuestions(database, (query) => query.where('id', '=', id));
  return question;
}

async function acceptQuestion(database: Kysely<Tables>, question: NewQuestion, at: Date): Promise<Accepted> {
  const id = hashOf(question.eventKey);
  const call_id = newCallId();
  const written = await database
    .insertInto('questions')
    .values({
      id,
      asked_by: question.askedBy,
      team: question.team,
      channel: question.channel,
      thread: question.thread,
      surface: question.surface,
      words: storedText(question.words),
      is_private: question.isPrivate ? 1 : 0,
      reply_address: question.replyAddress,
      asked_at: at.toISOString(),
      taken_at: at.toISOString(),
      attempts: 1,
      outcome: null,
      decided_at: null,
      replied_at: null,
      decision: null,
      call_id,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ call_id }).where('questions.call_id', '=', call_id),
    )
    .returning('id')
    .executeTakeFirst();
  return { kind: written === undefined ? 'repeated' : 'accepted', questionId: id };
}

async function recordAnswer(
  database: Kysely<Tables>,
  answer: DecidedAnswer & { readonly questionId: string; readonly at: Date },
): Promise<void> {
  const { questionId, outcome, quoted, decision = null, frames = [], at } = answer;
  await transact(database, async (transaction) => {
    const decide = transaction
      .updateTable('questions')
      .set({ outcome, decided_at: at.toISOString(), decision })
      .where('id', '=', questionId);
    const { numUpdatedRows } = await decide.where('outcome', 'is', null).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) {
      await decide.execute();
      await transaction.deleteFrom('quoted_facts').where('question_id', '=', questionId).execute();
      await dropFrames(transaction, questionId);
      await dropUnsure(transaction, questionId);
    }
    const rows = quoted.map(({ factId, factHash, confidence = null }, position) => ({
      question_id: questionId,
      position,
      fact_id: storedText(factId),
      fact_hash: factHash,
      confidence,
    }));
    if (rows.length > 0) await transaction.insertInto('quoted_facts').values(rows).execute();
    await keepVersions(transaction, quoted, at);
    await keepFrames(transaction, questionId, frames);
    await noteUnsure(transaction, questionId, outcome);
  });
}

async function takeUnanswered(
  database: Kysely<Tables>,
  since: Date,
  at: Date,
): Promise<readonly UnansweredQuestion[]> {
  const free = inHandSince(at);
  const taken = await database
    .updateTable('questions')
    .set({ taken_at: at.toISOString() })
    // Asked again of each row as it is now: another copy may have taken or answered it since it was chosen.
    .where('taken_at', '<=', free)
    .where('replied_at', 'is', null)
    .where('id', 'in', (query) =>
      query
        .selectFrom('questions')
        .select('id')
        .where('replied_at', 'is', null)
        .where('asked_at', '>=', since.toISOString())
        .where('taken_at', '<=', free)
        .orderBy('asked_at')
        .limit(IDS_AT_ONCE),
    )
    .returning('id')
    .execute();
  if (taken.length === 0) return [];
  const ids = taken.map(({ id }) => id);
  const questions = await readQuestions(database, (query) => query.where('id', 'in', ids));
  return questions.toReversed().map((question) => ({ ...question, mayHaveReply: question.outcome !== null }));
}
