import type { Quote } from '../../../answer/index.ts';
import type { SlackMessage } from '../../blocks/slack-message.ts';
import { deliveryKind, shownFacts } from '../../replying/describe-delivery.ts';
import { placeQuotes } from '../../replying/place-quotes.ts';
import type { Sent } from '../../sending/send.ts';
import type { Services } from '../../services/services.ts';
import type { ReplyButtonContext } from './reply-button.ts';

/** Shows a fact to whoever pressed, alone, and writes down that it was. Rejects when Slack does not take it. */
export async function tellFact(
  action: ReplyButtonContext,
  { quote, messages }: { readonly quote: Quote; readonly messages: readonly SlackMessage[] },
  services: Services,
): Promise<void> {
  const sent: Sent[] = [];
  for (const message of messages) sent.push(await action.tell(message));
  const placed = placeQuotes({ quotes: [quote], messages }, sent);
  await recordShown(action, { quote, sent: placed, seenBy: action.user }, services);
}

/** A fact that was shown for a press. */
export interface Shown {
  readonly quote: Quote;
  /** Each message that shows it. */
  readonly sent: readonly Sent[];
  /** Who alone sees it; null when everybody in the channel does. */
  readonly seenBy: string | null;
}

/** Writes down that a fact was shown to whoever pressed; later, where it cannot be now. Never rejects. */
export function recordShown(
  { value, user, channel }: ReplyButtonContext,
  { quote, sent, seenBy }: Shown,
  { ledger, lateWrites }: Services,
): Promise<void> {
  const { questionId } = value;
  const [first, ...further] = sent.map(({ channel: sentIn, ts }) => ({
    kind: deliveryKind({ channel: sentIn, ts }),
    questionId,
    facts: shownFacts([quote]),
    channel: sentIn ?? channel,
    messageTs: ts,
    person: user,
    seenBy,
    sentBy: null,
  }));
  return lateWrites.write({
    ids: { question: questionId, user },
    what: 'a fact that was shown',
    write: async () => {
      if (first !== undefined) await ledger.recordDelivery(first, ...further);
    },
  });
}
