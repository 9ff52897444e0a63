import type { FactDesk, FactDetails } from '../../answer/index.ts';
import { type FactVersion, factVersion } from '../../ledger/index.ts';

/** A fact that was shown once, as it stands now. */
export interface CurrentFact {
  readonly fact: FactDetails;
  /** Whether anything that a reader sees of it is different from what was shown. */
  readonly hasChanged: boolean;
}

/** Looks a shown fact up again. Null when it is not among the files any more. */
export async function currentFact(
  factDesk: Pick<FactDesk, 'fact'>,
  shown: FactVersion,
): Promise<CurrentFact | null> {
  const fact = await factDesk.fact(shown.factId);
  return fact && { fact, hasChanged: factVersion(fact.quote).factHash !== shown.factHash };
}

/** What somebody is told whose button belongs to a fact that has gone. */
export const FACT_GONE =
  'This fact is no longer on file here: it was withdrawn or removed since, or is beyond the topics of this channel. ' +
  'Ask again with /fact.';
/** What somebody is told whose button belongs to a fact that reads differently now. */
export const FACT_CHANGED = 'This fact was changed since it was shown. This is how it stands now.';
