import type { Passage } from '../src/corpus/index.ts';
import { fold } from '../src/search/text/fold.ts';
import type { BenchQuestion } from './generate-questions.ts';

const wordsOf = (text: string) => fold(text).match(/[a-z0-9]+/g) ?? [];

/**
 * Whether a passage holds as many words of a question, letter for letter, as the one it was made from. The corpus holds
 * sentences twice with two words changed, as later reports do: where the question has neither of the changed words,
 * nobody can tell which was meant.
 */
export function isAsGood({ clean }: BenchQuestion, found: Passage, meant: Passage): boolean {
  const asked = wordsOf(clean);
  const held = ({ text }: Passage) => {
    const words = new Set(wordsOf(text));
    return asked.filter((word) => words.has(word)).length;
  };
  return held(found) >= held(meant);
}
