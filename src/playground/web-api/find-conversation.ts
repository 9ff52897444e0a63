import { Refusal } from '../refusal.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Message } from '../workspace/message.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A conversation by id, by channel name, or by a person's id for their direct messages. @throws Refusal */
export function findConversation(workspace: Workspace, channel: string): Conversation {
  const person = workspace.member(channel);
  if (person !== undefined && !person.isBot) return workspace.directMessages(person.id);
  const found = workspace.conversation(channel);
  if (found === undefined) throw new Refusal('channel_not_found');
  const isHidden = found.kind === 'private' && !found.members.has(workspace.app.botUserId);
  if (isHidden) throw new Refusal('channel_not_found');
  return found;
}

/** A conversation the bot is in. @throws Refusal `channel_not_found`, also where the bot is merely no member */
export function findVisible(workspace: Workspace, channel: string): Conversation {
  const found = findConversation(workspace, channel);
  if (!found.members.has(workspace.app.botUserId)) throw new Refusal('channel_not_found');
  return found;
}

/** A conversation the bot may post in now. @throws Refusal */
export function findWritable(workspace: Workspace, channel: string): Conversation {
  const found = findConversation(workspace, channel);
  const { app, manifest } = workspace;
  if (found.isArchived) throw new Refusal('is_archived');
  const mayPostOutside = found.kind === 'public' && app.scopes.has('chat:write.public');
  if (!found.members.has(app.botUserId) && !mayPostOutside) throw new Refusal('not_in_channel');
  if (found.kind === 'im' && manifest.features?.app_home?.messages_tab_enabled !== true) {
    throw new Refusal('messages_tab_disabled');
  }
  return found;
}

/** The thread a reply is to hang on. Replying to a reply is not possible in Slack. @throws Refusal */
export function findThread(workspace: Workspace, conversation: Conversation, ts: string): Message {
  const parent = workspace.timeline.find(conversation.id, ts);
  if (parent === undefined || parent.onlyFor !== undefined) throw new Refusal('thread_not_found');
  if (parent.threadTs !== undefined) throw new Refusal('cannot_reply_to_message');
  return parent;
}

/** A message the bot wrote itself and may change; `refusal` is the error for those of others. @throws Refusal */
export function findOwnMessage(
  workspace: Workspace,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  refusal: 'cant_update_message' | 'cant_delete_message',
): { readonly conversation: Conversation; readonly message: Message } {
  const conversation = findConversation(workspace, channel);
  const message = workspace.timeline.find(conversation.id, ts);
  if (message === undefined || message.onlyFor !== undefined) throw new Refusal('message_not_found');
  if (!message.isFromApp) throw new Refusal(refusal);
  if (conversation.isArchived) {
    throw new Refusal(refusal === 'cant_update_message' ? 'is_inactive' : refusal);
  }
  return { conversation, message };
}
