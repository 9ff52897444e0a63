import type { Passage, Place } from '../../corpus/index.ts';
import { GrowingInts } from './growing-array.ts';
import { type TextStore, TextStoreBuilder, textAt } from './text-store.ts';

/** What passages have in common with their neighbours of the same article or sheet. */
export type Common = Omit<Passage, 'id' | 'text' | 'context' | 'place'> & {
  readonly place: Omit<Place, 'line' | 'start' | 'end'>;
};

/** How the context of a passage is kept: not at all, as the other passages of its paragraph, or as a text. */
const NO_CONTEXT = -2;
const CONTEXT_OF_SIBLINGS = -1;

/** The passages of an index as columns: a million of them as objects would fill the JavaScript heap. */
export interface PassageColumns {
  readonly ids: TextStore;
  readonly texts: TextStore;
  readonly contexts: TextStore;
  /** By ordinal: number of the context's text, or one of the two marks above. */
  readonly contextOf: Int32Array;
  readonly common: readonly Common[];
  readonly commonOf: Int32Array;
  /** By ordinal: ordinal of the first passage of its paragraph. */
  readonly firstOfParagraph: Int32Array;
  readonly lines: Int32Array;
  readonly startOffsets: Int32Array;
  readonly endOffsets: Int32Array;
}

/** The passages of an index by ordinal. */
export interface PassageTable {
  readonly size: number;
  readonly columns: PassageColumns;
  /** The passage as it was given. Throws a RangeError for an ordinal that was not given out. */
  at(ordinal: number): Passage;
}

function siblingsOf({ texts, firstOfParagraph }: PassageColumns, ordinal: number): string {
  const first = firstOfParagraph[ordinal] ?? ordinal;
  const siblings: string[] = [];
  for (let other = first; firstOfParagraph[other] === first; other++) {
    if (other !== ordinal) siblings.push(textAt(texts, other));
  }
  return siblings.join(' ');
}

function contextAt(columns: PassageColumns, ordinal: number): string {
  const kept = columns.contextOf[ordinal] ?? NO_CONTEXT;
  if (kept === NO_CONTEXT) return '';
  return kept === CONTEXT_OF_SIBLINGS ? siblingsOf(columns, ordinal) : textAt(columns.contexts, kept);
}

/** Makes passages from their columns whenever they are asked for. */
export function createPassageTable(columns: PassageColumns): PassageTable {
  const size = columns.commonOf.length;
  return {
    size,
    columns,
    at(ordinal) {
      const common = columns.common[columns.commonOf[ordinal] ?? -1];
      if (!common) throw new RangeError(`There is no passage ${ordinal} among ${size}.`);
      const line = columns.lines[ordinal] ?? 0;
      const start = columns.startOffsets[ordinal] ?? 0;
      const end = columns.endOffsets[ordinal] ?? 0;
      return {
        ...common,
        id: textAt(columns.ids, ordinal),
        text: textAt(columns.texts, ordinal),
        place: { ...common.place, line, start, end },
        // The sentences around it are put together only when somebody reads them.
        get context() {
          return contextAt(columns, ordinal);
        },
      };
    },
  };
}

function commonOf({ id: _id, text: _text, context: _context, place, ...rest }: Passage): Common {
  const { line: _line, start: _start, end: _end, ...where } = place;
  return { ...rest, place: where };
}

/** Whether two passages have all in common that `Common` holds. */
function haveInCommon(one: Passage, other: Passage): boolean {
  if (one.source !== other.source || one.askedAs.length + other.askedAs.length > 0) return false;
  return JSON.stringify(commonOf(one)) === JSON.stringify(commonOf(other));
}

/** Collects passages that arrive in reading order. */
export class PassageTableBuilder {
  readonly #ids = new TextStoreBuilder();
  readonly #texts = new TextStoreBuilder();
  readonly #contexts = new TextStoreBuilder();
  readonly #contextOf = new GrowingInts();
  readonly #common: Common[] = [];
  readonly #commonOf = new GrowingInts();
  readonly #firstOfParagraph = new GrowingInts();
  readonly #lines = new GrowingInts();
  readonly #startOffsets = new GrowingInts();
  readonly #endOffsets = new GrowingInts();
  #paragraph: Passage[] = [];
  #last: Passage | undefined;

  get size(): number {
    return this.#commonOf.length;
  }

  /** Adds a passage; `isSameParagraph` when it stands in one with the passage before. Gives its ordinal. */
  add(passage: Passage, isSameParagraph: boolean): number {
    if (!isSameParagraph) this.#closeParagraph();
    const ordinal = this.size;
    const first = ordinal - this.#paragraph.push(passage) + 1;
    if (!this.#last || !haveInCommon(this.#last, passage)) this.#common.push(commonOf(passage));
    this.#last = passage;
    this.#ids.add(passage.id);
    this.#texts.add(passage.text);
    this.#commonOf.push(this.#common.length - 1);
    this.#firstOfParagraph.push(first);
    this.#lines.push(passage.place.line);
    this.#startOffsets.push(passage.place.start);
    this.#endOffsets.push(passage.place.end);
    return ordinal;
  }

  finish(): PassageTable {
    this.#closeParagraph();
    return createPassageTable({
      ids: this.#ids.finish(),
      texts: this.#texts.finish(),
      contexts: this.#contexts.finish(),
      contextOf: this.#contextOf.toArray(),
      common: this.#common,
      commonOf: this.#commonOf.toArray(),
      firstOfParagraph: this.#firstOfParagraph.toArray(),
      lines: this.#lines.toArray(),
      startOffsets: this.#startOffsets.toArray(),
      endOffsets: this.#endOffsets.toArray(),
    });
  }

  /** A context that is nothing but the paragraph's other passages need not be kept. */
  #closeParagraph(): void {
    const texts = this.#paragraph.map(({ text }) => text);
    this.#paragraph.forEach(({ context }, i) => {
      if (context === '') this.#contextOf.push(NO_CONTEXT);
      else if (context === texts.filter((_, other) => other !== i).join(' '))
        this.#contextOf.push(CONTEXT_OF_SIBLINGS);
      else this.#contextOf.push(this.#contexts.add(context));
    });
    this.#paragraph = [];
  }
}
