import type { Recall, RecallRow, RecallRowResult } from '../../ledger/index.ts';
import { correctMessage, showsPartOf } from '../blocks/recall/corrected-message.ts';
import { correctionMark, isCorrected, isEmptied } from '../blocks/recall/correction-marks.ts';
import { patiently } from '../sending/patiently.ts';
import type { Services } from '../services/services.ts';
import { type FoundMessage, findMessage } from './find-message.ts';
import { noteFor, type RecalledCopy, recordNewVersion } from './recalled-copy.ts';
import { recalledFact } from './recalled-fact.ts';
import { replyBelowCopy } from './reply-below-copy.ts';
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
  const { channel, messageTs: ts, questionId } = row;
  if (channel === null || ts === null) return { state: 'unreached', reason: 'erased' };
  const recalled = await recalledFact(recall, channel, services);
  if (recalled === null) return null;
  const heldWords = await services.ledger.keptWords(row.held);
  const copy = { channel, ts, row, recall, heldWords, recalled };
  try {
    const found = await findMessage({ channel, ts, questionId }, services);
    if (found === null || (await wasLeftOut(copy, found, services)))
      return { state: 'unreached', reason: 'deleted' };
    return await correctFound(copy, found, services);
  } catch (error) {
    const reason = whyUnreached(error);
    if (reason === null) throw error;
    return { state: 'unreached', reason };
  }
}

/**
 * Whether somebody chose another close match since: the fact stands in that message no more, and there is nothing in it
 * to correct.
 */
async function wasLeftOut(
  { row, heldWords }: RecalledCopy,
  { blocks }: FoundMessage,
  { ledger }: Services,
): Promise<boolean> {
  if (heldWords === null || showsPartOf(blocks, heldWords.text)) return false;
  const chosen = await ledger.chosenFact(row.questionId);
  return chosen !== undefined && chosen !== row.held.factId;
}

async function correctFound(
  copy: RecalledCopy,
  { blocks, thread }: FoundMessage,
  services: Services,
): Promise<RecallRowResult | null> {
  const { channel, ts, recall, heldWords, recalled, row } = copy;
  const { held } = row;
  const mark = correctionMark(recall.number, held.factHash);
  if (isCorrected(blocks, mark)) return edited(copy, services);
  // An earlier recall has left no words of it there, and said so.
  if (isEmptied(blocks, held.factHash)) return { state: 'done', way: 'edited', notice: null };
  const note = noteFor(copy, services.now());
  const corrected =
    heldWords && correctMessage(blocks, { ...note, held, heldWords, quote: recalled.quote, mark });
  if (corrected === null) return replyBelowCopy(copy, thread ?? ts, services);
  const { wait, backgroundClient: client } = services;
  const content = { text: corrected.text, blocks: [...corrected.blocks] };
  try {
    await patiently(() => client.chat.update({ channel, ts, ...content }), wait, { isRepeatable: true });
  } catch (error) {
    if (whyUnreached(error) !== 'edit-window-closed') throw error;
    return replyBelowCopy(copy, thread ?? ts, services);
  }
  return edited(copy, services);
}

async function edited(copy: RecalledCopy, services: Services): Promise<RecallRowResult> {
  await recordNewVersion(copy, copy.ts, services);
  return { state: 'done', way: 'edited', notice: null };
}
