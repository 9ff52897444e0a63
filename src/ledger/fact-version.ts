import type { Quote } from '../answer/index.ts';
import type { FactVersion, ShownFact } from './shown-fact.ts';
import { hashOf } from './stored-text.ts';

/**
 * Which version of a fact a quote shows. All that a reader is shown counts; where the words stand in the file does
 * not, nor how well they answered, so that a fact that merely moved has not changed.
 */
export function factVersion(quote: Quote): FactVersion {
  const { factId, text, kind, attribution, asOf, published, source } = quote;
  const shown = [text, kind, attribution, asOf, published, source.title, source.publisher, source.url];
  return { factId, factHash: hashOf(...shown) };
}

/** What is kept of a quote that is shown with that source line. */
export function shownFact(quote: Quote, sourceLine: string): ShownFact {
  const { text, kind, attribution, asOf, published, source } = quote;
  const { title, publisher, url } = source;
  const words = { text, sourceLine, kind, attribution, asOf, published, title, publisher, url };
  return { ...factVersion(quote), words };
}
