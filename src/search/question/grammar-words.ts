import { STOP_WORDS } from '../analysis/stop-words.ts';
import { isCommonWord } from '../spelling/english-words.ts';

const sorted = (word: string) => [...word].sort().join('');

/** Words of three letters and more; of shorter ones every slip is another word. */
const MENDED = [...STOP_WORDS, 'many', 'much', 'long', 'name'].filter((word) => word.length >= 3);
const byLetters = new Map(MENDED.map((word) => [sorted(word), word]));

/** What `which`, `where`, `when` become with a letter lost. */
const LOST_LETTER: ReadonlyMap<string, string> = new Map(
  ['what', 'which', 'where', 'when', 'who', 'why', 'how', 'many', 'does', 'whose'].flatMap((word) =>
    word.length < 4
      ? []
      : [...word].map((_, i): [string, string] => [word.slice(0, i) + word.slice(i + 1), word]),
  ),
);

/**
 * The grammar word that an unknown word was meant for, or the word itself: the same letters in another order
 * (`waht`, `teh`), or a question word with a letter lost (`wich`, `wher`).
 */
export function mendGrammarWord(form: string): string {
  if (form.length < 3) return form;
  return byLetters.get(sorted(form)) ?? LOST_LETTER.get(form) ?? form;
}

const QUESTION_WORDS = ['what', 'which', 'where', 'when', 'who', 'why', 'how'];

/** A question word and the word that was typed on to it: `howmany`, `whatis`. */
export function partQuestionWord(form: string): readonly [string, string] | undefined {
  for (const asking of QUESTION_WORDS) {
    const rest = form.slice(asking.length);
    if (form.startsWith(asking) && (STOP_WORDS.has(rest) || (rest.length >= 4 && isCommonWord(rest))))
      return [asking, rest];
  }
  return undefined;
}
