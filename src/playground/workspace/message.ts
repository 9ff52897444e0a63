import type { Block } from '../blocks/block.ts';
import type { JsonObject } from '../json.ts';
import type { SharedFile } from './shared-file.ts';

/** One message, as it stands in the timeline of a conversation. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** The id of the person or bot who wrote it. */
  readonly author: string;
  readonly isFromApp: boolean;
  /** Escaped text: `&amp;`, `&lt;`, `&gt;`. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What a reader sees: the words of the blocks, or the text when there are none. */
  readonly words: string;
  readonly threadTs?: string;
  /** Set on an ephemeral message: the one person who sees it. */
  readonly onlyFor?: string;
  readonly editedTs?: string;
  readonly metadata?: JsonObject;
  readonly reactions?: readonly string[];
  readonly files?: readonly SharedFile[];
}

/** A message before the timeline has given it a timestamp. */
export type MessageDraft = Omit<Message, 'ts' | 'words'>;
