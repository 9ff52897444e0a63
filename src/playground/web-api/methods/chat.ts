import { z } from 'zod';
import { toJson } from '../../json.ts';
import { Refusal } from '../../refusal.ts';
import { describeMessage } from '../../workspace/message-payload.ts';
import { checkContent, checkUpdatedContent } from '../check-content.ts';
import { findConversation, findOwnMessage, findThread, findWritable } from '../find-conversation.ts';
import { defineMethod, flagArgument, jsonArgument, objectArgument } from '../method.ts';

const content = {
  text: z.string().optional(),
  blocks: jsonArgument.optional(),
  markdown_text: z.string().optional(),
};
const scopes = ['chat:write'];

const postMessage = defineMethod('chat.postMessage', {
  scopes,
  takes: z.object({
    channel: z.string(),
    ...content,
    thread_ts: z.string().optional(),
    reply_broadcast: flagArgument.optional(),
    metadata: objectArgument.optional(),
  }),
  run({ channel, thread_ts, metadata, ...given }, { platform: { workspace, messaging, assistant } }) {
    const conversation = findWritable(workspace, channel);
    const said = checkContent(workspace, given);
    if (thread_ts !== undefined) findThread(workspace, conversation, thread_ts);
    const message = messaging.post(conversation, {
      ...said,
      author: workspace.app.botUserId,
      isFromApp: true,
      ...(thread_ts !== undefined && { threadTs: thread_ts }),
      ...(metadata !== undefined && { metadata }),
    });
    if (thread_ts !== undefined) assistant.setStatus(conversation.id, thread_ts, '');
    return { channel: conversation.id, ts: message.ts, message: describeMessage(message, workspace) };
  },
});

const postEphemeral = defineMethod('chat.postEphemeral', {
  scopes,
  takes: z.object({ channel: z.string(), user: z.string(), ...content, thread_ts: z.string().optional() }),
  run({ channel, user, thread_ts, ...given }, { platform: { workspace, messaging } }) {
    const conversation = findWritable(workspace, channel);
    if (!conversation.members.has(user)) throw new Refusal('user_not_in_channel');
    const said = checkContent(workspace, given);
    const message = messaging.post(conversation, {
      ...said,
      author: workspace.app.botUserId,
      isFromApp: true,
      onlyFor: user,
      ...(thread_ts !== undefined && { threadTs: thread_ts }),
    });
    return { message_ts: message.ts };
  },
});

const update = defineMethod('chat.update', {
  scopes,
  takes: z.object({
    channel: z.string(),
    ts: z.string(),
    ...content,
    metadata: objectArgument.optional(),
  }),
  run({ channel, ts, metadata, ...given }, { platform: { workspace, messaging } }) {
    const { conversation, message } = findOwnMessage(workspace, { channel, ts }, 'cant_update_message');
    const said = checkUpdatedContent(workspace, given);
    const updated = {
      ...message,
      ...said,
      ...(metadata !== undefined && { metadata }),
      editedTs: workspace.timestamps.next(),
    };
    messaging.update(conversation, updated);
    return { channel: conversation.id, ts, text: said.text, message: describeMessage(updated, workspace) };
  },
});

const remove = defineMethod('chat.delete', {
  scopes,
  takes: z.object({ channel: z.string(), ts: z.string() }),
  run(given, { platform: { workspace, messaging } }) {
    const { conversation, message } = findOwnMessage(workspace, given, 'cant_delete_message');
    messaging.remove(conversation, message);
    return { channel: conversation.id, ts: message.ts };
  },
});

const getPermalink = defineMethod('chat.getPermalink', {
  takes: z.object({ channel: z.string(), message_ts: z.string() }),
  run({ channel, message_ts }, { platform: { workspace }, origin }) {
    const conversation = findConversation(workspace, channel);
    const message = workspace.timeline.find(conversation.id, message_ts);
    if (message === undefined) throw new Refusal('message_not_found');
    const thread =
      message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${conversation.id}`;
    const permalink = `${origin}/archives/${conversation.id}/p${message.ts.replace('.', '')}${thread}`;
    return toJson({ channel: conversation.id, permalink });
  },
});

/** Writing, changing and removing messages. */
export const chatMethods = [postMessage, postEphemeral, update, remove, getPermalink];
