import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { findConversation } from '../find-conversation.ts';
import { defineMethod } from '../method.ts';

const add = defineMethod('reactions.add', {
  scopes: ['reactions:write'],
  takes: z.object({ channel: z.string(), timestamp: z.string(), name: z.string().min(1) }),
  run({ channel, timestamp, name }, { platform: { workspace, messaging } }) {
    const conversation = findConversation(workspace, channel);
    const message = workspace.timeline.find(conversation.id, timestamp);
    if (message === undefined) throw new Refusal('message_not_found');
    const reactions = message.reactions ?? [];
    if (reactions.includes(name)) throw new Refusal('already_reacted');
    messaging.react(message, [...reactions, name]);
    return {};
  },
});

/** Reactions to messages. */
export const reactionMethods = [add];
