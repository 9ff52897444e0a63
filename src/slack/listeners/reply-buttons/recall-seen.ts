import { renderNotice } from '../../blocks/notice.ts';
import { renderRecallNotice } from '../../blocks/recall/recall-notice.ts';
import { SEEN_BUTTON } from '../../blocks/recall/recall-verbs.ts';
import { readBlockAction } from '../../reading/read-block-action.ts';
import { showRecall } from '../../recalling/recall-cards.ts';
import { noticeFor } from '../../recalling/tell-reader.ts';
import { updateIn } from '../../sending/senders.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener } from '../listener.ts';
import { replyTargets } from '../reply-targets.ts';

const THANKS = 'Thank you. The desk knows that you have seen it.';
const NOT_YOURS = 'This was told to somebody else.';
const FAILED = 'This could not be recorded just now. Try again in a minute.';

/** "Seen", under what a person is told of a correction or a withdrawal. */
export function recallSeenButton(services: Services): Listener {
  return { kind: 'action', name: SEEN_BUTTON, listen: (args) => onSeen(args, services) };
}

async function onSeen(args: ActionArgs, services: Services): Promise<void> {
  const action = readBlockAction(args.body);
  if (action === null || !/^\d{1,9}$/.test(action.written)) return;
  const { logger } = services;
  const tell = async (words: string) => void (await replyTargets(args, services)?.tell(renderNotice(words)));
  try {
    const isTheirs = await recordSeen(Number(action.written), action.user, services);
    await tell(isTheirs ? THANKS : NOT_YOURS);
  } catch (error) {
    args.receipt.withhold();
    logger.warn(
      { user: action.user, ...errorFields(error) },
      'it was not recorded that somebody has seen it',
    );
    await tell(FAILED);
  }
}

/** Whether this person was told by that recall. */
async function recordSeen(number: number, user: string, services: Services): Promise<boolean> {
  const { ledger, wait, backgroundClient, inBackground, logger } = services;
  const row = await ledger.recordRecallSeen(number, user);
  const recall = await ledger.recall(number);
  if (row === undefined || recall === undefined) return false;
  inBackground(async () => {
    try {
      const notice = await noticeFor(row, recall, services);
      const [first] = notice === null ? [] : renderRecallNotice(notice);
      const { notice: place } = row;
      if (first !== undefined && place !== null) {
        const { channel, messageTs: ts } = place;
        await updateIn(backgroundClient, { channel, ts }, wait)(first);
      }
      await showRecall(recall, services);
    } catch (error) {
      logger.warn({ recall: number, ...errorFields(error) }, 'a notice was not changed');
    }
  });
  return true;
}
