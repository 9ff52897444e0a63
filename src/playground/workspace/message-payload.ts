import { type JsonObject, toJson } from '../json.ts';
import type { Message } from './message.ts';
import { sizeOf } from './shared-file.ts';
import type { Workspace } from './workspace.ts';

/** A message as Slack describes it in events, interactions and histories. */
export function describeMessage(message: Message, workspace: Workspace): JsonObject {
  const { app, team, timeline } = workspace;
  const { ts, text, blocks, threadTs, editedTs, author, metadata, reactions, files } = message;
  const teamId = workspace.member(author)?.teamId ?? team.id;
  const parent = threadTs === undefined ? undefined : timeline.find(message.channel, threadTs);
  const replies = timeline.replies(message.channel, ts).filter(({ onlyFor }) => onlyFor === undefined);
  return toJson({
    type: 'message',
    user: author,
    text,
    ts,
    team: teamId,
    ...(teamId !== team.id && { user_team: teamId, source_team: teamId }),
    ...(message.isFromApp
      ? { bot_id: app.botId, app_id: app.id, bot_profile: { id: app.botId, app_id: app.id, name: app.name } }
      : { client_msg_id: `playground-${ts}` }),
    ...(blocks.length > 0 && { blocks }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs, parent_user_id: parent?.author }),
    ...(replies.length > 0 && {
      thread_ts: ts,
      reply_count: replies.length,
      latest_reply: replies.at(-1)?.ts,
    }),
    ...(editedTs !== undefined && { edited: { user: author, ts: editedTs } }),
    ...(metadata !== undefined && { metadata }),
    ...(files !== undefined && {
      subtype: 'file_share',
      files: files.map(({ id, name, title, text: content }) => ({ id, name, title, size: sizeOf(content) })),
    }),
    ...(reactions !== undefined && {
      reactions: reactions.map((name) => ({ name, count: 1, users: [app.botUserId] })),
    }),
  });
}
