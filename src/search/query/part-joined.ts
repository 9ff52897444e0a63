import { isIrregular } from '../text/stem.ts';
import { wordList } from '../text/word-list.ts';
import { AUXILIARIES, DEGREES, WH_WORDS } from './answer-type.ts';
import { opensAsQuestion, readFollowUp } from './follow-up.ts';
import { spokenForms } from './spoken-forms.ts';

/** Where a second question may begin in a sentence. */
const JOINT = /(?<=\s)(?:and|&|plus)\s(?:(?:also|then)\s)?(?=(?:who|what|when|where|why|which|how)\b)/gi;
/** Behind a question word these make no question: "how they are cleared", "what the treaty says". */
const OPENS_CLAUSE = new Set(wordList('the a an he she it they we you i this that these those there'));
const PRONOUNS = new Set(wordList('he she it they this that these those'));
const WHO: ReadonlySet<string> = new Set(['who', 'whos', 'which']);

/**
 * The questions that `and` joins in a sentence, where each has a verb of its own: "How many died and who said it?".
 * Others stay one: "who and when", "how many men and how many women died", "between what he said and what he did".
 */
export function partJoined(sentence: string): readonly string[] {
  for (const { index, 0: joint } of sentence.matchAll(JOINT)) {
    const before = sentence.slice(0, index).trimEnd().replace(/,$/, '');
    const behind = sentence.slice(index + joint.length);
    const isApart = !/[?.!]$/.test(before) && !isOpenQuotation(before);
    const forms = spokenForms(behind);
    if (!isApart || !asks(forms) || !isWhole(before, PRONOUNS.has(forms[2] ?? ''))) continue;
    return [`${before}?`, ...partJoined(behind)];
  }
  return [sentence];
}

const isOpenQuotation = (text: string) => (text.match(/["“”]/g) ?? []).length % 2 === 1;

/** Whether a sentence, `and` before it aside, is a question with a verb of its own: "And who measured it?". */
export function asksByItself(sentence: string): boolean {
  const forms = spokenForms(sentence);
  return asks(forms[0] === 'and' || forms[0] === 'but' ? forms.slice(1) : forms);
}

/** Whether words are a question to which another is added; what points back to it tells that it is whole. */
function isWhole(words: string, isPointedTo: boolean): boolean {
  const forms = spokenForms(words);
  if (!opensAsQuestion(words) || forms.includes('between')) return false;
  return readFollowUp(words).namesAnything && (isPointedTo || hasVerb(forms));
}

/** Whether words that begin with a question word ask something, and have a verb to ask it with. */
function asks([word = '', next = '', ...rest]: readonly string[]): boolean {
  if (next === '' || OPENS_CLAUSE.has(next)) return false;
  if (AUXILIARIES.has(next)) return rest.length > 0;
  if (word === 'whats' || word === 'whos') return true;
  if (word === 'how') return DEGREES.includes(next) && hasVerb(rest);
  return WHO.has(word) && rest.length > 0 && hasVerb([word, next, ...rest]);
}

/** As far as forms tell: a verb that helps, a past form, or whatever stands behind `who`. */
function hasVerb(forms: readonly string[]): boolean {
  return forms.some(
    (form, at) =>
      !WH_WORDS.has(form) &&
      (AUXILIARIES.has(form) || /^\p{L}{2,}ed$/u.test(form) || isIrregular(form) || forms[at - 1] === 'who'),
  );
}
