import { tokenise } from '../text/tokenise.ts';
import type { QueryContext } from './query-context.ts';

/**
 * The terms of who a passage is attributed to, in their order; -1 for grammar words and for words that stand nowhere
 * else.
 */
function termsOfAttribution({ index }: QueryContext, ordinal: number): readonly number[] {
  const terms: number[] = [];
  tokenise(index.passages.metadataAt(ordinal).attribution, (form) => {
    const word = index.lexicon.idOf(form);
    terms.push(word < 0 || index.isStopWord[word] === 1 ? -1 : index.lexicon.termOf(word));
  });
  return terms;
}

/**
 * Whether the question names somebody to whom a passage is attributed, in the very words or by another name: "UN"
 * names the United Nations. A word that means much the same names nobody: a "report" says something, and is not who
 * is asked for.
 */
function isAttributedToAsked(context: QueryContext, ordinal: number): boolean {
  const { lookup } = context;
  const terms = termsOfAttribution(context, ordinal);
  return terms.some((term, at) => {
    const { certainty, names } = lookup.at(term);
    if (certainty === 1) return true;
    return names.some(({ name: { words } }) => {
      const start = at - (words[0]?.offset ?? 0);
      return words.every((word) => terms[start + word.offset] === word.term);
    });
  });
}

/** Whether a passage is a quote of somebody whom the question names. */
export function isSpokenByAsked(context: QueryContext, ordinal: number): boolean {
  return context.index.passages.metadataAt(ordinal).kind === 'quote' && isAttributedToAsked(context, ordinal);
}
