import type { MessageRef, RecallRow } from '../../../ledger/index.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { withSeen } from '../../blocks/recall/recall-notice.ts';
import { SEEN_BUTTON } from '../../blocks/recall/recall-verbs.ts';
import { readBlockAction } from '../../reading/read-block-action.ts';
import { findMessage } from '../../recalling/find-message.ts';
import { showRecall } from '../../recalling/recall-cards.ts';
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
  const { ledger, inBackground, logger } = services;
  const row = await ledger.recordRecallSeen(number, user);
  const recall = await ledger.recall(number);
  if (row === undefined || recall === undefined) return false;
  inBackground(async () => {
    try {
      if (row.notice !== null) await showSeen(row, row.notice, services);
      await showRecall(recall, services);
    } catch (error) {
      logger.warn({ recall: number, ...errorFields(error) }, 'a notice was not changed');
    }
  });
  return true;
}

/** Changes nothing but the button: the words of the notice may have been corrected since. */
async function showSeen(
  { questionId }: RecallRow,
  { channel, messageTs: ts }: MessageRef,
  services: Services,
): Promise<void> {
  const found = await findMessage({ channel, ts, questionId }, services);
  const seen = found && withSeen(found.blocks);
  if (seen !== null) await updateIn(services.backgroundClient, { channel, ts }, services.wait)(seen);
}
