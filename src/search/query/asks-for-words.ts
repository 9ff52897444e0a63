import { wordList } from '../text/word-list.ts';

/** Words that name what somebody said. */
const QUOTE_WORDS = new Set(wordList('quote quotes quoted quotation quotations verbatim'));
/** Words that ask for it behind `what`. */
const SAYING_WORDS = new Set(wordList('say says said saying tell tells told'));

/** Whether a question, given as its folded words, asks for a quote. */
export function asksForQuote(forms: readonly string[]): boolean {
  return forms.some((form) => QUOTE_WORDS.has(form));
}

/**
 * Whether a question, given as its folded words, asks for somebody's own words: "what did Austin say", "Austin
 * quote".
 */
export function asksForWords(forms: readonly string[]): boolean {
  if (asksForQuote(forms)) return true;
  const what = forms.indexOf('what');
  return what >= 0 && forms.some((form, at) => at > what && SAYING_WORDS.has(form));
}
