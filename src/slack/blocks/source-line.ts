import type { Quote } from '../../answer/index.ts';
import { citationLine } from './citation-line.ts';

/** The line under a quote as plain text: what a reader saw of it, without the address behind its link. */
export function sourceLine(quote: Quote): string {
  return citationLine(quote)
    .map((leaf) => ('text' in leaf ? (leaf.text ?? '') : ''))
    .join('');
}
