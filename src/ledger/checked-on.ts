import { asItStands } from '../answer/index.ts';
import type { Passage } from '../corpus/index.ts';
import type { FactReviews } from './fact-reviews.ts';
import { factVersion } from './fact-version.ts';

/**
 * The day on which the desk last found a fact true, in the version that stands there now: whoever checked other words
 * has not checked these. Undefined where nobody did.
 */
export function checkedOn(ledger: Pick<FactReviews, 'knownCheck'>, passage: Passage): string | undefined {
  const check = ledger.knownCheck(passage.id);
  if (check === undefined) return undefined;
  const { factHash } = factVersion(asItStands(passage, () => undefined));
  return factHash === check.fact.factHash ? check.on : undefined;
}
