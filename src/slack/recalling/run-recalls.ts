import {
  inTurn,
  type Recall,
  type RecallRow,
  type RecallRowKind,
  type RecallRowResult,
} from '../../ledger/index.ts';
import { errorFields, slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { correctCopy } from './correct-copy.ts';
import { showRecall } from './recall-cards.ts';
import { tellReader } from './tell-reader.ts';

/** So many rows of a kind are worked on at once: while one waits for Slack's answer the next is on its way. */
const ROWS_AT_ONCE = 8;
/** The card counts up no faster: each time takes a call from what copies may be changed with. */
const CARD_EVERY_MS = 20_000;

/**
 * Works through every recall that the desk decided: each copy once, each person once, at the pace of Slack, after a
 * kill from where it stood, and when no other copy of the bot does so. Never rejects; what fails is taken up in a
 * minute.
 */
export async function runRecalls(services: Services): Promise<void> {
  const { ledger, logger, recallLook, stopping } = services;
  if (recallLook.isRunning) return;
  recallLook.isRunning = true;
  try {
    await inTurn({ job: 'recalls', ledger, stopping }, () => runDecided(services));
  } catch (error) {
    logger.error(errorFields(error), 'a recall could not go on');
  } finally {
    recallLook.isRunning = false;
  }
}

async function runDecided(services: Services): Promise<void> {
  const { ledger, requests, stopping } = services;
  const worked = new Set<number>();
  const next = async () => {
    const running = await ledger.recalls(['running']);
    // The desk may decide on another while one is worked through.
    return running.find(({ number }) => !worked.has(number));
  };
  for (let recall = await next(); recall !== undefined && !stopping.aborted; recall = await next()) {
    worked.add(recall.number);
    const one = recall;
    await requests.run(() => run(one, services));
  }
}

async function run(recall: Recall, services: Services): Promise<void> {
  const { ledger, logger, now } = services;
  let shownAt = now().getTime();
  const onRow = async () => {
    if (Math.abs(now().getTime() - shownAt) < CARD_EVERY_MS) return;
    shownAt = now().getTime();
    await showRecall(recall, services);
  };
  await showRecall(recall, services);
  await ledger.addRecallRows(recall);
  const lane = (kind: RecallRowKind) => workThrough({ recall, kind, onRow }, services);
  await Promise.all([lane('copy'), lane('person')]);
  if (services.stopping.aborted) return;
  // What another copy of the bot sent meanwhile, before it had read the change.
  await ledger.addRecallRows(recall);
  const isDone = await ledger.finishRecall(recall.number);
  const last = await ledger.recall(recall.number);
  if (last !== undefined) await showRecall(last, services);
  if (isDone) logger.info({ recall: recall.number }, 'a recall is done');
}

interface Lane {
  readonly recall: Recall;
  readonly kind: RecallRowKind;
  readonly onRow: () => Promise<void>;
}

/**
 * Takes rows until there are none left, or none of those taken can be settled just now: what goes wrong with one of
 * them, such as an answer that gets lost, keeps nobody else waiting.
 */
async function workThrough({ recall, kind, onRow }: Lane, services: Services): Promise<void> {
  const { ledger, stopping } = services;
  while (!stopping.aborted) {
    const rows = await ledger.takeRecallRows({ recall: recall.number, kind, limit: ROWS_AT_ONCE });
    if (rows.length === 0) return;
    const worked = await Promise.all(rows.map((row) => workOn(row, recall, services)));
    if (!worked.some(Boolean)) return;
    await onRow();
  }
}

/** Whether it is settled; false where it is to be tried again later. */
async function workOn(row: RecallRow, recall: Recall, services: Services): Promise<boolean> {
  const { ledger, logger, ackPriority } = services;
  try {
    await ackPriority.yieldToAcks();
    const reach = row.kind === 'copy' ? correctCopy : tellReader;
    const result = await reach(row, recall, services);
    if (result === null) {
      await ledger.giveRecallRowBack(row.id);
      return false;
    }
    await finish(row, result, services);
    return true;
  } catch (error) {
    const failure = slackFailure(error);
    const ids = { recall: recall.number, row: row.id };
    if (failure.kind === 'refused') {
      logger.warn({ ...ids, ...errorFields(error) }, 'a copy or a person could not be reached');
      await finish(row, { state: 'unreached', reason: 'refused' }, services);
      return true;
    }
    logger.error({ ...ids, ...errorFields(error) }, 'a row of a recall is left for later');
    // What may have been done is looked for before it is done again, two minutes later.
    if (failure.kind !== 'unsure') await ledger.giveRecallRowBack(row.id).catch(() => undefined);
    return false;
  }
}

function finish(row: RecallRow, result: RecallRowResult, { ledger, lateWrites }: Services): Promise<void> {
  return lateWrites.write({
    ids: { recall: String(row.recall) },
    what: 'what came of a row of a recall',
    write: () => ledger.finishRecallRow(row.id, result),
  });
}
