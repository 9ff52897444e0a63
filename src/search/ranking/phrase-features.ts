import { holdsPhrase, holdsWritten, type Phrase } from '../retrieval/held-phrase.ts';
import type { Evidence } from './evidence.ts';

/** Whether a passage of the paragraph or its title holds a phrase. */
function isHeld({ context: { index }, ordinal }: Evidence, phrase: Phrase): boolean {
  const { paragraphOf, paragraphStarts } = index.passages.columns;
  const paragraph = paragraphOf[ordinal] ?? 0;
  const end = paragraphStarts[paragraph + 1] ?? 0;
  for (let other = paragraphStarts[paragraph] ?? 0; other < end; other++)
    if (holdsPhrase(index, other, phrase)) return true;
  return holdsWritten(phrase.written, index.passages.metadataAt(ordinal).source.title);
}

/** The share, 0 to 1, of the phrases in quotation marks that neither the paragraph of a passage nor its title holds. */
export function missingPhrases(evidence: Evidence): number {
  const { phrases } = evidence.context;
  if (phrases.length === 0) return 0;
  let missing = 0;
  for (const phrase of phrases) if (!isHeld(evidence, phrase)) missing++;
  return missing / phrases.length;
}
