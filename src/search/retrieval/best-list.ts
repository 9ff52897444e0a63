/**
 * How much of a ranking is kept: its first `least`, and beyond them what scores more than a share of the best, `most`
 * in all.
 */
export interface Keep {
  readonly least: number;
  readonly most: number;
  /** 0 to 1. */
  readonly share: number;
}

/** How many of so many scores, best first, are kept. */
export function countKept(scores: ArrayLike<number>, count: number, { least, most, share }: Keep): number {
  const enough = share * (scores[0] ?? 0);
  let kept = Math.min(count, most);
  while (kept > least && (scores[kept - 1] ?? 0) <= enough) kept--;
  return kept;
}

/** The best so far, best first; kept by insertion, for few. Of equal ones the first to come stays first. */
export class BestList {
  readonly numbers: Int32Array;
  readonly scores: Float32Array;
  /** A score that is not above this one is not among the best. */
  floor = 0;
  readonly #keep: Keep;
  #count = 0;

  constructor(keep: Keep) {
    this.numbers = new Int32Array(keep.most);
    this.scores = new Float32Array(keep.most);
    this.#keep = keep;
  }

  /** How many are kept. */
  get count(): number {
    return countKept(this.scores, this.#count, this.#keep);
  }

  /** Takes in what scores above the floor. */
  add(number: number, score: number): void {
    const { numbers, scores } = this;
    let at = this.#count < numbers.length ? this.#count++ : this.#count - 1;
    for (; at > 0 && (scores[at - 1] ?? 0) < score; at--) {
      scores[at] = scores[at - 1] ?? 0;
      numbers[at] = numbers[at - 1] ?? 0;
    }
    scores[at] = score;
    numbers[at] = number;
    this.#raiseFloor();
  }

  #raiseFloor(): void {
    const { least, most, share } = this.#keep;
    const last = this.#count >= most ? (this.scores[most - 1] ?? 0) : 0;
    const far =
      this.#count >= least ? Math.min(this.scores[least - 1] ?? 0, share * (this.scores[0] ?? 0)) : 0;
    this.floor = Math.max(last, far);
  }
}
