import { readWords } from '../analysis/read-words.ts';
import type { Look } from './look.ts';

/** Whether a passage is a quote of somebody whom the question names. */
export function isSpokenByAsked({ index, table }: Look, ordinal: number): boolean {
  const { kind, attribution } = index.passages.commonAt(ordinal);
  if (kind !== 'quote') return false;
  let isAsked = false;
  readWords(attribution, (form) => {
    const word = index.lexicon.idOf(form);
    if (word < 0 || index.isStopWord[word] === 1) return;
    isAsked ||= table.termAt(index.lexicon.termOf(word)) >= 0;
  });
  return isAsked;
}
