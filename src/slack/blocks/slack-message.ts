import type { types } from '@slack/bolt';
import { limits } from './block-limits.ts';
import { fallbackText, shownLength } from './fallback-text.ts';

/** What is sent: blocks for the eye, and a text that alone says all of it. */
export interface SlackMessage {
  /** mrkdwn, escaped, at most 4,000 characters. */
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/**
 * Lays blocks out over as few messages as hold them, in order. Every single block must fit in a message of its own;
 * the builders see to that.
 */
export function packMessages(blocks: readonly types.KnownBlock[]): readonly SlackMessage[] {
  const messages: SlackMessage[] = [];
  let page: types.KnownBlock[] = [];
  for (const block of blocks) {
    if (page.length > 0 && !fits([...page, block])) {
      messages.push(message(page));
      page = [];
    }
    page.push(block);
  }
  return page.length > 0 ? [...messages, message(page)] : messages;
}

/** One message of blocks that are known to fit. */
export function message(blocks: readonly types.KnownBlock[]): SlackMessage {
  return { text: joinedText(blocks), blocks };
}

/** Whether the blocks stay inside every limit of one message. */
export function fits(blocks: readonly types.KnownBlock[]): boolean {
  return (
    blocks.length <= limits.blocksPerMessage &&
    blocks.reduce((sum, block) => sum + shownLength(block), 0) <= limits.textPerMessage &&
    joinedText(blocks).length <= limits.fallbackText
  );
}

function joinedText(blocks: readonly types.KnownBlock[]): string {
  return blocks
    .map(fallbackText)
    .filter((text) => text !== '')
    .join('\n');
}
