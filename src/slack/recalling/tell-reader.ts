import type { Quote } from '../../answer/index.ts';
import {
  factVersion,
  type Recall,
  type RecallRow,
  type RecallRowReason,
  type RecallRowResult,
} from '../../ledger/index.ts';
import { type RecallNotice, renderRecallNotice } from '../blocks/recall/recall-notice.ts';
import { postOnce } from '../replying/post-once.ts';
import type { Sent } from '../sending/send.ts';
import type { Services } from '../services/services.ts';
import { findFirstShowing } from './find-first-showing.ts';
import { recalledFact } from './recalled-fact.ts';
import { whyUnreached } from './why-unreached.ts';

/** What Slack says of channels means something else of a person's direct messages. */
const DIRECT: Partial<Record<RecallRowReason, RecallRowReason>> = {
  'not-in-channel': 'no-direct-messages',
  archived: 'deactivated',
};

/**
 * Tells one person, once, that what they got was wrong. Null where the fact has changed once more. Rejects where Slack
 * cannot be reached.
 */
export async function tellReader(
  row: RecallRow,
  recall: Recall,
  services: Services,
): Promise<RecallRowResult | null> {
  const { person } = row;
  if (person === null) return { state: 'unreached', reason: 'erased' };
  const notice = await noticeFor(row, recall, services);
  if (notice === null) return null;
  const { ledger } = services;
  // An id that is kept from an earlier message needs no further scope, and no further call.
  const channel = (await ledger.directMessagesOf(person)) ?? person;
  const key = `recall ${recall.number} tells ${person}`;
  try {
    const posting = { key, channel, messages: renderRecallNotice(notice) };
    const posted = await postOnce(posting, services, services.backgroundClient);
    if (posted.kind === 'in-hand') return null;
    const sent = posted.kind === 'done' ? posted.done : null;
    if (sent !== null) await recordTold({ row, person, sent, quote: notice.quote }, services);
    return {
      state: 'done',
      way: 'told',
      notice: sent?.ts ? { channel: sent.channel ?? channel, messageTs: sent.ts } : null,
    };
  } catch (error) {
    const reason = whyUnreached(error);
    if (reason === null) throw error;
    return { state: 'unreached', reason: DIRECT[reason] ?? reason };
  }
}

/** What a person is told; null where the fact has changed once more. */
async function noticeFor(row: RecallRow, recall: Recall, services: Services): Promise<RecallNotice | null> {
  const { channel, questionId, held } = row;
  const recalled = await recalledFact(recall, channel, services);
  if (recalled === null) return null;
  const first = await findFirstShowing(row, services);
  return {
    number: recall.number,
    questionId,
    gotOn: first.at,
    messageUrl: first.url,
    was: await services.ledger.keptWords(held),
    quote: recalled.quote,
    without: recalled.without,
    // What was wrong may tell words that are not shown where they got it.
    reason: recalled.without === 'not-shown' ? null : recall.reason,
  };
}

interface Told {
  readonly row: RecallRow;
  readonly person: string;
  readonly sent: Sent;
  readonly quote: Quote | null;
}

/** The notice shows the new version, so that it is corrected with the others when that changes. */
async function recordTold({ row, person, sent, quote }: Told, services: Services): Promise<void> {
  if (quote === null || sent.channel === null) return;
  const { channel, ts } = sent;
  await services.lateWrites.write({
    ids: { recall: String(row.recall) },
    what: 'that somebody was told',
    write: () =>
      services.ledger.recordDelivery({
        kind: 'direct-message',
        questionId: row.questionId,
        facts: [factVersion(quote)],
        channel,
        messageTs: ts,
        person,
        seenBy: person,
        sentBy: null,
      }),
  });
}
