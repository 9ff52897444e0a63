import type { Block } from '../blocks/block.ts';
import type { Message } from '../workspace/message.ts';
import type { SharedFile } from '../workspace/shared-file.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A message as one person sees it. */
export interface SeenMessage {
  readonly ts: string;
  readonly channel: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly isFromApp: boolean;
  /** "Only visible to you". */
  readonly isPrivate: boolean;
  /** The escaped text; beside blocks it is what notifications and screen readers get. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The words the message shows: those of its blocks, or its text when it has none. */
  readonly words: string;
  readonly threadTs?: string;
  readonly replyCount: number;
  readonly isEdited: boolean;
  readonly reactions: readonly string[];
  readonly files: readonly SharedFile[];
}

/** What a person sees of a message; undefined when it is for somebody else. */
export function seeMessage(
  message: Message,
  personId: string,
  workspace: Workspace,
): SeenMessage | undefined {
  const { ts, channel, author, isFromApp, text, words, blocks, onlyFor, threadTs, editedTs, reactions } =
    message;
  if (onlyFor !== undefined && onlyFor !== personId) return undefined;
  const replies = workspace.timeline.replies(channel, ts);
  return {
    ts,
    channel,
    authorId: author,
    authorName: workspace.member(author)?.realName ?? 'Playground',
    isFromApp,
    isPrivate: onlyFor !== undefined,
    text,
    blocks,
    words,
    ...(threadTs !== undefined && { threadTs }),
    replyCount: replies.filter((reply) => reply.onlyFor === undefined || reply.onlyFor === personId).length,
    isEdited: editedTs !== undefined,
    reactions: reactions ?? [],
    files: message.files ?? [],
  };
}

/** What a person sees of some messages, oldest first. */
export function seeMessages(
  messages: readonly Message[],
  personId: string,
  workspace: Workspace,
): readonly SeenMessage[] {
  return messages.flatMap((message) => seeMessage(message, personId, workspace) ?? []);
}
