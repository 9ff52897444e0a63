/**
 * One-sided bounds on a share, from how often something was seen: those of Clopper and Pearson, which hold with at
 * least the certainty asked for whatever the share is. C. J. Clopper and E. S. Pearson, "The use of confidence or
 * fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934), 404 to 413. They are worked out by
 * bisection on the tail of the binomial distribution, of which they are the inverse.
 */

/** How sure a bound is: of a hundred such bounds, five are wrong. */
const CERTAINTY = 0.95;
/** Halvings of the interval from 0 to 1: enough for six digits. */
const STEPS = 30;

/** The probability (0 to 1) of at most so many of `trials` when each happens with probability `share`. */
function atMost(seen: number, trials: number, share: number): number {
  if (seen >= trials || share <= 0) return 1;
  if (share >= 1) return 0;
  let logTerm = trials * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let count = 1; count <= seen; count++) {
    logTerm += Math.log((trials - count + 1) / count) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** The narrowest interval found, from below to above the share from which on `isBeyond` holds. */
function bisect(isBeyond: (share: number) => boolean): readonly [low: number, high: number] {
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (isBeyond(middle)) high = middle;
    else low = middle;
  }
  return [low, high];
}

/**
 * No greater share (0 to 1) than this one, with 95 % certainty, when something was seen `seen` times of `trials`; 1
 * without trials. Both are whole numbers from 0, `seen` no greater than `trials`.
 */
export function upperBound(seen: number, trials: number): number {
  if (seen >= trials) return 1;
  return bisect((share) => atMost(seen, trials, share) <= 1 - CERTAINTY)[1];
}

/** No smaller share (0 to 1) than this one, likewise; 0 without trials. */
export function lowerBound(seen: number, trials: number): number {
  if (seen <= 0) return 0;
  return bisect((share) => 1 - atMost(seen - 1, trials, share) >= 1 - CERTAINTY)[0];
}

/** So few trials can show, when nothing is seen in any, that a share is at most `target` (above 0, below 1). */
export function fewestTrials(target: number): number {
  return Math.ceil(Math.log(1 - CERTAINTY) / Math.log1p(-target));
}
