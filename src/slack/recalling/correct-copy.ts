import type { Quote } from '../../answer/index.ts';
import {
  factVersion,
  type Recall,
  type RecallRow,
  type RecallRowResult,
  type ShownWords,
} from '../../ledger/index.ts';
import { quoteBlocks } from '../blocks/quote.ts';
import { correctMessage } from '../blocks/recall/corrected-message.ts';
import { correctionMark, isCorrected } from '../blocks/recall/correction-marks.ts';
import { type NoteOnCopy, noteOnCopy } from '../blocks/recall/note-on-copy.ts';
import { type ToldChange, tellChange } from '../blocks/recall/tell-change.ts';
import { richText } from '../blocks/rich-text-elements.ts';
import { packMessages } from '../blocks/slack-message.ts';
import { sourceLine } from '../blocks/source-line.ts';
import { shownFacts } from '../replying/describe-delivery.ts';
import { postOnce } from '../replying/post-once.ts';
import { patiently } from '../sending/patiently.ts';
import type { Services } from '../services/services.ts';
import { type FoundMessage, findMessage } from './find-message.ts';
import { type RecalledFact, recalledFact } from './recalled-fact.ts';
import { whyUnreached } from './why-unreached.ts';

/**
 * Corrects one message that shows the fact, in place; where Slack lets it be changed no more, with a reply below it.
 * Null where the fact has changed once more. Rejects where Slack cannot be reached.
 */
export async function correctCopy(
  row: RecallRow,
  recall: Recall,
  services: Services,
): Promise<RecallRowResult | null> {
  const { channel, messageTs: ts } = row;
  if (channel === null || ts === null) return { state: 'unreached', reason: 'erased' };
  const recalled = await recalledFact(recall, channel, services);
  if (recalled === null) return null;
  const heldWords = await services.ledger.keptWords(row.held);
  const copy = { channel, ts, row, recall, heldWords, recalled };
  try {
    return await changeInPlace(copy, services);
  } catch (error) {
    const reason = whyUnreached(error);
    if (reason === null) throw error;
    return { state: 'unreached', reason };
  }
}

interface Copy {
  readonly channel: string;
  readonly ts: string;
  readonly row: RecallRow;
  readonly recall: Recall;
  readonly heldWords: ShownWords | null;
  readonly recalled: RecalledFact;
}

async function changeInPlace(copy: Copy, services: Services): Promise<RecallRowResult> {
  const { channel, ts, row, heldWords } = copy;
  const { wait, backgroundClient: client } = services;
  const found = await findMessage({ channel, ts, questionId: row.questionId }, services);
  if (found === null) return { state: 'unreached', reason: 'deleted' };
  const { blocks } = found;
  const mark = correctionMark(copy.recall.number, row.held.factHash);
  if (isCorrected(blocks, mark)) return edited(copy, services);
  const { held } = row;
  const { quote } = copy.recalled;
  const corrected =
    heldWords && correctMessage(blocks, { ...noteOf(copy, services), held, heldWords, quote, mark });
  if (corrected === null) return replyBelow(copy, found, services);
  const content = { text: corrected.text, blocks: [...corrected.blocks] };
  try {
    await patiently(() => client.chat.update({ channel, ts, ...content }), wait, { isRepeatable: true });
    return await edited(copy, services);
  } catch (error) {
    if (whyUnreached(error) !== 'edit-window-closed') throw error;
    return replyBelow(copy, found, services);
  }
}

async function edited(copy: Copy, services: Services): Promise<RecallRowResult> {
  await recordNewVersion(copy, services);
  return { state: 'done', way: 'edited', notice: null };
}

/** Where the message cannot be changed, or its words do not stand in it as they were shown. */
async function replyBelow(
  copy: Copy,
  { thread }: FoundMessage,
  services: Services,
): Promise<RecallRowResult> {
  const { channel, ts, recall } = copy;
  const { quote } = copy.recalled;
  const threadTs = thread ?? ts;
  const messages = packMessages([
    richText(...noteOnCopy(noteOf(copy, services))),
    ...(quote === null ? [] : quoteBlocks(quote)),
  ]);
  const key = `recall ${recall.number} below ${channel} ${ts}`;
  try {
    const posted = await postOnce({ key, channel, threadTs, messages }, services, services.backgroundClient);
    const sent = posted.kind === 'done' ? posted.done : null;
    const notice = sent?.ts ? { channel: sent.channel ?? channel, messageTs: sent.ts } : null;
    await recordNewVersion(copy, services);
    return { state: 'done', way: 'thread-reply', notice };
  } catch (error) {
    const reason = whyUnreached(error);
    if (reason === null) throw error;
    return { state: 'unreached', reason };
  }
}

function noteOf({ heldWords, recalled, recall }: Copy, { now }: Services): NoteOnCopy {
  const change = recalled.without ?? toldChange(heldWords, recalled.quote);
  return { on: now(), change, reason: recall.reason };
}

function toldChange(was: ShownWords | null, quote: Quote): ToldChange {
  const [is] = shownFacts([quote]);
  return was === null || is?.words === undefined
    ? { was: 'other words', is: sourceLine(quote) }
    : tellChange(was, is.words);
}

/** The message shows the new version from now on. */
async function recordNewVersion({ channel, ts, row, recalled }: Copy, services: Services): Promise<void> {
  const { quote } = recalled;
  if (quote === null) return;
  const isDirect = channel.startsWith('D');
  const person = isDirect ? await personOf(row, services) : null;
  if (isDirect && person === null) return;
  await services.lateWrites.write({
    ids: { recall: String(row.recall) },
    what: 'which version a copy shows',
    write: () =>
      services.ledger.recordDelivery({
        kind: isDirect ? 'direct-message' : 'reply',
        questionId: row.questionId,
        facts: [factVersion(quote)],
        channel,
        messageTs: ts,
        person,
        seenBy: isDirect ? person : null,
        sentBy: null,
      }),
  });
}

async function personOf({ questionId }: RecallRow, { ledger }: Services): Promise<string | null> {
  return (await ledger.question(questionId))?.askedBy ?? null;
}
