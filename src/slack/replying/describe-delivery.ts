import type { Quote } from '../../answer/index.ts';
import { type DeliveryKind, type ShownFact, shownFact } from '../../ledger/index.ts';
import { sourceLine } from '../blocks/source-line.ts';
import type { Sent } from '../sending/send.ts';

/** What the ledger keeps of quotes that are shown, in their order. */
export function shownFacts(quotes: readonly Quote[]): readonly ShownFact[] {
  return quotes.map((quote) => shownFact(quote, sourceLine(quote)));
}

/**
 * In what way a message reached the one person it is for. Slack tells the channel of what is posted there, and the app
 * posts in no direct messages but its own.
 */
export function deliveryKind({ channel }: Sent): DeliveryKind {
  return channel?.startsWith('D') ? 'direct-message' : 'reply';
}
