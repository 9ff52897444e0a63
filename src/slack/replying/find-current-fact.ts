import type { FactDesk } from '../../answer/index.ts';
import { type FactVersion, factVersion } from '../../ledger/index.ts';
import type { CurrentFact } from '../blocks/current-fact.ts';

/** Looks a shown fact up again. Null when it is not among the files any more. */
export async function findCurrentFact(
  factDesk: Pick<FactDesk, 'fact'>,
  shown: FactVersion,
): Promise<CurrentFact | null> {
  const fact = await factDesk.fact(shown.factId);
  return fact && { fact, hasChanged: factVersion(fact.quote).factHash !== shown.factHash };
}
