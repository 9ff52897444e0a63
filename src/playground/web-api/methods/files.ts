import { z } from 'zod';
import { toJson } from '../../json.ts';
import { Refusal } from '../../refusal.ts';
import type { Conversation } from '../../workspace/conversation.ts';
import type { SharedFile } from '../../workspace/shared-file.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findConversation, findThread } from '../find-conversation.ts';
import { defineMethod, jsonArgument, numberArgument } from '../method.ts';
import type { Uploads } from '../uploads.ts';

const scopes = ['files:write'];
/** A person's id is refused here: https://github.com/slackapi/bolt-js/issues/2115. */
const channelId = z
  .string()
  .regex(/^[CGDZ][A-Z0-9]{8,}$/, 'input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$');
const listed = jsonArgument
  .transform((value): unknown => value)
  .pipe(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1));

const getUploadUrl = defineMethod('files.getUploadURLExternal', {
  scopes,
  takes: z.object({ filename: z.string().min(1), length: numberArgument.int() }),
  run({ filename, length }, { platform: { uploads } }) {
    // So its page says of a length of nothing.
    if (length <= 0) throw new Refusal('missing_argument');
    const { id, url } = uploads.announce(filename);
    return { upload_url: url, file_id: id };
  },
});

const completeUpload = defineMethod('files.completeUploadExternal', {
  scopes,
  takes: z.object({
    files: listed,
    channel_id: channelId.optional(),
    thread_ts: z.string().optional(),
    initial_comment: z.string().optional(),
  }),
  run({ files, channel_id, thread_ts, initial_comment = '' }, { platform }) {
    const { workspace, messaging, uploads } = platform;
    const conversation = channel_id === undefined ? undefined : findShareable(workspace, channel_id);
    if (conversation !== undefined && thread_ts !== undefined) findThread(workspace, conversation, thread_ts);
    const shared = files.map((file) => takeFile(file, uploads));
    if (conversation !== undefined) {
      messaging.post(conversation, {
        author: workspace.app.botUserId,
        isFromApp: true,
        text: initial_comment,
        blocks: [],
        files: shared,
        ...(thread_ts !== undefined && { threadTs: thread_ts }),
      });
    }
    // Slack tells the id and the title, and not where the message stands: that is written a moment later.
    return toJson({ files: shared.map(({ id, title }) => ({ id, title })) });
  },
});

/** Where the bot may share a file. */
function findShareable(workspace: Workspace, channel: string): Conversation {
  const found = findConversation(workspace, channel);
  if (!found.members.has(workspace.app.botUserId)) throw new Refusal('not_in_channel');
  if (found.isArchived) throw new Refusal('posting_to_channel_denied');
  return found;
}

function takeFile(
  { id, title }: { readonly id: string; readonly title?: string | undefined },
  uploads: Uploads,
): SharedFile {
  const upload = uploads.take(id);
  if (upload?.text === undefined) throw new Refusal('file_not_found');
  return { id, name: upload.name, title: title ?? upload.name, text: upload.text };
}

/** Files that the app shares: announced, uploaded elsewhere, then shared in a message. */
export const fileMethods = [getUploadUrl, completeUpload];
