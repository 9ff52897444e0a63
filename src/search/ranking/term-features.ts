import { impactOf, TEXT_SATURATION } from '../indexing/bm25.ts';
import { isWrittenAsName } from '../query/query.ts';
import type { Evidence } from './evidence.ts';

// Features that are sums over the terms of the question, each term weighed by its share in the question.
// No closures in here: the loader names each one when it is made, and this runs for every passage that is reranked.

export function text({ context: { shares }, own }: Evidence): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const impact = impactOf(own.counts[i] ?? 0, own.length, TEXT_SATURATION);
    sum += (shares[i] ?? 0) * (own.certainties[i] ?? 0) * impact;
  }
  return sum;
}

/** The sum of the shares of terms, each times how much of it there is. */
function weigh(shares: readonly number[], amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += (shares[i] ?? 0) * (amounts[i] ?? 0);
  return sum;
}

/** The same of those terms alone for which there is nothing of another kind. */
function weighWhereNone(
  shares: readonly number[],
  amounts: ArrayLike<number>,
  others: ArrayLike<number>,
): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) if (others[i] === 0) sum += (shares[i] ?? 0) * (amounts[i] ?? 0);
  return sum;
}

export const textCoverage = ({ context, own }: Evidence): number => weigh(context.shares, own.certainties);

export function rareCoverage({ context: { shares }, own }: Evidence): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] ?? 0;
    squares += share * share;
    sum += share * share * (own.certainties[i] ?? 0);
  }
  return squares > 0 ? sum / squares : sum;
}

export const rarest = ({ context, own }: Evidence): number => ((own.counts[context.rarest] ?? 0) > 0 ? 1 : 0);

export const wording = ({ context, own }: Evidence): number => weigh(context.shares, own.exact);

export const surroundings = ({ context, around }: Evidence): number => weigh(context.shares, around.impacts);

export const coverage = ({ context, anywhere }: Evidence): number => weigh(context.shares, anywhere);

export const previous = ({ context, own, before }: Evidence): number =>
  weighWhereNone(context.shares, before, own.certainties);

export const relatedTerms = ({ context, own, anywhere }: Evidence): number =>
  weighWhereNone(context.shares, own.related, anywhere);

export function missingNames({ context: { query, shares }, anywhere }: Evidence): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const term = query.terms[i];
    if (anywhere[i] === 0 && term && isWrittenAsName(term)) sum += shares[i] ?? 0;
  }
  return sum;
}

export function heaviestMissing({ context: { shares }, anywhere }: Evidence): number {
  let most = 0;
  for (let i = 0; i < shares.length; i++) most = Math.max(most, (shares[i] ?? 0) * (1 - (anywhere[i] ?? 0)));
  return most;
}

export function unmetWords({ anywhere }: Evidence): number {
  let sum = 0;
  for (let i = 0; i < anywhere.length; i++) if (anywhere[i] === 0) sum += 1 / anywhere.length;
  return sum;
}
