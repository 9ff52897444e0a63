import type { Quote } from '../../answer/index.ts';
import type { DraftFact } from '../../corpus/index.ts';

/** A draft as a reader will see it. */
export function draftQuote(fact: DraftFact): Quote {
  const { kind, text, saidBy, asOf, title, publisher, published, accessed = '', url } = fact;
  return {
    factId: '',
    text,
    kind,
    attribution: saidBy ?? publisher ?? title,
    asOf: asOf ?? published ?? accessed,
    ...(asOf === undefined && published === undefined && { isUndated: true }),
    published: published ?? null,
    source: { title, publisher: publisher ?? null, url: url ?? null, file: '', line: 1 },
    confidence: 1,
    highlights: [],
  };
}
