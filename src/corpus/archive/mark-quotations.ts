import { everyMatch } from './every-match.ts';
import type { Span } from './span.ts';

/** A paragraph with its quotation marks made even. */
export interface MarkedParagraph {
  /** As long as the paragraph; outermost marks are “ and ”, those inside a quotation ‘ and ’. */
  readonly text: string;
  /** What stands between outermost marks, with them. */
  readonly quotations: readonly Span[];
  /** Whether the last quotation is not closed: it goes on in the next paragraph, or somebody forgot to. */
  readonly isOpen: boolean;
}

/** What closes a quotation, by what opened it. `''` is how teletypes wrote the end of ``. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['”', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['"', '"”'],
  ['‘', '’'],
  ["'", "'"],
  ['``', "''"],
]);

const MARKS = /``|''|[“”„«»"‘’']/g;
const HAS_MARKS = /[“”„«»"‘’'`]/;
const IN_WORD = /[\p{L}\p{N}]/u;
/** What may stand before a quotation mark that opens. */
const BEFORE_OPENING = /^$|[\s([{—–/:>-]/;
/** Of a text behind an apostrophe: a mark that closes a quotation comes before one that opens the next. */
const CLOSES_LATER = /^[^‘]*?[.,?!…]['’](?![\p{L}\p{N}])/u;
/** In UTF-16 units. No sentence is longer. */
const LOOK_AHEAD = 1_000;
/** Marks that are apostrophes more often than not. */
const SINGLE = /^['‘’]$/;
const CLOSING_SINGLE = /['’](?![\p{L}\p{N}])/gu;

/**
 * Makes the quotation marks of a paragraph even, whichever kind it uses, and says what stands between them. An
 * apostrophe is none. `isContinued` tells that the paragraph goes on with a quotation of the one before.
 */
export function markQuotations(paragraph: string, isContinued = false): MarkedParagraph {
  if (!HAS_MARKS.test(paragraph)) {
    const quotations = isContinued ? [{ start: 0, end: paragraph.length }] : [];
    return { text: paragraph, quotations, isOpen: isContinued };
  }
  return new QuotationReader(paragraph, isContinued).read();
}

class QuotationReader {
  readonly #paragraph: string;
  readonly #parts: string[] = [];
  readonly #quotations: Span[] = [];
  /** What opened the quotations that are open, the outermost first. */
  readonly #open: string[] = [];
  /** Where the last mark that can close each kind of single quotation stands. */
  readonly #lastSingle: number;
  #start = 0;

  constructor(paragraph: string, isContinued: boolean) {
    this.#paragraph = paragraph;
    this.#lastSingle = everyMatch(paragraph, CLOSING_SINGLE).at(-1)?.index ?? -1;
    if (isContinued) this.#open.push(firstOpener(paragraph));
  }

  read(): MarkedParagraph {
    let done = 0;
    for (const { 0: mark, index } of everyMatch(this.#paragraph, MARKS)) {
      this.#parts.push(this.#paragraph.slice(done, index), this.#take(mark, index));
      done = index + mark.length;
    }
    const { length } = this.#paragraph;
    this.#parts.push(this.#paragraph.slice(done));
    const isOpen = this.#open.length > 0;
    if (isOpen) this.#quotations.push({ start: this.#start, end: length });
    return { text: this.#parts.join(''), quotations: this.#quotations, isOpen };
  }

  /** Gives what is written for a mark. Two signs stay two. */
  #take(mark: string, at: number): string {
    const before = this.#paragraph.charAt(at - 1);
    const after = this.#paragraph.charAt(at + mark.length);
    const inner = this.#open.at(-1);
    const canOpen = BEFORE_OPENING.test(before) && after.trim() !== '' && this.#mayOpen(mark, at);
    if (inner !== undefined && this.#closes(mark, inner, at) && !(canOpen && mark === inner)) {
      this.#open.pop();
      if (this.#open.length > 0) return '’'.padEnd(mark.length);
      this.#quotations.push({ start: this.#start, end: at + mark.length });
      return '”'.padEnd(mark.length);
    }
    // An opening mark needs no blank before it, unless it can close as well.
    if (!canOpen && !/[“„«`]/.test(mark)) return mark;
    this.#open.push(mark);
    if (this.#open.length > 1) return '‘'.padStart(mark.length);
    this.#start = at;
    return '“'.padStart(mark.length);
  }

  #closes(mark: string, opener: string, at: number): boolean {
    if (CLOSERS.get(opener)?.includes(mark) !== true) return false;
    if (!SINGLE.test(mark)) return true;
    const after = this.#paragraph.slice(at + 1, at + 1 + LOOK_AHEAD);
    if (IN_WORD.test(after.charAt(0))) return false;
    // In ‘The boys’ room is shut,’ the mark behind a comma is the one that closes.
    return !IN_WORD.test(this.#paragraph.charAt(at - 1)) || !CLOSES_LATER.test(after);
  }

  /** A single mark opens a quotation that is closed somewhere, or a paragraph; ’90s and ‘em open none. */
  #mayOpen(mark: string, at: number): boolean {
    if (mark === '’' || mark === "''" || (this.#open.length > 0 && mark === '”')) return false;
    return !SINGLE.test(mark) || at === 0 || this.#lastSingle > at;
  }
}

/** The kind of marks of a quotation that began in an earlier paragraph, by what closes it here. */
function firstOpener(paragraph: string): string {
  const mark = /[”"»]|''/.exec(paragraph)?.[0];
  return (
    [...CLOSERS].find(([opener, closers]) => opener !== '”' && mark && closers.includes(mark))?.[0] ?? '“'
  );
}
