import type { NewQuestion } from '../../ledger/index.ts';
import type { Post } from './posts.ts';

/** Who asked, where, and by which event: a question as the ledger takes it, without its words. */
export type QuestionOrigin = Omit<NewQuestion, 'words'>;

/**
 * A post as the ledger takes it. Slack may send one event again, and one post as two events under two ids: channel and
 * timestamp are the same for all of them.
 */
export function originOf(
  { team, channel, user, ts }: Post,
  { surface, thread, isPrivate }: Pick<NewQuestion, 'surface' | 'thread' | 'isPrivate'>,
): QuestionOrigin {
  return {
    eventKey: `${channel}:${ts}`,
    askedBy: user,
    replyAddress: null,
    surface,
    isPrivate,
    team,
    channel,
    thread,
  };
}

/** A question typed into a modal or tab of the app: nobody else sees it, and it stands in no channel. */
export function originInApp(
  surface: NewQuestion['surface'],
  eventKey: string,
  askedBy: string,
): QuestionOrigin {
  const nowhere = { replyAddress: null, team: null, channel: null, thread: null };
  return { surface, eventKey, askedBy, isPrivate: true, ...nowhere };
}
