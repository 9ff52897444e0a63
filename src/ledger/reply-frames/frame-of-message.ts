import type { Kysely } from 'kysely';
import type { ReplyFrame } from '../question.ts';
import type { FactVersion } from '../shown-fact.ts';
import type { Tables } from '../tables.ts';
import { readFrames } from './reply-frames.ts';

/** Gives what stood in a message of the reply to a question, by the facts that it showed; null where it is not kept. */
export type FrameOfMessage = (questionId: string, facts: readonly FactVersion[]) => ReplyFrame | null;

/** Reads what stood in the replies to some questions. */
export async function readFramesOfMessages(
  database: Kysely<Tables>,
  questionIds: readonly string[],
): Promise<FrameOfMessage> {
  const frames = await readFrames(database, questionIds);
  if (frames.size === 0) return () => null;
  const quoted = await database
    .selectFrom('quoted_facts')
    .select(['question_id', 'position', 'fact_id', 'fact_hash'])
    .where('question_id', 'in', questionIds)
    .execute();
  return (questionId, facts) => {
    const pages = frames.get(questionId);
    if (pages === undefined) return null;
    const own = quoted.filter(({ question_id }) => question_id === questionId);
    const placeOf = (number: number) => {
      const fact = own.find(({ position }) => position === number);
      return facts.findIndex(
        ({ factId, factHash }) => factId === fact?.fact_id && factHash === fact.fact_hash,
      );
    };
    // Where Slack told no timestamps, all messages of the reply are known as one.
    const fitting = [...pages, pages.flat()].find((page) => shows(page, facts.length, placeOf));
    return fitting?.map((part) => (typeof part === 'string' ? part : placeOf(part))) ?? null;
  };
}

/** Whether a page quotes exactly the facts of a message. */
function shows(page: ReplyFrame, facts: number, placeOf: (number: number) => number): boolean {
  const places = new Set(page.filter((part) => typeof part === 'number').map(placeOf));
  return places.size === facts && !places.has(-1);
}
