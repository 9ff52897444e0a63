import { isDeepStrictEqual } from 'node:util';
import type { webApi } from '@slack/bolt';
import type { MessageRef } from '../../ledger/index.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { changeDeskPost } from './desk-channel.ts';

/** A card is drawn anew so often at most: its matter changes with what people do, and they do it one by one. */
const MOST_REDRAWN = 3;

/** What a post in the desk channel says of its matter. */
export interface DeskCard {
  readonly card: SlackMessage;
  /** Draws it as its matter stands by then; null where there is nothing to change. */
  readonly redraw: () => Promise<SlackMessage | null>;
}

/**
 * Changes a card in the desk channel. Slack keeps whatever comes last, also from a copy of the bot that knew less: so
 * whoever has changed a card looks whether its matter still stands as it was drawn, and else draws it again. Never
 * rejects.
 */
export async function changeDeskCard(
  message: MessageRef,
  { card, redraw }: DeskCard,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  await changeDeskPost(message, card, services, client);
  await keepDeskCard(message, { card, redraw }, services, client);
}

/** The same for a card that stands there as it was drawn. */
export async function keepDeskCard(
  message: MessageRef,
  { card, redraw }: DeskCard,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  try {
    let shown = card;
    for (let times = 0; times < MOST_REDRAWN; times += 1) {
      const now = await redraw();
      if (now === null || isDeepStrictEqual(now, shown)) return;
      await changeDeskPost(message, now, services, client);
      shown = now;
    }
  } catch (error) {
    services.logger.error(
      { channel: message.channel, ...errorFields(error) },
      'it is not known whether a card in the desk channel is up to date',
    );
  }
}
