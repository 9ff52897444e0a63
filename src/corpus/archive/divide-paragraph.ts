import type { Span } from './split-sentences.ts';

/** Sentences of a paragraph that are the context of each other. */
export interface Stretch extends Span {
  readonly sentences: readonly Span[];
}

/** Some thirty sentences: as much as somebody reads around a quote. Paragraphs of the press are far shorter. */
const LONG_ENOUGH = 4_000;

/**
 * A paragraph as it is, or one of more than two stretches' length in stretches of some 4,000 characters, cut between
 * sentences: each of thousands of sentences with all the others would take their number squared. No stretch has fewer
 * than two sentences, unless the paragraph has.
 */
export function divideParagraph(paragraph: Span, sentences: readonly Span[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let start = paragraph.start;
  for (let at = 2; at <= sentences.length - 2; at++) {
    const next = sentences[at]?.start ?? paragraph.end;
    const isEnough = at - from >= 2 && next - start >= LONG_ENOUGH;
    if (!isEnough || paragraph.end - next < LONG_ENOUGH) continue;
    stretches.push({ start, end: next, sentences: sentences.slice(from, at) });
    from = at;
    start = next;
  }
  return [...stretches, { start, end: paragraph.end, sentences: sentences.slice(from) }];
}
