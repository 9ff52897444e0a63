import type { webApi } from '@slack/bolt';
import { type Draft, fileDrafts } from '../../ledger/index.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { answerGroup } from './answer-group.ts';
import { showDraft } from './show-draft.ts';

/**
 * Does what is left to do of drafts: posts them, writes what is signed into its sheet, and tells those who asked once
 * it is on file. Rejects when the ledger fails.
 */
export async function finishDrafts(services: Services, client: webApi.WebClient): Promise<void> {
  const { ledger } = services;
  const { unposted } = await ledger.unfinishedDrafts();
  for (const { id } of unposted) await showDraft(id, services, client);
  await fileSigned(services, client);
  const { untold } = await ledger.unfinishedDrafts();
  for (const draft of untold) await tellOfFiled(draft, services, client);
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

/** A fact that is not on file yet is told when it is. */
async function tellOfFiled(draft: Draft, services: Services, client: webApi.WebClient): Promise<void> {
  const { id, groupId, factId, signedBy, fact } = draft;
  const { ledger, factDesk, logger } = services;
  if (factId === null) return;
  try {
    if ((await factDesk.fact(factId)) === null) return;
    const answering = { factId, askedAs: fact?.askedAs ?? [], answeredBy: signedBy ?? '' };
    await answerGroup(groupId, answering, services, client);
    await ledger.recordDraftTold(id);
    await showDraft(id, services, client);
  } catch (error) {
    logger.error({ draft: id, ...errorFields(error) }, 'those who asked are told of a new fact later');
  }
}
