import { type MarkedParagraph, markQuotations } from './mark-quotations.ts';
import type { Span } from './span.ts';

/** Words that can be quoted by themselves. */
export interface Sentence extends Span {
  /** Points of a list with the line that introduces them. */
  readonly isList?: boolean;
}

/** A paragraph and the sentences that it was cut into, all as offsets in the article. */
export interface CutParagraph extends Span {
  readonly sentences: readonly Sentence[];
}

/** A sentence as far as it matters who speaks. */
export interface Utterance {
  /** Number of its paragraph, from 0. */
  readonly paragraph: number;
  /** With the quotation marks that `markQuotations` gives. */
  readonly words: string;
  /** How many of its UTF-16 units stand between quotation marks. */
  readonly quoted: number;
  /** How many do not; 0 where no letter is among them. */
  readonly unquoted: number;
  /** It begins within a quotation that the sentence before it began. */
  readonly isContinued: boolean;
  /** Points of a list, which are their writer's, whoever else is quoted in them. */
  readonly isList: boolean;
}

/**
 * The sentences of an article in reading order, with what of them stands between quotation marks. A quotation that is
 * not closed goes on in the next paragraph, when that begins with a mark or closes it.
 */
export function readUtterances(text: string, paragraphs: readonly CutParagraph[]): readonly Utterance[] {
  const utterances: Utterance[] = [];
  let isOpen = false;
  for (const [paragraph, { start, end, sentences }] of paragraphs.entries()) {
    const words = text.slice(start, end);
    const goesOn = isOpen && CLOSES_FIRST.test(words);
    const reopens = isOpen && !goesOn && OPENS.test(words);
    const marked = markQuotations(words, goesOn);
    let next = 0;
    for (const [at, sentence] of sentences.entries()) {
      const span = { start: sentence.start - start, end: sentence.end - start };
      // Both go from left to right: what ends before this sentence is of no use to those behind it.
      while ((marked.quotations[next]?.end ?? Infinity) <= span.start) next++;
      const isContinued =
        at === 0 ? goesOn || reopens : (marked.quotations[next]?.start ?? Infinity) < span.start;
      utterances.push({
        paragraph,
        isContinued,
        isList: sentence.isList === true,
        ...measure(marked, span, next),
      });
    }
    isOpen = marked.isOpen;
  }
  return utterances;
}

const OPENS = /^["“„«‘'`]/;
/** The first quotation mark closes a quotation that began earlier. */
const CLOSES_FIRST = /^[^“„«"”»]*(?:[”»]|(?<=[^\s(])")/;

const LETTER = /\p{L}/u;

function measure({ text, quotations }: MarkedParagraph, { start, end }: Span, next: number) {
  const words = text.slice(start, end);
  let quoted = 0;
  let outside = '';
  let from = start;
  for (let at = next; at < quotations.length; at++) {
    const quotation = quotations[at];
    if (!quotation || quotation.start >= end) break;
    outside += text.slice(from, Math.max(from, quotation.start));
    from = Math.min(end, quotation.end);
    quoted += from - Math.max(start, quotation.start);
  }
  outside += text.slice(from, end);
  return { words, quoted, unquoted: LETTER.test(outside) ? outside.length : 0 };
}
