import type { webApi } from '@slack/bolt';
import { type Draft, fileDrafts } from '../../ledger/index.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import type { Occasion } from '../services/take-up.ts';
import { answerGroup } from './answer-group.ts';
import { showDraft } from './show-draft.ts';
import { whyNotInUse } from './why-not-in-use.ts';

/** A fact that was signed so long ago was read, if it ever will be. */
const LONG_READ_MS = 10 * 60 * 1_000;

/**
 * Does what is left to do of drafts: posts them, writes what is signed into its sheet, and tells those who asked once
 * it is on file. Rejects when the ledger fails.
 */
export async function finishDrafts(
  services: Services,
  client: webApi.WebClient,
  occasion: Occasion,
): Promise<void> {
  const { ledger, now } = services;
  const { unposted, untold: filedBefore } = await ledger.unfinishedDrafts();
  for (const { id } of unposted) await showDraft(id, services, client);
  await fileSigned(services, client);
  const { untold } = await ledger.unfinishedDrafts();
  for (const draft of untold) {
    const isOld = now().getTime() - (draft.signedAt?.getTime() ?? 0) > LONG_READ_MS;
    const isRead = isOld || (occasion === 'corpus-read' && filedBefore.some(({ id }) => id === draft.id));
    await tellOfFiled({ draft, isRead }, services, client);
  }
}

/** Writes what is signed into its sheet, and shows on its card whether that was done. */
export async function fileSigned(services: Services, client: webApi.WebClient): Promise<void> {
  const { filing: place, ledger } = services;
  if (place === null) return;
  for (const { draft, filing } of await fileDrafts(ledger, place)) {
    const isNews = filing.kind === 'written' || filing.why !== draft.trouble;
    if (isNews) await showDraft(draft.id, services, client);
  }
}

interface FiledFact {
  readonly draft: Draft;
  /** Whether its sheet was read since it was written there. */
  readonly isRead: boolean;
}

/** A fact that is not in use yet is told when it is. */
async function tellOfFiled(
  { draft, isRead }: FiledFact,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { id, factId, trouble } = draft;
  const { ledger, factDesk, logger } = services;
  if (factId === null) return;
  try {
    if ((await factDesk.fact(factId)) !== null) {
      await answerWith({ ...draft, factId }, services, client);
      return;
    }
    const why = isRead ? await whyNotInUse(draft, services) : trouble;
    if (why === trouble) return;
    await ledger.recordTrouble(id, why);
    await showDraft(id, services, client);
  } catch (error) {
    logger.error({ draft: id, ...errorFields(error) }, 'those who asked are told of a new fact later');
  }
}

/** The card counts up until everybody was told, or is known not to be reached. */
async function answerWith(
  { id, groupId, factId, signedBy, fact, leftOut, trouble }: Draft & { readonly factId: string },
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { ledger } = services;
  if (trouble !== null) await ledger.recordTrouble(id, null);
  const answering = { factId, askedAs: fact?.askedAs ?? [], leftOut, answeredBy: signedBy ?? '' };
  await answerGroup(groupId, answering, services, client);
  const answered = await ledger.answeredBy(factId);
  if (answered.every(({ isSettled, askedBy }) => isSettled || askedBy === null))
    await ledger.recordDraftTold(id);
  await showDraft(id, services, client);
}
