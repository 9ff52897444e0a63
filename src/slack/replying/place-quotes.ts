import type { Quote } from '../../answer/index.ts';
import { framesOf } from '../blocks/message-frames.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import type { Sent } from '../sending/send.ts';

/** A message that is out, and the quotes that it shows, in its order. */
export interface QuotingMessage extends Sent {
  readonly quotes: readonly Quote[];
}

/**
 * Which quotes each message shows; without messages that show none, unless it is the first one. Where none of them
 * shows any in a way that can be told, all count as shown in the first.
 */
export function placeQuotes(
  reply: { readonly quotes: readonly Quote[]; readonly messages?: readonly SlackMessage[] } | null,
  sent: readonly Sent[],
): readonly QuotingMessage[] {
  const { quotes = [], messages = [] } = reply ?? {};
  const shown = framesOf(messages, quotes).map((frame) => frame.filter((part) => typeof part === 'number'));
  const isTold = shown.flat().length > 0;
  return sent.flatMap(({ channel, ts }, at) => {
    const own = quotes.filter((_, number) => (isTold ? shown[at]?.includes(number) : at === 0));
    return at > 0 && own.length === 0 ? [] : [{ channel, ts, quotes: own }];
  });
}
