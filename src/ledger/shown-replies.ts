import { type Kysely, sql } from 'kysely';
import { readReplies } from './read-replies.ts';
import type { ShownReply } from './shown-reply.ts';
import { hashOf } from './stored-text.ts';
import type { Tables } from './tables.ts';

/** Whether private messages are told with their words, people and places. */
export interface WithPrivate {
  /** @default false */
  readonly withPrivate?: boolean;
}

/** What was shown, as it was shown. */
export interface ShownReplies {
  /**
   * What a message showed, oldest first: it may have been changed to a newer version. Where it showed nothing, what was
   * shown to the question that it asked. Empty where nothing is on record of it.
   */
  repliesIn(
    message: { readonly channel: string; readonly ts: string },
    options?: WithPrivate,
  ): Promise<readonly ShownReply[]>;
  /**
   * What was shown by then to the last question with such words that had a reply by then, oldest first; empty where
   * there is none. A private question is found only where private ones are asked for.
   */
  repliesBy(
    asked: { readonly at: Date; readonly isAsked: (words: string) => boolean },
    options?: WithPrivate,
  ): Promise<readonly ShownReply[]>;
}

/** So many questions of one message are answered. */
const MOST_QUESTIONS = 3;

/** Questions read at a time. */
const PAGE = 500;

/** The replies of one database. */
export function createShownReplies(database: Kysely<Tables>): ShownReplies {
  return {
    async repliesIn(message, { withPrivate = false } = {}) {
      const shown = await database
        .selectFrom('deliveries')
        .select('question_id')
        .distinct()
        .where('message_ts', '=', message.ts)
        .where('channel', '=', message.channel)
        .execute();
      if (shown.length === 0) return readReplies(database, { questionIds: askedIn(message), withPrivate });
      const questionIds = shown.map(({ question_id }) => question_id);
      return readReplies(database, { questionIds, withPrivate, message });
    },
    async repliesBy({ at, isAsked }, { withPrivate = false } = {}) {
      const id = await findLast(database, { by: at.toISOString(), isAsked, withPrivate });
      if (id === undefined) return [];
      const replies = await readReplies(database, { questionIds: [id], withPrivate });
      return replies.filter(({ shownAt }) => shownAt <= at);
    },
  };
}

/** Ids of the questions that a message may have asked. */
function askedIn({ channel, ts }: { readonly channel: string; readonly ts: string }): readonly string[] {
  const first = `${channel}:${ts}`;
  const further = Array.from({ length: MOST_QUESTIONS - 1 }, (_, index) => `${first} ${index + 2}`);
  return [first, ...further].map((eventKey) => hashOf(eventKey));
}

interface Asked {
  readonly by: string;
  readonly isAsked: (words: string) => boolean;
  readonly withPrivate: boolean;
}

/** Newest first, in pages: no database folds words as people do. */
async function findLast(
  database: Kysely<Tables>,
  { by, isAsked, withPrivate }: Asked,
): Promise<string | undefined> {
  // Later than every question of that moment.
  let last: { readonly asked_at: string; readonly id: string } | undefined = { asked_at: by, id: '~' };
  while (last !== undefined) {
    const page: readonly { readonly asked_at: string; readonly id: string; readonly words: string | null }[] =
      await database
        .selectFrom('questions')
        .select(['id', 'asked_at', 'words'])
        .where(sql<boolean>`(asked_at, id) < (${last.asked_at}, ${last.id})`)
        .where('replied_at', '<=', by)
        .where('is_private', 'in', withPrivate ? [0, 1] : [0])
        .where('words', 'is not', null)
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(PAGE)
        .execute();
    const found = page.find(({ words }) => words !== null && isAsked(words));
    if (found !== undefined) return found.id;
    last = page.at(PAGE - 1);
  }
  return undefined;
}
