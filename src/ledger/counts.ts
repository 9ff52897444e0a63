import type { Kysely } from 'kysely';
import type { DeskState } from './desk-question.ts';
import type { Outcome } from './question.ts';
import type { Rating } from './report.ts';
import type { Tables } from './tables.ts';
import { countSureAnswers, type SureAnswers } from './verdicts.ts';

/** How much the ledger holds. */
export interface LedgerCounts {
  /** By outcome; `undecided` has none yet. */
  readonly questions: Readonly<Record<Outcome | 'undecided', number>>;
  /** Facts shown: one message that shows two facts counts two. */
  readonly deliveries: number;
  readonly choices: number;
  readonly feedback: Readonly<Record<Rating, number>>;
  /** Answers given as sure, and how many of them somebody said to be wrong. */
  readonly sureAnswers: SureAnswers;
  readonly deskQuestions: Readonly<Record<DeskState, number>>;
}

/** Counts what one database holds, all at one moment. */
export function countLedger(database: Kysely<Tables>): Promise<LedgerCounts> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => ({
      questions: await countQuestions(transaction),
      deliveries: await countRows(transaction, 'deliveries'),
      choices: await countRows(transaction, 'choices'),
      feedback: await countFeedback(transaction),
      sureAnswers: await countSureAnswers(transaction),
      deskQuestions: await countDeskQuestions(transaction),
    }));
}

async function countQuestions(database: Kysely<Tables>): Promise<LedgerCounts['questions']> {
  const counts = { answer: 0, list: 0, choices: 0, none: 0, failed: 0, undecided: 0 };
  const rows = await database
    .selectFrom('questions')
    .select(({ fn }) => ['outcome', fn.countAll().as('rows')])
    .groupBy('outcome')
    .execute();
  for (const { outcome, rows: count } of rows) counts[outcome ?? 'undecided'] = Number(count);
  return counts;
}

async function countRows(database: Kysely<Tables>, table: 'deliveries' | 'choices'): Promise<number> {
  const { rows } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

async function countFeedback(database: Kysely<Tables>): Promise<LedgerCounts['feedback']> {
  const counts = { helpful: 0, 'wrong-fact': 0, 'out-of-date': 0, 'badly-worded': 0, other: 0 };
  const rows = await database
    .selectFrom('feedback')
    .select(({ fn }) => ['verdict', fn.countAll().as('rows')])
    .groupBy('verdict')
    .execute();
  for (const { verdict, rows: count } of rows) counts[verdict] = Number(count);
  return counts;
}

async function countDeskQuestions(database: Kysely<Tables>): Promise<LedgerCounts['deskQuestions']> {
  const counts = { open: 0, answered: 0, 'wont-answer': 0, lapsed: 0 };
  const rows = await database
    .selectFrom('desk_questions')
    .select(({ fn }) => ['state', fn.countAll().as('rows')])
    .groupBy('state')
    .execute();
  for (const { state, rows: count } of rows) counts[state] = Number(count);
  return counts;
}
