/** Bytes a builder starts with; it doubles when full. */
const FIRST_CAPACITY = 64 * 1024;
/** A half of a surrogate pair without the other: UTF-8 cannot hold it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Texts by number, kept as UTF-8 outside the JavaScript heap. */
export interface TextStore {
  readonly bytes: Uint8Array;
  /** Offset of each text in `bytes`, and at last the end of all. */
  readonly offsets: Float64Array;
  /** The few texts that UTF-8 cannot hold, by number. */
  readonly unencodable: ReadonlyMap<number, string>;
}

/** The text with this number, to the letter as it was added. */
export function textAt({ bytes, offsets, unencodable }: TextStore, number: number): string {
  const odd = unencodable.get(number);
  if (odd !== undefined) return odd;
  // A view of the same memory: no bytes are copied.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'utf8',
    offsets[number] ?? 0,
    offsets[number + 1] ?? 0,
  );
}

/** Collects texts one after another. */
export class TextStoreBuilder {
  #bytes = Buffer.alloc(FIRST_CAPACITY);
  #length = 0;
  readonly #offsets: number[] = [0];
  readonly #unencodable = new Map<number, string>();

  /** Gives the number of the text. */
  add(text: string): number {
    const number = this.#offsets.length - 1;
    if (LONE_SURROGATE.test(text)) {
      this.#unencodable.set(number, text);
      this.#offsets.push(this.#length);
      return number;
    }
    // A UTF-16 unit takes at most three bytes.
    const needed = this.#length + text.length * 3;
    if (needed > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
    this.#offsets.push(this.#length);
    return number;
  }

  finish(): TextStore {
    return {
      bytes: new Uint8Array(this.#bytes.subarray(0, this.#length)),
      offsets: Float64Array.from(this.#offsets),
      unencodable: this.#unencodable,
    };
  }
}
