import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';

/**
 * Tells other copies of the bot that what this one has in hand is still under way, as while Slack is away: what they
 * hear nothing of for a minute they take up, and people would get it twice. Never rejects.
 */
export async function keepInHand({ ledger, inHand, logger }: Services): Promise<void> {
  if (inHand.size === 0) return;
  await ledger
    .keepInHand([...inHand])
    .catch((error) => logger.error(errorFields(error), 'other copies could not be told what is under way'));
}
