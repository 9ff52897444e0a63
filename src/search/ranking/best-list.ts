/** The best so far, best first; kept by insertion, for small limits. Of equal ones the first to come stays first. */
export class BestList {
  readonly numbers: Int32Array;
  readonly scores: Float32Array;
  count = 0;
  /** A score that is not above this one is not among the best. */
  floor = 0;

  constructor(limit: number) {
    this.numbers = new Int32Array(limit);
    this.scores = new Float32Array(limit);
  }

  /** Takes in what scores above the floor. */
  add(number: number, score: number): void {
    const { numbers, scores } = this;
    let at = this.count < numbers.length ? this.count++ : this.count - 1;
    for (; at > 0 && (scores[at - 1] ?? 0) < score; at--) {
      scores[at] = scores[at - 1] ?? 0;
      numbers[at] = numbers[at - 1] ?? 0;
    }
    scores[at] = score;
    numbers[at] = number;
    if (this.count === numbers.length) this.floor = scores[this.count - 1] ?? 0;
  }
}
