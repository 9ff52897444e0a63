/** Words that name what somebody said. */
const QUOTES = new Set(['quote', 'quotes', 'quoted', 'quotation', 'quotations', 'verbatim']);
/** Words that ask for it behind `what`. */
const SAYING = new Set(['say', 'says', 'said', 'saying', 'tell', 'tells', 'told']);

/** Whether a question, given as its folded words, asks for somebody's own words: "what did Austin say", "Austin quote". */
export function asksForWords(forms: readonly string[]): boolean {
  if (forms.some((form) => QUOTES.has(form))) return true;
  const what = forms.indexOf('what');
  return what >= 0 && forms.some((form, at) => at > what && SAYING.has(form));
}
