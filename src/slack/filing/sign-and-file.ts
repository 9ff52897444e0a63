import type { webApi } from '@slack/bolt';
import { deskFactId, deskSheetOf } from '../../corpus/index.ts';
import type { Draft } from '../../ledger/index.ts';
import type { Services } from '../services/services.ts';
import { checkedByOf } from './checked-by.ts';
import { fileSigned } from './finish-drafts.ts';
import { showDraft } from './show-draft.ts';

/**
 * Signs the version of a draft that somebody has before them, and writes it into its sheet. False where it cannot be
 * signed by them, or no longer. Once it is signed, whatever fails is made up for.
 */
export async function signAndFile(
  { id, version, fact, writtenBy }: Draft,
  by: string,
  services: Services,
  { client, onKept }: { readonly client: webApi.WebClient; readonly onKept?: () => Promise<void> },
): Promise<boolean> {
  const { filing, ledger, now } = services;
  if (filing === null || fact === null) return false;
  const signed = await ledger.signDraft({
    draftId: id,
    version,
    by,
    mayBeWriter: !filing.needsSecond,
    factId: deskFactId(fact, id),
    sheet: deskSheetOf(filing, now()).name,
    checkedBy: await checkedByOf([...(writtenBy === null ? [] : [writtenBy]), by], services, client),
  });
  if (signed === undefined) return false;
  await onKept?.();
  await fileSigned(services, client);
  await showDraft(id, services, client);
  return true;
}
