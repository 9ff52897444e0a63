import type { PageState, SeenConversation } from '../page-server/page-state.ts';
import type { SeenMessage } from '../person/seen-message.ts';

/** Where the page is, as the person chose it; independent of who the page shows. */
export type Route =
  | {
      readonly kind: 'conversation';
      /** A channel's name or id; `dm` for one's own direct messages. */
      readonly name: string;
      readonly thread?: string | undefined;
      /** The person opened the thread to write in it: the cursor goes there. */
      readonly isThreadFocused?: boolean;
    }
  | { readonly kind: 'home'; readonly thread?: undefined };

/** A route with the conversation it leads to. */
export type ResolvedRoute =
  | { readonly kind: 'conversation'; readonly conversation: SeenConversation; readonly thread?: SeenMessage }
  | { readonly kind: 'home'; readonly thread?: undefined };

/**
 * Where the page opens: the first channel, or, at the address of a message, its conversation with its thread.
 * Such an address is `/archives/CHANNEL/pTIMESTAMP`, with `thread_ts` when the message is a reply.
 */
export function initialRoute({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Route {
  const [, channel, seconds, micros] = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(pathname) ?? [];
  if (channel === undefined) return { kind: 'conversation', name: 'newsroom' };
  const thread = new URLSearchParams(search).get('thread_ts') ?? `${seconds}.${micros}`;
  return { kind: 'conversation', name: channel, thread };
}

/** The name by which the page chooses a conversation. */
export function nameOfConversation({ kind, name }: SeenConversation): string {
  return kind === 'im' ? 'dm' : name;
}

/** Resolves a route among the conversations of the person. */
export function resolveRoute(chosen: Route, { conversations }: PageState): ResolvedRoute {
  if (chosen.kind === 'home') return chosen;
  const conversation =
    conversations.find((one) => [nameOfConversation(one), one.id].includes(chosen.name)) ?? conversations[0];
  if (conversation === undefined) return { kind: 'home' };
  const thread = conversation.messages.find(({ ts }) => ts === chosen.thread);
  return { kind: 'conversation', conversation, ...(thread !== undefined && { thread }) };
}
