import { GrowingInts } from './growing-array.ts';

/** Bytes a builder starts with; it doubles when full. */
const FIRST_CAPACITY = 64 * 1024;
/** Offsets are kept in 32 bits. */
const MOST_BYTES = 2 ** 32;
/** A half of a surrogate pair without the other: UTF-8 cannot hold it. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Texts with a lone surrogate begin with this byte, which UTF-8 never uses, and go on in UTF-16. */
const UTF16_MARK = 0xff;

/** Texts by number, kept as bytes outside the JavaScript heap. */
export interface TextStore {
  readonly bytes: Uint8Array;
  /** Offset of each text in `bytes`, and at last the end of all. */
  readonly offsets: Uint32Array;
}

/** The text with this number, to the letter as it was added. */
export function textAt({ bytes, offsets }: TextStore, number: number): string {
  const start = offsets[number] ?? 0;
  const end = offsets[number + 1] ?? 0;
  // A view of the same memory: no bytes are copied.
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return start < end && bytes[start] === UTF16_MARK
    ? view.toString('utf16le', start + 1, end)
    : view.toString('utf8', start, end);
}

/** Collects texts one after another. */
export class TextStoreBuilder {
  #bytes = Buffer.alloc(FIRST_CAPACITY);
  #length = 0;
  readonly #offsets = new GrowingInts();

  constructor() {
    this.#offsets.push(0);
  }

  /** Gives the number of the text. Throws a RangeError when all texts together pass 4 GB. */
  add(text: string): number {
    // A UTF-16 unit takes at most three bytes.
    this.#reserve(text.length * 3 + 1);
    this.#length += LONE_SURROGATE.test(text)
      ? this.#writeMarked(text)
      : this.#bytes.write(text, this.#length);
    return this.#offsets.push(this.#length) - 2;
  }

  finish(): TextStore {
    return {
      bytes: new Uint8Array(this.#bytes.subarray(0, this.#length)),
      offsets: Uint32Array.from(this.#offsets.toArray()),
    };
  }

  #writeMarked(text: string): number {
    this.#bytes[this.#length] = UTF16_MARK;
    return 1 + this.#bytes.write(text, this.#length + 1, 'utf16le');
  }

  #reserve(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    if (needed > MOST_BYTES) throw new RangeError('The texts of one index pass 4 GB: split the archive.');
    const larger = Buffer.allocUnsafe(Math.min(MOST_BYTES, Math.max(needed, this.#bytes.length * 2)));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
