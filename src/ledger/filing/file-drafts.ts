import { type DeskSheetPlace, type Filing, fileFact } from '../../corpus/index.ts';
import type { Draft } from './draft.ts';
import type { Drafts } from './drafts.ts';

/** A signed draft, and whether it stands in its sheet now. */
export interface FiledDraft {
  readonly draft: Draft;
  readonly filing: Filing;
}

/**
 * Writes each signed draft that is not in its sheet yet into it, and notes whether that was done. Two that do so at the
 * same time write each of them once.
 */
export async function fileDrafts(
  ledger: Pick<Drafts, 'unfinishedDrafts' | 'recordFiled' | 'recordTrouble'>,
  place: DeskSheetPlace,
): Promise<readonly FiledDraft[]> {
  const { unfiled } = await ledger.unfinishedDrafts();
  const filed: FiledDraft[] = [];
  for (const draft of unfiled) {
    const filing = await fileDraft(draft, place);
    if (filing.kind === 'written') await ledger.recordFiled(draft.id);
    else if (filing.why !== draft.trouble) await ledger.recordTrouble(draft.id, filing.why);
    filed.push({ draft, filing });
  }
  return filed;
}

async function fileDraft(
  { fact, factId, sheet, signedAt, checkedBy }: Draft,
  place: DeskSheetPlace,
): Promise<Filing> {
  if (fact === null || factId === null || sheet === null || signedAt === null)
    return { kind: 'not written', file: sheet ?? '', why: 'its words are no longer kept' };
  const month = signedAt.toISOString().slice(0, 7);
  const filed = {
    ...fact,
    id: factId,
    checkedBy: checkedBy ?? `the desk, ${signedAt.toISOString().slice(0, 10)}`,
  };
  return fileFact(place, { name: sheet, month }, filed);
}
