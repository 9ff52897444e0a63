import type { Kysely } from 'kysely';
import type { Question } from '../question.ts';
import { readQuestions } from '../read-questions.ts';
import { repeatOnce, transact } from '../repeat-once.ts';
import { storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';
import { MOST_WAITING_DAYS } from './forget-waiting.ts';
import type { WaitedFor, WaitingQuestion } from './waiting-question.ts';

/** At most so many at once; the rest comes with the next call. */
const HANDED_OUT = 200;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The questions that wait for facts which may be shown later. Nothing here is counted, exported or told. */
export interface Waiting {
  /**
   * Questions that were answered without being sure and of which `recordWaiting` has not said yet whether they wait,
   * oldest first; at most 200.
   */
  unsureQuestions(): Promise<readonly Question[]>;
  /** Records what an unsure question waits for, in place of what was recorded before. Without facts it never will. */
  recordWaiting(questionId: string, facts: readonly WaitedFor[]): Promise<void>;
  /** Ids of all facts that are waited for. */
  awaitedFacts(): Promise<readonly string[]>;
  /**
   * The questions that wait for any of some facts (200 ids at most), oldest first, with what they wait for; at most
   * 200, and those behind `after` where that is given. None is older than 90 days.
   */
  waitingFor(
    factIds: readonly string[],
    after?: Pick<Question, 'id' | 'askedAt'>,
  ): Promise<readonly WaitingQuestion[]>;
  /** The question waits no longer: for some facts, or for any. */
  endWaiting(questionId: string, factIds?: readonly string[]): Promise<void>;
}

/** The waiting questions of one database. */
export function createWaiting(database: Kysely<Tables>, now: () => Date): Waiting {
  return {
    async unsureQuestions() {
      const rows = await database
        .selectFrom('unsure_questions')
        .innerJoin('questions', 'questions.id', 'unsure_questions.question_id')
        .select('questions.id')
        .orderBy('questions.asked_at')
        .orderBy('questions.id')
        .limit(HANDED_OUT)
        .execute();
      return inOrder(
        database,
        rows.map(({ id }) => id),
      );
    },
    recordWaiting: (questionId, facts) => recordWaiting(database, questionId, facts),
    async awaitedFacts() {
      const rows = await database.selectFrom('waiting_questions').select('fact_id').distinct().execute();
      return rows.map(({ fact_id }) => fact_id).toSorted();
    },
    waitingFor: (factIds, after) => waitingFor(database, { factIds, after, at: now() }),
    async endWaiting(questionId, factIds) {
      const all = database.deleteFrom('waiting_questions').where('question_id', '=', questionId);
      const ending = factIds === undefined ? all : all.where('fact_id', 'in', factIds.map(storedText));
      await repeatOnce(() => ending.execute());
    },
  };
}

/** The questions with these ids, in their order. */
async function inOrder(database: Kysely<Tables>, ids: readonly string[]): Promise<readonly Question[]> {
  if (ids.length === 0) return [];
  const questions = await readQuestions(database, (query) => query.where('id', 'in', ids));
  return questions.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function recordWaiting(
  database: Kysely<Tables>,
  questionId: string,
  facts: readonly WaitedFor[],
): Promise<void> {
  return transact(database, async (transaction) => {
    await transaction.deleteFrom('unsure_questions').where('question_id', '=', questionId).execute();
    await transaction.deleteFrom('waiting_questions').where('question_id', '=', questionId).execute();
    const rows = facts.map(({ factId, factHash, because }) => ({
      question_id: questionId,
      fact_id: storedText(factId),
      fact_hash: factHash,
      because,
    }));
    if (rows.length === 0) return;
    await transaction
      .insertInto('waiting_questions')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

interface WaitingFor {
  readonly factIds: readonly string[];
  readonly after: Pick<Question, 'id' | 'askedAt'> | undefined;
  readonly at: Date;
}

async function waitingFor(
  database: Kysely<Tables>,
  selection: WaitingFor,
): Promise<readonly WaitingQuestion[]> {
  if (selection.factIds.length === 0) return [];
  const ids = await selectWaiting(database, selection);
  const questions = await inOrder(database, ids);
  if (questions.length === 0) return [];
  const rows = await database
    .selectFrom('waiting_questions')
    .selectAll()
    .where('question_id', 'in', ids)
    .orderBy('fact_id')
    .execute();
  return questions.map((question) => ({
    question,
    facts: rows
      .filter(({ question_id }) => question_id === question.id)
      .map(({ fact_id, fact_hash, because }) => ({ factId: fact_id, factHash: fact_hash, because })),
  }));
}

async function selectWaiting(
  database: Kysely<Tables>,
  { factIds, after, at }: WaitingFor,
): Promise<readonly string[]> {
  const oldest = new Date(at.getTime() - MOST_WAITING_DAYS * DAY_MS).toISOString();
  const all = database
    .selectFrom('waiting_questions')
    .innerJoin('questions', 'questions.id', 'waiting_questions.question_id')
    .select(['questions.id', 'questions.asked_at'])
    .distinct()
    .where('waiting_questions.fact_id', 'in', factIds.map(storedText))
    .where('questions.asked_at', '>=', oldest)
    .orderBy('questions.asked_at')
    .orderBy('questions.id')
    .limit(HANDED_OUT);
  const askedAt = after?.askedAt.toISOString();
  const selected =
    after === undefined || askedAt === undefined
      ? all
      : all.where((where) =>
          where.or([
            where('questions.asked_at', '>', askedAt),
            where.and([where('questions.asked_at', '=', askedAt), where('questions.id', '>', after.id)]),
          ]),
        );
  return (await selected.execute()).map(({ id }) => id);
}
