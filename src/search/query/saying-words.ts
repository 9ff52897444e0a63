import { wordList } from '../text/word-list.ts';
import { AUXILIARIES } from './answer-type.ts';

const SAYING = new Set(wordList('said say says spoken commented'));
const ANYTHING = new Set(wordList('anything something a word'));
const ON = new Set(wordList('about on of to regarding concerning'));
/** What was said, as a plural: "what are the views on the bypass". */
const SPEECHES = new Set(wordList('views opinions comments remarks reactions statements'));

/** Further behind the start these are no longer what the question asks for. */
const SPEECH_WITHIN = 5;

/** The place of what was said and the subject is on: "reactions to the bypass"; or -1. */
function speechAt(words: readonly string[]): number {
  const at = words.findIndex((word, place) => SPEECHES.has(word) && ON.has(words[place + 1] ?? ''));
  return at <= SPEECH_WITHIN ? at : -1;
}

/** The place behind "who has said anything", where "about" follows; or -1. */
function endOfSaying(words: readonly string[], who: number): number {
  let at = who + 1;
  while (AUXILIARIES.has(words[at] ?? '')) at++;
  if (who < 0 || !SAYING.has(words[at] ?? '')) return -1;
  do at++;
  while (ANYTHING.has(words[at] ?? ''));
  return ON.has(words[at] ?? '') ? at : -1;
}

/**
 * Positions of the words, of a question for all who spoke, that no quote need hold: "has said anything" in "who has
 * said anything about the bypass", "reactions" in "reactions to the bypass". Empty for another question.
 */
export function sayingWords(words: readonly string[]): readonly number[] {
  const speech = speechAt(words);
  if (speech >= 0) return [speech];
  const who = words.indexOf('who');
  return [...words.keys()].slice(who + 1, Math.max(who + 1, endOfSaying(words, who)));
}
