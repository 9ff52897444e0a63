import type { SlackMessage } from './slack-message.ts';

/** What a message of a reply is known by: it travels as the id of its first block, which Slack hands out again. */
export function replyMark(questionId: string, index: number): string {
  return `reply ${questionId} ${index}`;
}

/** The message with a mark by which it can be found again in its thread. */
export function withMark({ text, blocks }: SlackMessage, mark: string): SlackMessage {
  const [first, ...further] = blocks;
  return first === undefined
    ? { text, blocks }
    : { text, blocks: [{ ...first, block_id: mark }, ...further] };
}

/** The mark of a message; undefined when it has none. */
export function markOf({ blocks }: { readonly blocks: SlackMessage['blocks'] }): string | undefined {
  return blocks[0]?.block_id;
}
