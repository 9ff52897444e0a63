/** A typed array that doubles when it is full; appended to while an index is built. Values are 32 bits, signed. */
export class GrowingInts {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Gives the new length. */
  push(value: number): number {
    if (this.#length === this.#values.length) this.#grow(this.#length + 1);
    this.#values[this.#length++] = value;
    return this.#length;
  }

  /** Appends a range of the values of another, or of its own. */
  append(other: GrowingInts, from: number, to: number): void {
    const length = this.#length + to - from;
    if (length > this.#values.length) this.#grow(length);
    this.#values.set(other.#values.subarray(from, to), this.#length);
    this.#length = length;
  }

  /** The value at a position below `length`; 0 beyond. */
  at(position: number): number {
    return this.#values[position] ?? 0;
  }

  set(position: number, value: number): void {
    this.#values[position] = value;
  }

  /** The values so far, in an array of exactly their number. */
  toArray(): Int32Array {
    return this.#values.slice(0, this.#length);
  }

  #grow(length: number): void {
    const larger = new Int32Array(Math.max(length, this.#values.length * 2));
    larger.set(this.#values);
    this.#values = larger;
  }
}
