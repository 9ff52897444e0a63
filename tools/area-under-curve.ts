/** A probability that was told, and whether it came true. */
export interface Claim {
  /** 0 to 1. */
  readonly confidence: number;
  readonly isRight: boolean;
}

/**
 * How likely one that came true was claimed with more than one that did not, 0 to 1 (the area under the ROC curve); 0.5
 * where all came true, or none.
 */
export function areaUnderCurve(claims: readonly Claim[]): number {
  const sorted = claims.toSorted((a, b) => a.confidence - b.confidence);
  let [ranks, right] = [0, 0];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.confidence === sorted[from]?.confidence) to++;
    // Equal ones share their ranks.
    const rank = (from + to + 1) / 2;
    for (; from < to; from++) {
      if (!sorted[from]?.isRight) continue;
      ranks += rank;
      right++;
    }
  }
  const wrong = sorted.length - right;
  return right === 0 || wrong === 0 ? 0.5 : (ranks - (right * (right + 1)) / 2) / (right * wrong);
}
