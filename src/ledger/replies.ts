import type { Kysely } from 'kysely';
import type { Question } from './question.ts';
import { readQuestions } from './read-questions.ts';
import type { Tables } from './tables.ts';

/** A place in Slack below which people go on talking. */
export interface ThreadPlace {
  readonly channel: string;
  /** Timestamp of the message that began the thread. */
  readonly thread: string;
}

/** What was replied before, for whoever asks about it. */
export interface Replies {
  /** What was asked in a thread, by anybody, newest first. @default limit 10 */
  questionsIn(place: ThreadPlace, limit?: number): Promise<readonly Question[]>;
  /**
   * The question whose reply is the message that began a thread, as one that was shared does; what it quotes is what
   * that message shows. Undefined where no reply of ours that everybody sees began it.
   */
  questionOfMessage(place: ThreadPlace): Promise<Question | undefined>;
  /** Ids of the close matches to a question that a person chose, the last choice first. */
  chosenBy(userId: string, questionId: string): Promise<readonly string[]>;
}

/** The replies of one database. */
export function createReplies(database: Kysely<Tables>): Replies {
  return {
    questionsIn: ({ channel, thread }, limit = 10) =>
      readQuestions(database, (query) =>
        query.where('thread', '=', thread).where('channel', '=', channel).limit(limit),
      ),
    async questionOfMessage({ channel, thread }) {
      const shown = await database
        .selectFrom('deliveries')
        .select(['question_id', 'fact_id', 'fact_hash'])
        .where('message_ts', '=', thread)
        .where('channel', '=', channel)
        .where('seen_by', 'is', null)
        .execute();
      const [first] = shown;
      if (first === undefined) return undefined;
      const [question] = await readQuestions(database, (query) => query.where('id', '=', first.question_id));
      const quoted = shown.map(({ fact_id: factId, fact_hash: factHash }) => ({ factId, factHash }));
      return question && { ...question, quoted };
    },
    async chosenBy(userId, questionId) {
      const rows = await database
        .selectFrom('choices')
        .select('fact_id')
        .where('question_id', '=', questionId)
        .where('chosen_by', '=', userId)
        .orderBy('chosen_at', 'desc')
        .execute();
      return rows.map(({ fact_id }) => fact_id);
    },
  };
}
