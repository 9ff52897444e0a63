import { contentWords, fold } from '../search/index.ts';
import type { Named } from './question-part.ts';

/** What a text tells, in folded words with blanks between, and by the stems of what it is about. */
export interface Told {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** A question by the part that was put into it and the stems of its other words. */
export interface AskedParts {
  readonly part: Named;
  readonly rest: readonly string[];
}

/** A text that tells of the part and of this share of the other words may answer. */
const MAY_ANSWER = 0.5;

const asWords = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Reads what texts tell together. */
export function toldIn(texts: readonly string[]): Told {
  const text = texts.join('\n');
  return { text: ` ${asWords(text)} `, words: contentWords(text) };
}

/** Whether a text tells of something, in whatever form. */
export function tellsOf({ text }: Told, { forms }: Named): boolean {
  return forms.some((form) => text.includes(` ${asWords(form)} `));
}

/** Whether what tells of the part may answer the question: it tells of half the other words too. */
export function meetsRest({ words }: Told, { rest }: Pick<AskedParts, 'rest'>): boolean {
  return rest.filter((word) => words.has(word)).length >= MAY_ANSWER * rest.length;
}
