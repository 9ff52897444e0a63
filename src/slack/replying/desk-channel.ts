import type { webApi } from '@slack/bolt';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { postIn, type Sent } from '../sending/senders.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';

/**
 * Posts in the desk's channel. Null when there is none or Slack refuses: what it is about is in the ledger by then, so
 * nothing is lost, and whoever sent it need not care.
 */
export async function postToDesk(
  messages: readonly SlackMessage[],
  client: webApi.WebClient,
  { deskChannel, wait, logger }: Services,
): Promise<Sent | null> {
  if (deskChannel === null) return null;
  try {
    const send = postIn(client, { channel: deskChannel }, wait);
    const [first, ...further] = messages;
    if (first === undefined) return null;
    const sent = await send(first);
    for (const message of further) await send(message);
    return sent;
  } catch (error) {
    logger.error({ channel: deskChannel, ...errorFields(error) }, 'the desk channel was not told');
    return null;
  }
}
