import type { FollowUp, Mismatch } from '../search/index.ts';
import type { Answer, Quote } from './answer.ts';

const WORDS = /[\p{L}\p{N}]+/gu;

/** Words of a text, as they are written. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(WORDS));

/**
 * The answer to a follow-up that was searched together with the question before it, with those mismatches alone that
 * are of the follow-up's own words: "and Poland?" after a question on Estonia no longer asks for Estonia, and "who
 * approved them?" for no size.
 */
export function toldOfFollowUp(answer: Answer, question: string, { asksFor }: FollowUp): Answer {
  if (answer.outcome === 'none') return answer;
  const words = wordsOf(question);
  const isOfFollowUp = (mismatch: Mismatch): boolean => {
    switch (mismatch.kind) {
      case 'year':
      case 'number':
      case 'name':
        return [...wordsOf(mismatch.asked)].every((word) => words.has(word));
      case 'answer':
        return mismatch.asksFor === asksFor;
      // The order of the words of two questions tells nobody's role, and who wants a quote may be content by now.
      case 'roles':
      case 'deskWording':
        return false;
      default:
        return mismatch satisfies never;
    }
  };
  const keepOwn = ({ mismatches = [], ...quote }: Quote): Quote => {
    const own = mismatches.filter(isOfFollowUp);
    return own.length === 0 ? quote : { ...quote, mismatches: own };
  };
  const [first, ...others] = answer.quotes;
  return { ...answer, quotes: [keepOwn(first), ...others.map(keepOwn)] };
}
