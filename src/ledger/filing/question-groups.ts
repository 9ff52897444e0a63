import type { Kysely } from 'kysely';
import { newCallId } from '../call-id.ts';
import type { DeskClosing, DeskQuestion } from '../desk-question.ts';
import { readDeskQuestions, toDeskQuestion } from '../read-desk-questions.ts';
import { repeatOnce, transact } from '../repeat-once.ts';
import type { FactVersion } from '../shown-fact.ts';
import { hashOf, storedText } from '../stored-text.ts';
import type { Tables } from '../tables.ts';

/** A fact that was not on file when it was asked for answers a question to the desk. */
export interface AnswerByFact {
  readonly deskQuestionId: string;
  readonly factId: string;
  /** Who of the desk signed it, or sent it. */
  readonly answeredBy: string;
}

/** Questions to the desk that mean the same: each group has one card, and one answer. */
export interface QuestionGroups {
  /** All questions of a group, also those that are closed, oldest first. */
  questionsOfGroup(groupId: string): Promise<readonly DeskQuestion[]>;
  /**
   * Has the questions of one group join another. Their post in the desk channel is that of the other from then on.
   * False, and nothing is changed, where none of the other is open any more.
   */
  mergeGroups(from: string, into: string): Promise<boolean>;
  /**
   * Makes some open questions a group of their own, which has no post yet, and gives its id. The event has the same key
   * for every redelivery.
   */
  splitGroup(deskQuestionIds: readonly string[], eventKey: string): Promise<string>;
  /** Closes the open questions of a group with one note, each for one caller only. */
  closeGroup(closing: DeskClosing): Promise<readonly DeskQuestion[]>;
  /** A fact answers an open question; undefined when it is closed already, or unknown. */
  answerDeskQuestion(answer: AnswerByFact): Promise<DeskQuestion | undefined>;
  /** Opens a question again whose answer went before anybody was told. */
  reopenDeskQuestion(deskQuestionId: string): Promise<void>;
  /** The questions that a fact answered, oldest first. */
  answeredBy(factId: string): Promise<readonly DeskQuestion[]>;
  /** Notes which fact may answer a group, or that none does. */
  proposeFact(groupId: string, fact: FactVersion | null): Promise<void>;
}

/** The groups of one database. */
export function createQuestionGroups(database: Kysely<Tables>, now: () => Date): QuestionGroups {
  const ofGroup = (groupId: string) =>
    database.updateTable('desk_questions').where('group_id', '=', groupId).where('state', '=', 'open');
  return {
    questionsOfGroup: (groupId) =>
      readDeskQuestions(database, (query) => query.where('group_id', '=', groupId)),
    mergeGroups: (from, into) => mergeGroups(database, from, into),
    async splitGroup(deskQuestionIds, eventKey) {
      const groupId = hashOf('split', eventKey);
      if (deskQuestionIds.length > 0) {
        await repeatOnce(() =>
          database
            .updateTable('desk_questions')
            .set({ group_id: groupId, ...NO_POST, ...NO_PROPOSAL })
            .where('id', 'in', deskQuestionIds)
            .where('state', '=', 'open')
            .where('group_id', '!=', groupId)
            .execute(),
        );
      }
      return groupId;
    },
    closeGroup: (closing) => closeGroup(database, closing, now()),
    answerDeskQuestion: (answer) => answerDeskQuestion(database, answer, now()),
    async reopenDeskQuestion(deskQuestionId) {
      await database
        .updateTable('desk_questions')
        .set({ state: 'open', answer_fact_id: null, closed_at: null, closed_by: null, call_id: null })
        .where('id', '=', deskQuestionId)
        .where('state', '=', 'answered')
        .where('asker_told_at', 'is', null)
        .execute();
    },
    answeredBy: (factId) =>
      readDeskQuestions(database, (query) => query.where('answer_fact_id', '=', storedText(factId))),
    async proposeFact(groupId, fact) {
      await ofGroup(groupId)
        .set({ proposed_fact_id: fact?.factId ?? null, proposed_fact_hash: fact?.factHash ?? null })
        .execute();
    },
  };
}

const NO_POST = { desk_channel: null, desk_message_ts: null } as const;
const NO_PROPOSAL = { proposed_fact_id: null, proposed_fact_hash: null } as const;

async function mergeGroups(database: Kysely<Tables>, from: string, into: string): Promise<boolean> {
  return transact(database, async (transaction) => {
    const open = await transaction
      .selectFrom('desk_questions')
      .select('id')
      .where('group_id', '=', into)
      .where('state', '=', 'open')
      .limit(1)
      .executeTakeFirst();
    if (open === undefined) return false;
    await transaction
      .updateTable('desk_questions')
      .set({ group_id: into, ...NO_POST, ...NO_PROPOSAL })
      .where('group_id', '=', from)
      .where('state', '=', 'open')
      .execute();
    await transaction
      .updateTable('drafts')
      .set({ group_id: into })
      .where('group_id', '=', from)
      .where('state', 'not in', ['told', 'dropped'])
      .execute();
    return true;
  });
}

async function closeGroup(
  database: Kysely<Tables>,
  { groupId, state, note, closedBy }: DeskClosing,
  at: Date,
): Promise<readonly DeskQuestion[]> {
  const call_id = newCallId();
  const rows = await repeatOnce(() =>
    database
      .updateTable('desk_questions')
      .set({
        ...{ state, note: note === null ? null : storedText(note), closed_by: closedBy },
        ...{ closed_at: at.toISOString(), open_key: null, call_id },
      })
      .where('group_id', '=', groupId)
      // Closed by this very call, when it is repeated.
      .where((where) => where.or([where('state', '=', 'open'), where('call_id', '=', call_id)]))
      .returningAll()
      .execute(),
  );
  return rows.map(toDeskQuestion);
}

async function answerDeskQuestion(
  database: Kysely<Tables>,
  { deskQuestionId, factId, answeredBy }: AnswerByFact,
  at: Date,
): Promise<DeskQuestion | undefined> {
  const call_id = newCallId();
  const row = await repeatOnce(() =>
    database
      .updateTable('desk_questions')
      .set({
        ...{ state: 'answered', answer_fact_id: storedText(factId), closed_by: answeredBy },
        ...{ closed_at: at.toISOString(), open_key: null, call_id },
      })
      .where('id', '=', deskQuestionId)
      .where((where) => where.or([where('state', '=', 'open'), where('call_id', '=', call_id)]))
      .returningAll()
      .executeTakeFirst(),
  );
  return row === undefined ? undefined : toDeskQuestion(row);
}
