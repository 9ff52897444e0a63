import type { Method } from '../method.ts';
import { agentMethods } from './agent.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { peopleMethods } from './people.ts';
import { reactionMethods } from './reactions.ts';
import { viewMethods } from './views.ts';

const all: readonly Method[] = [
  ...peopleMethods,
  ...chatMethods,
  ...conversationMethods,
  ...viewMethods,
  ...fileMethods,
  ...agentMethods,
  ...reactionMethods,
];

/** Every Web API method the stand-in knows, by name. */
export const METHODS: ReadonlyMap<string, Method> = new Map(all.map((method) => [method.name, method]));
