/** Bytes a builder starts with; it doubles when full. */
const FIRST_CAPACITY = 64 * 1024;

/** Texts by number, kept as UTF-8 outside the JavaScript heap. */
export interface TextStore {
  readonly bytes: Uint8Array;
  /** Offset of each text in `bytes`, and at last the end of all. */
  readonly offsets: Float64Array;
}

/** Collects texts one after another. */
export class TextStoreBuilder {
  #bytes = Buffer.alloc(FIRST_CAPACITY);
  #length = 0;
  readonly #offsets: number[] = [0];

  add(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    const needed = this.#length + text.length * 3;
    if (needed > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
    this.#offsets.push(this.#length);
  }

  finish(): TextStore {
    return {
      bytes: Uint8Array.from(this.#bytes.subarray(0, this.#length)),
      offsets: Float64Array.from(this.#offsets),
    };
  }
}
