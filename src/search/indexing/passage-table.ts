import type { Passage } from '../../corpus/index.ts';
import { GrowingInts } from '../columns/growing-array.ts';
import { lowerBound } from '../columns/lower-bound.ts';
import { type TextStore, TextStoreBuilder, textAt } from '../columns/text-store.ts';
import { hashOf } from '../columns/word-table.ts';
import type { Paragraph } from './paragraphs.ts';
import {
  MetadataBuilder,
  type MetadataColumns,
  metadataAt,
  type PassageMetadata,
} from './passage-metadata.ts';

/** The passages of an index as columns: a million of them as objects would fill the JavaScript heap. */
export interface PassageColumns {
  /** Each passage's id without how those of its document begin. */
  readonly ids: TextStore;
  /** Open addressing by hash of the id, a power of two of slots: ordinal plus 1, or 0. */
  readonly idSlots: Int32Array;
  readonly texts: TextStore;
  readonly common: MetadataColumns;
  /** By ordinal: number of its metadata, which neighbours may share. */
  readonly commonOf: Int32Array;
  readonly startOffsets: Int32Array;
  readonly endOffsets: Int32Array;
  /** By ordinal: number of its paragraph. Ascending. */
  readonly paragraphOf: Int32Array;
  /** Ordinal of the first passage of each paragraph, and at last the number of all passages. */
  readonly paragraphStarts: Int32Array;
  /** By number of the paragraph: 1 when its passages have a context, 0 when they stand alone. */
  readonly hasContext: Uint8Array;
  /** Ordinals, ascending, of passages whose context is more than the other passages of their paragraph. */
  readonly oddContexts: Int32Array;
  /** The contexts of these. */
  readonly contexts: TextStore;
}

function siblingsOf({ texts, paragraphStarts }: PassageColumns, ordinal: number, paragraph: number): string {
  const siblings: string[] = [];
  const end = paragraphStarts[paragraph + 1] ?? 0;
  for (let other = paragraphStarts[paragraph] ?? 0; other < end; other++) {
    if (other !== ordinal) siblings.push(textAt(texts, other));
  }
  return siblings.join(' ');
}

function contextAt(columns: PassageColumns, ordinal: number): string {
  const paragraph = columns.paragraphOf[ordinal] ?? 0;
  if (columns.hasContext[paragraph] === 0) return '';
  const odd = lowerBound(columns.oddContexts, ordinal);
  const isOdd = columns.oddContexts[odd] === ordinal;
  return isOdd ? textAt(columns.contexts, odd) : siblingsOf(columns, ordinal, paragraph);
}

/** The metadata of so many passages is kept as objects: the same are asked for again. */
const MOST_REMEMBERED = 2000;

/** The passages of an index by ordinal, made from their columns whenever they are asked for. */
export class PassageTable {
  readonly columns: PassageColumns;
  readonly #known = new Map<number, PassageMetadata>();

  constructor(columns: PassageColumns) {
    this.columns = columns;
  }

  get size(): number {
    return this.columns.commonOf.length;
  }

  /** The ordinal of the passage with this id, or -1. Of several with one id, the first. */
  ordinalOf(id: string): number {
    const { idSlots } = this.columns;
    const mask = idSlots.length - 1;
    for (let slot = hashOf(id) & mask; ; slot = (slot + 1) & mask) {
      const ordinal = (idSlots[slot] ?? 0) - 1;
      if (ordinal < 0 || this.#idAt(ordinal) === id) return ordinal;
    }
  }

  textAt(ordinal: number): string {
    return textAt(this.columns.texts, ordinal);
  }

  /** The metadata of a passage. */
  metadataAt(ordinal: number): PassageMetadata {
    const number = this.columns.commonOf[ordinal] ?? 0;
    const known = this.#known.get(number);
    if (known) return known;
    if (this.#known.size === MOST_REMEMBERED) this.#known.clear();
    const metadata = metadataAt(this.columns.common, number);
    this.#known.set(number, metadata);
    return metadata;
  }

  /** The passage as it was given. Throws a RangeError for an ordinal that was not given out. */
  at(ordinal: number): Passage {
    const { columns } = this;
    if (!(ordinal >= 0 && ordinal < this.size)) {
      throw new RangeError(`There is no passage ${ordinal} among ${this.size}.`);
    }
    const { idStart, place, ...metadata } = this.metadataAt(ordinal);
    const start = columns.startOffsets[ordinal] ?? 0;
    const end = columns.endOffsets[ordinal] ?? 0;
    return {
      ...metadata,
      id: idStart + textAt(columns.ids, ordinal),
      text: this.textAt(ordinal),
      place: { ...place, start, end },
      // The sentences around it are put together only when somebody reads them.
      get context() {
        return contextAt(columns, ordinal);
      },
    };
  }

  #idAt(ordinal: number): string {
    return this.metadataAt(ordinal).idStart + textAt(this.columns.ids, ordinal);
  }
}

/** Files ordinals by the hashes of their ids, half full at most. */
function toSlots(hashes: GrowingInts): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2))));
  const mask = slots.length - 1;
  for (let ordinal = 0; ordinal < hashes.length; ordinal++) {
    let slot = hashes.at(ordinal) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = ordinal + 1;
  }
  return slots;
}

/** Collects passages, a paragraph at a time. */
export class PassageTableBuilder {
  readonly #ids = new TextStoreBuilder();
  readonly #idHashes = new GrowingInts();
  readonly #texts = new TextStoreBuilder();
  readonly #contexts = new TextStoreBuilder();
  readonly #metadata = new MetadataBuilder();
  readonly #metadataOf = new GrowingInts();
  readonly #startOffsets = new GrowingInts();
  readonly #endOffsets = new GrowingInts();
  readonly #paragraphOf = new GrowingInts();
  readonly #paragraphStarts = new GrowingInts();
  readonly #hasContext = new GrowingInts();
  readonly #oddContexts = new GrowingInts();

  get size(): number {
    return this.#metadataOf.length;
  }

  /** Adds the passages of a paragraph and gives the ordinal of the first. */
  add({ passages, hasContext, isWhole }: Paragraph): number {
    const first = this.size;
    const paragraph = this.#paragraphStarts.push(first) - 1;
    this.#hasContext.push(hasContext ? 1 : 0);
    for (const passage of passages) {
      if (hasContext && !isWhole) {
        this.#oddContexts.push(this.size);
        this.#contexts.add(passage.context);
      }
      const { number, idStart } = this.#metadata.add(passage);
      this.#ids.add(passage.id.slice(idStart.length));
      this.#idHashes.push(hashOf(passage.id));
      this.#texts.add(passage.text);
      this.#metadataOf.push(number);
      this.#startOffsets.push(passage.place.start);
      this.#endOffsets.push(passage.place.end);
      this.#paragraphOf.push(paragraph);
    }
    return first;
  }

  finish(): PassageColumns {
    this.#paragraphStarts.push(this.size);
    return {
      ids: this.#ids.finish(),
      idSlots: toSlots(this.#idHashes),
      texts: this.#texts.finish(),
      common: this.#metadata.finish(),
      commonOf: this.#metadataOf.toArray(),
      startOffsets: this.#startOffsets.toArray(),
      endOffsets: this.#endOffsets.toArray(),
      paragraphOf: this.#paragraphOf.toArray(),
      paragraphStarts: this.#paragraphStarts.toArray(),
      hasContext: Uint8Array.from(this.#hasContext.toArray()),
      oddContexts: this.#oddContexts.toArray(),
      contexts: this.#contexts.finish(),
    };
  }
}
