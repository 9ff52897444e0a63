import type { RecallRow } from '../../ledger/index.ts';
import { renderRecallReminder } from '../blocks/recall/recall-notice.ts';
import { postOnce } from '../replying/post-once.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { messageUrl } from '../services/message-url.ts';
import type { Services } from '../services/services.ts';
import type { TakeUp } from '../services/take-up.ts';
import { showRecall } from './recall-cards.ts';
import { whyUnreached } from './why-unreached.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** So many are reminded in one minute: no more fit in it at the pace of Slack. */
const MOST_AT_ONCE = 100;

/** Reminds those, once, who have not said for so long that they know. */
export const remindReaders: TakeUp = async (services) => {
  const { ledger, now, recallReminderHours } = services;
  if (recallReminderHours === 0) return;
  const toldBefore = new Date(now().getTime() - recallReminderHours * HOUR_MS);
  const rows = await ledger.unseenRecalls({ toldBefore, limit: MOST_AT_ONCE });
  for (const row of rows) await remind(row, services);
  for (const number of new Set(rows.map(({ recall }) => recall))) {
    const recall = await ledger.recall(number);
    if (recall !== undefined) await showRecall(recall, services);
  }
};

async function remind(row: RecallRow, services: Services): Promise<void> {
  const { ledger, logger, lateWrites, workspaceUrl, backgroundClient } = services;
  const { person, notice } = row;
  const recall = await ledger.recall(row.recall);
  if (person === null || recall === undefined) return;
  const url =
    notice && messageUrl(workspaceUrl, { channel: notice.channel, ts: notice.messageTs, thread: null });
  const isWithdrawn = recall.verb === 'withdraw' || recall.to === null;
  const record = async () =>
    lateWrites.write({
      ids: { recall: String(row.recall) },
      what: 'that somebody was reminded',
      write: () => ledger.recordRecallReminder(row.id),
    });
  const posting = {
    key: `recall ${row.recall} reminds ${person}`,
    channel: notice?.channel ?? person,
    messages: [renderRecallReminder(row.recall, { isWithdrawn, messageUrl: url })],
    record,
  };
  try {
    const { kind } = await postOnce(posting, services, backgroundClient);
    if (kind === 'before') await record();
  } catch (error) {
    logger.warn({ recall: row.recall, ...errorFields(error) }, 'somebody was not reminded');
    // Who cannot be reached is not tried again each minute.
    if (whyUnreached(error) !== null) await record();
  }
}
