import type {
  Ledger,
  OldVersionReach,
  Recall,
  RecallProgress,
  RecallRow,
  ShownWords,
} from '../ledger/index.ts';

/** A recall with all that is known of it. */
export interface RecallDetails {
  readonly recall: Recall;
  /** What was shown last; null where its words are not kept. */
  readonly was: ShownWords | null;
  /** What stands for it now; null where nothing does. */
  readonly is: ShownWords | null;
  /** How far the old words have spread, as far as nobody has decided. */
  readonly reach: OldVersionReach;
  readonly progress: RecallProgress;
  readonly rows: readonly RecallRow[];
}

/** Reads it from the ledger. */
export async function readRecallDetails(recall: Recall, ledger: Ledger): Promise<RecallDetails> {
  const { from, to, number } = recall;
  const concerned = { factId: from.factId, toHash: to?.factHash ?? null };
  return {
    recall,
    was: await ledger.keptWords(from),
    is: to?.words ?? null,
    reach: await ledger.reachOfOld(concerned),
    progress: await ledger.recallProgress(number),
    rows: await ledger.recallReceipt(number),
  };
}
