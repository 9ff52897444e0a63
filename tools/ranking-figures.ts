import { type Ranking, scoresWith, type Weights } from './ranking-fit.ts';

/** How right passages fare: the share of questions for which one is first, and the mean of 1 / rank of the first one. */
export interface Fare {
  readonly first: number;
  readonly mrr: number;
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** 1 / rank of the first right passage; 0 without one. */
function reciprocalRank(ranking: Ranking, weights: Weights): number {
  const scores = scoresWith(ranking, weights);
  const best = Math.max(...scores.filter((_, i) => ranking.isRight[i]));
  return best === Number.NEGATIVE_INFINITY ? 0 : 1 / (1 + scores.filter((score) => score > best).length);
}

/** How right passages fare with weights. */
export function fare(rankings: readonly Ranking[], weights: Weights): Fare {
  const ranks = rankings.map((ranking) => reciprocalRank(ranking, weights));
  return { first: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))), mrr: mean(ranks) };
}

/** Column by column, the mean over domains. */
export function averaged(rows: readonly (readonly Fare[])[]): readonly Fare[] {
  return (rows[0] ?? []).map((_, column) => ({
    first: mean(rows.map((row) => row[column]?.first ?? 0)),
    mrr: mean(rows.map((row) => row[column]?.mrr ?? 0)),
  }));
}
