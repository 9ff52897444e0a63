import type { Sentence } from './read-utterances.ts';
import type { Span } from './span.ts';

/** Part of a paragraph whose sentences are each other's context. */
export interface ContextWindow extends Span {
  readonly sentences: readonly Sentence[];
}

/**
 * In UTF-16 units; some thirty sentences, as much as a reader takes in around a quote. News paragraphs are far shorter.
 */
const WINDOW_LENGTH = 4_000;

/**
 * A paragraph as one window, or one longer than two windows in windows of some 4,000 characters, cut between sentences.
 * Without a limit, thousands of sentences that each carry all the others would take quadratic memory. No window has
 * fewer than two sentences, unless the paragraph has.
 */
export function contextWindows(paragraph: Span, sentences: readonly Sentence[]): readonly ContextWindow[] {
  const windows: ContextWindow[] = [];
  let from = 0;
  let start = paragraph.start;
  for (let at = 2; at <= sentences.length - 2; at++) {
    const next = sentences[at]?.start ?? paragraph.end;
    const isFull = at - from >= 2 && next - start >= WINDOW_LENGTH;
    if (!isFull || paragraph.end - next < WINDOW_LENGTH) continue;
    windows.push({ start, end: next, sentences: sentences.slice(from, at) });
    from = at;
    start = next;
  }
  return [...windows, { start, end: paragraph.end, sentences: sentences.slice(from) }];
}
