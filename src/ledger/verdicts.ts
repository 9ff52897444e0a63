import { type Kysely, sql } from 'kysely';
import type { Rating } from './report.ts';
import type { FactVersion } from './shown-fact.ts';
import type { Tables } from './tables.ts';

/** What people said of the first fact of a reply, or of the one that they chose from several. */
export interface Verdict {
  readonly questionId: string;
  /** Null once forgotten. */
  readonly words: string | null;
  /** The fact that it is about, as it stood then. */
  readonly fact: FactVersion;
  /** Whether it answers the question. */
  readonly answers: boolean;
  /** The fact that was quoted first, and the probability (0 to 1) that was claimed of it, where that was kept. */
  readonly first: FactVersion & { readonly confidence: number | null };
  /** Whether the first fact was given as the answer, not as a close match. */
  readonly wasAnswer: boolean;
  /** Fingerprint of the decision that claimed it; null where that was not kept. */
  readonly decision: string | null;
}

/** How many sure answers were given, and of how many somebody said that they are wrong. */
export interface SureAnswers {
  readonly given: number;
  readonly reported: number;
}

/** What the newsroom's judgement of replies tells of how sure the bot may be. */
export interface Verdicts {
  /** One for each question, the last, oldest first. */
  verdicts(): Promise<readonly Verdict[]>;
  /**
   * Counts sure answers since a moment (ISO 8601): those of which a decision claimed that they answer, and so no reply
   * that tells of the reply before it. Reported as wrong is one whose first fact somebody called wrong or not an
   * answer, or not right for a reason of their own; what is out of date or badly worded answers all the same.
   * @default since ever
   */
  sureAnswers(since?: string): Promise<SureAnswers>;
  /** Whether the desk was told of this once. */
  wasTold(key: string): Promise<boolean>;
  /** Records that it was, for ever. */
  recordTold(key: string): Promise<void>;
}

/** Out of date and badly worded are what the fact says, not whether it answers. */
const SAYS_WRONG: readonly Rating[] = ['wrong-fact', 'other'];
const SAYS_WHETHER: readonly Rating[] = ['helpful', ...SAYS_WRONG];

/** The verdicts in one database. */
export function createVerdicts(database: Kysely<Tables>, now: () => Date): Verdicts {
  return {
    verdicts: () => readVerdicts(database),
    sureAnswers: (since) => countSureAnswers(database, since),
    async wasTold(key) {
      const row = await database
        .selectFrom('notices')
        .select('key')
        .where('key', '=', key)
        .executeTakeFirst();
      return row !== undefined;
    },
    async recordTold(key) {
      await database
        .insertInto('notices')
        .values({ key, told_at: now().toISOString() })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    },
  };
}

interface VerdictRow {
  readonly question_id: string;
  readonly words: string | null;
  readonly fact_id: string;
  readonly fact_hash: string;
  readonly rating: Rating | 'chosen';
  readonly first_id: string;
  readonly first_hash: string;
  readonly confidence: number | null;
  readonly outcome: string | null;
  readonly decision: string | null;
}

async function readVerdicts(database: Kysely<Tables>): Promise<readonly Verdict[]> {
  const { rows } = await sql<VerdictRow>`
    select v.question_id, q.words, coalesce(v.fact_id, f.fact_id) as fact_id,
      coalesce(v.fact_hash, f.fact_hash) as fact_hash, v.rating, f.fact_id as first_id, f.fact_hash as first_hash,
      f.confidence, q.outcome, q.decision
    from (
      select question_id, fact_id, fact_hash, verdict as rating, given_at as at from feedback
        where verdict in (${sql.join(SAYS_WHETHER)})
      union all
      select question_id, fact_id, null as fact_hash, 'chosen' as rating, chosen_at as at from choices
    ) v
    join questions q on q.id = v.question_id
    join quoted_facts f on f.question_id = v.question_id and f.position = 0
    order by v.at, v.question_id`.execute(database);
  const last = new Map(rows.map((row) => [row.question_id, row]));
  return [...last.values()].map((row) => ({
    questionId: row.question_id,
    words: row.words,
    fact: { factId: row.fact_id, factHash: row.fact_hash },
    answers: row.rating === 'helpful' || row.rating === 'chosen',
    first: { factId: row.first_id, factHash: row.first_hash, confidence: row.confidence },
    wasAnswer: row.outcome === 'answer',
    decision: row.decision,
  }));
}

/** Counts sure answers since a moment (ISO 8601), and those that somebody said to be wrong. */
export async function countSureAnswers(database: Kysely<Tables>, since = ''): Promise<SureAnswers> {
  const answers = database
    .selectFrom('questions')
    .where('outcome', '=', 'answer')
    .where('decision', 'is not', null)
    .where('decided_at', '>=', since);
  const given = await answers.select(({ fn }) => fn.countAll().as('rows')).executeTakeFirstOrThrow();
  const reported = await answers
    .where('id', 'in', (query) =>
      query
        .selectFrom('feedback')
        .innerJoin('quoted_facts', 'quoted_facts.question_id', 'feedback.question_id')
        .select('feedback.question_id')
        .where('quoted_facts.position', '=', 0)
        .where('feedback.verdict', 'in', SAYS_WRONG)
        .where((where) =>
          where.or([
            where('feedback.fact_id', 'is', null),
            where('feedback.fact_id', '=', where.ref('quoted_facts.fact_id')),
          ]),
        ),
    )
    .select(({ fn }) => fn.countAll().as('rows'))
    .executeTakeFirstOrThrow();
  return { given: Number(given.rows), reported: Number(reported.rows) };
}
