import type { webApi } from '@slack/bolt';
import { lowerBound } from '../../calibration/index.ts';
import { renderWrongAnswers } from '../blocks/wrong-answers-message.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { postToDeskOnce } from './desk-channel.ts';

/**
 * Tells the desk channel, once for each calibration, when more sure answers were reported as wrong than is put up with,
 * and than chance explains. Never rejects: it is looked at again with the next report.
 */
export async function tellOfWrongAnswers(services: Services, client: webApi.WebClient): Promise<void> {
  const { ledger, factDesk, logger, deskChannel } = services;
  try {
    const { target, since } = await factDesk.sureness();
    const counted = await ledger.sureAnswers(since ?? undefined);
    if (lowerBound(counted.reported, counted.given) <= target) return;
    const key = `wrong answers since ${since ?? factDesk.decision}`;
    if (await ledger.wasTold(key)) return;
    logger.warn(
      { ...counted, target },
      'too many sure answers were reported as wrong; run factdesk calibrate',
    );
    if (deskChannel === null) return await ledger.recordTold(key);
    const messages = [renderWrongAnswers(counted, target)];
    const record = () => ledger.recordTold(key);
    await postToDeskOnce({ key, messages, record }, services, client);
  } catch (error) {
    logger.error(errorFields(error), 'how many sure answers were wrong could not be looked up');
  }
}
