import type { MessageRef, RecallRowResult } from '../../ledger/index.ts';
import { correctionMark } from '../blocks/recall/correction-marks.ts';
import { renderNoteBelow } from '../blocks/recall/note-below.ts';
import { postOnce } from '../replying/post-once.ts';
import { patiently } from '../sending/patiently.ts';
import { postedMarks } from '../sending/posted-marks.ts';
import type { Services } from '../services/services.ts';
import { noteFor, type RecalledCopy, recordNewVersion } from './recalled-copy.ts';
import { whyUnreached } from './why-unreached.ts';

/**
 * Corrects a copy with a reply below it: where Slack lets the message be changed no more, or its words do not stand in
 * it as they were shown. The reply is a copy of its own from then on, and is corrected in place with the next recall.
 *
 * @param thread timestamp of the first message of the thread that the copy stands in or begins
 */
export async function replyBelowCopy(
  copy: RecalledCopy,
  thread: string,
  services: Services,
): Promise<RecallRowResult | null> {
  try {
    const earlier = await findEarlier(copy, thread, services);
    const notice = earlier === null ? await post(copy, thread, services) : earlier;
    if (notice === 'in-hand') return null;
    await recordNewVersion(copy, copy.ts, services);
    return { state: 'done', way: 'thread-reply', notice };
  } catch (error) {
    const reason = whyUnreached(error);
    if (reason === null) throw error;
    return { state: 'unreached', reason };
  }
}

/** Only a reply with words is a copy that is corrected by itself. */
const keyOf = ({ channel, ts, recalled }: RecalledCopy, recall: number) =>
  `recall ${recall} ${recalled.quote === null ? 'ends' : 'below'} ${channel} ${ts}`;

/** The reply of an earlier recall that shows what held then: it is corrected by itself. */
async function findEarlier(
  copy: RecalledCopy,
  threadTs: string,
  { wait, backgroundClient: client }: Services,
): Promise<MessageRef | null> {
  const { channel, ts, recall } = copy;
  const look = () => postedMarks(client, { channel, threadTs });
  const marks = await patiently(look, wait, { isRepeatable: true });
  const earlier = [...marks].findLast(([mark]) => {
    const [, number, place] = /^recall (\d{1,9}) below (.+) 0$/.exec(mark) ?? [];
    return place === `${channel} ${ts}` && Number(number) !== recall.number;
  });
  const messageTs = earlier?.[1].ts ?? null;
  return messageTs === null ? null : { channel, messageTs };
}

async function post(
  copy: RecalledCopy,
  threadTs: string,
  services: Services,
): Promise<MessageRef | null | 'in-hand'> {
  const { channel, recall, row, heldWords, recalled } = copy;
  const posting = {
    key: keyOf(copy, recall.number),
    channel,
    threadTs,
    messages: renderNoteBelow({
      note: noteFor(copy, services.now()),
      about: heldWords,
      quote: recalled.quote,
      mark: correctionMark(recall.number, row.held.factHash),
    }),
    record: async ({ ts }: { readonly ts: string | null }) => {
      if (ts !== null) await recordNewVersion(copy, ts, services);
    },
  };
  const posted = await postOnce(posting, services, services.backgroundClient);
  if (posted.kind === 'in-hand') return 'in-hand';
  const ts = posted.kind === 'done' ? (posted.done?.ts ?? null) : null;
  return ts === null ? null : { channel, messageTs: ts };
}
