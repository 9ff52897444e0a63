import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { patiently, type Wait } from './patiently.ts';

/** A text that is sent as a file. */
export interface TextFile {
  /** Tells it from all others in its conversation: by it the file is found again. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Shares files in one message of a conversation, with a line above them. Rejects with Slack's refusal where the app may
 * send none: without the scope files:write, or where the workspace takes none.
 *
 * @param channel a conversation's id; Slack takes no person's here
 */
export async function uploadFiles(
  client: webApi.WebClient,
  { channel, comment, files }: UploadedMessage,
  wait: Wait,
): Promise<void> {
  // A buffer travels as it is; a text would be sent as a field of a form.
  const file_uploads = files.map(({ name, title, text }) => ({
    ...{ filename: name, title, file: Buffer.from(text) },
  }));
  const upload = () => client.files.uploadV2({ channel_id: channel, initial_comment: comment, file_uploads });
  await patiently(upload, wait);
}

interface UploadedMessage {
  readonly channel: string;
  /** mrkdwn, escaped. */
  readonly comment: string;
  readonly files: readonly TextFile[];
}

const MESSAGES_LOOKED_AT = 100;
const shared = z.object({ files: z.array(z.object({ name: z.string() })) });

/** The names of the files that were shared last in a conversation. Rejects where it cannot be read. */
export async function sharedFileNames(
  client: webApi.WebClient,
  channel: string,
  wait: Wait,
): Promise<ReadonlySet<string>> {
  const look = () => client.conversations.history({ channel, limit: MESSAGES_LOOKED_AT });
  const { messages = [] } = await patiently(look, wait, { isRepeatable: true });
  return new Set(
    messages.flatMap((message) => shared.safeParse(message).data?.files.map(({ name }) => name) ?? []),
  );
}
