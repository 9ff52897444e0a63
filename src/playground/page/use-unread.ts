import { useState } from 'react';
import type { PageState, SeenConversation } from '../page-server/page-state.ts';
import type { ResolvedRoute } from './route.ts';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The ids of the conversations in which others wrote since this person last looked at them on this page.
 * What was there when the person first looked counts as read.
 */
export function useUnread(
  pageState: PageState | undefined,
  route: ResolvedRoute | undefined,
): ReadonlySet<string> {
  const [read, setRead] = useState<ReadonlyMap<string, string>>(new Map());
  if (pageState === undefined) return NOTHING;
  const { me, conversations } = pageState;
  const here = route?.kind === 'conversation' ? route.conversation.id : undefined;
  const states = conversations.map((one) => {
    const [key, newest] = [`${me.id} ${one.id}`, newestOf(one, me.id)];
    const known = one.id === here ? newest : (read.get(key) ?? newest);
    return { id: one.id, key, newest, known };
  });
  if (states.some(({ key, known }) => read.get(key) !== known)) {
    setRead(new Map([...read, ...states.map(({ key, known }) => [key, known] as const)]));
  }
  return new Set(states.filter(({ newest, known }) => newest > known).map(({ id }) => id));
}

/** The timestamp of the newest message of others, replies too; empty when there is none. */
function newestOf({ messages, threads }: SeenConversation, myId: string): string {
  const all = [messages, ...Object.values(threads)].flat();
  return all.reduce((newest, { ts, authorId }) => (authorId !== myId && ts > newest ? ts : newest), '');
}
