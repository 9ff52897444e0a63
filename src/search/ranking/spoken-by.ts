import { readWords } from '../analysis/read-words.ts';
import type { Look } from './look.ts';

/** Whether the question names somebody to whom a passage is attributed. */
export function isAttributedToAsked({ index, table }: Look, ordinal: number): boolean {
  let isAsked = false;
  readWords(index.passages.commonAt(ordinal).attribution, (form) => {
    const word = index.lexicon.idOf(form);
    if (word < 0 || index.isStopWord[word] === 1) return;
    isAsked ||= table.termAt(index.lexicon.termOf(word)) >= 0;
  });
  return isAsked;
}

/** Whether a passage is a quote of somebody whom the question names. */
export function isSpokenByAsked(look: Look, ordinal: number): boolean {
  return look.index.passages.commonAt(ordinal).kind === 'quote' && isAttributedToAsked(look, ordinal);
}
