import type { SeenConversation, Sight } from '../page-server/sight.ts';
import type { SeenMessage } from '../person/seen-message.ts';

/** Where the person is, as they chose it: it stays the same when somebody else looks. */
export type Place =
  | { readonly kind: 'conversation'; readonly name: string; readonly thread?: string | undefined }
  | { readonly kind: 'home'; readonly thread?: undefined };

/** Where the person is, with what is there. */
export type OpenPlace =
  | { readonly kind: 'conversation'; readonly conversation: SeenConversation; readonly thread?: SeenMessage }
  | { readonly kind: 'home'; readonly thread?: undefined };

/** The first channel. */
export const startingPlace: Place = { kind: 'conversation', name: 'newsroom' };

/** The name by which a place is chosen: `dm` for one's own direct messages. */
export function nameOfConversation({ kind, name }: SeenConversation): string {
  return kind === 'im' ? 'dm' : name;
}

/** Finds the chosen place among what the person sees. */
export function placeOf(chosen: Place, { conversations }: Sight): OpenPlace {
  if (chosen.kind === 'home') return chosen;
  const conversation =
    conversations.find((one) => nameOfConversation(one) === chosen.name) ?? conversations[0];
  if (conversation === undefined) return { kind: 'home' };
  const thread = conversation.messages.find(({ ts }) => ts === chosen.thread);
  return { kind: 'conversation', conversation, ...(thread !== undefined && { thread }) };
}
