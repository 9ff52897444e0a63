import type { types } from '@slack/bolt';
import { line, plain, richText } from './rich-text-elements.ts';
import { packMessages } from './slack-message.ts';

type Blocks = readonly types.KnownBlock[];

/** The first quote is always shown whole. Further ones must not bury it, nor use up a reply address. */
const MAX_MESSAGES_WITH_FURTHER_QUOTES = 3;

/** Adds further quotes to what a reply begins with, as many as it has room for; of others it says how many. */
export function withFurther(start: Blocks, further: readonly Blocks[]): Blocks {
  let blocks = start;
  let left = further.length;
  for (const quote of further) {
    const longer = [...blocks, ...quote];
    if (packMessages(longer).length > MAX_MESSAGES_WITH_FURTHER_QUOTES) continue;
    blocks = longer;
    left -= 1;
  }
  return left === 0
    ? blocks
    : [...blocks, richText(line(plain(`${left} more on file, too long to show here.`)))];
}
