const DESKS = '(?:eds?|editors?|desks?|newsdesks?|subscribers|clients|media|broadcasters)';
const REVISED =
  '(?:updates?|adds?|recasts?|refiles?|repeats?|corrects?|rewrites|writethru|deletes?|removes?|clarifies)';
/** What a revision is told to have changed. */
const REVISED_PART =
  '(?:quotes?|details?|comments?|background|lede?|headlines?|bylines?|dateline|slug|para(?:graph)?s?|grafs?' +
  '|throughout|reaction|photos?|spelling|typo)';

/** What a wire or a press office tells the desks that take its articles, not their readers. */
const NOTES: readonly RegExp[] = [
  new RegExp(
    String.raw`^[^\p{L}\d]{0,4}(?:${[
      String.raw`(?:eds?\.?|editors?|desks?|subs?|sub-?editors?|legal|lawyers?|nb|tk|picture desk|web desk)\s*:`,
      String.raw`(?:attn\.?|attention|notes?|memo|message|advisory|advice)(?: (?:to|for))?(?: all| the)? ${DESKS}\b`,
      String.raw`(?:editor(?:s|['’]s|s['’])?|eds?|desk|publisher['’]s) (?:notes?|advisory|advisories)\b`,
    ].join('|')})`,
    'iu',
  ),
  new RegExp(String.raw`^[([]?${REVISED}\b[^“”]{0,200}\b${REVISED_PART}\b`, 'i'),
  new RegExp(String.raw`^\(${REVISED}\b[^()]{0,200}\)\.?$`, 'i'),
  /^\W*(?:more (?:to (?:come|follow)|details? (?:soon|to follow))|full story to follow)\b/i,
  /^\W*(?:this is )?a? ?(?:developing|breaking)(?: news)? story\b/i,
  /^this (?:story|article|report) (?:will be|is being) updated\b/i,
  new RegExp(
    String.raw`^\(?(?:(?:additional |further |with )?(?:reporting|editing|writing|reported|written)` +
      String.raw`|compiled|edited|translated) by:? \p{Lu}`,
    'iu',
  ),
  /^\W*(?:(?:media|press|news|investor|public) )?(?:contacts?|enquiries|inquiries|relations)(?: \w+)?\s*:/i,
  /^for (?:more|further|additional|media|press|interviews?)\b[^“”]{0,30}\b(?:contact|call|visit|see|e-?mail)\b/i,
  /^(?:tel|phone|telephone|fax|mobile|cell|e-?mail|website|web)\b\.?\s*:/i,
  // The initials of those who wrote and checked it: "hh/ph/ts", "burs-dk/jj".
  /^[a-z]{1,5}(?:[/-][a-z]{1,4}){1,6}$/,
  /^(?:—|–|--|-|##|\*\*|_{2,}|-30-|ends?|\(?more\)?)\W*$/i,
];

const NOTE = new RegExp(NOTES.map(({ source }) => source).join('|'), 'iu');
const NOT_FOR_READERS = /\bnot (?:for|intended for) (?:publication|print|broadcast)\b/i;
/** An address to write to: a contact block, and no news. */
const MAIL_ADDRESS = /[\p{L}\d]@[\p{L}\d-]{1,60}\.\p{L}/u;

/** Whether a paragraph or sentence is meant for the desk, not for readers. */
export function isNoteToEditors(text: string): boolean {
  return NOTE.test(text) || NOT_FOR_READERS.test(text) || (text.includes('@') && MAIL_ADDRESS.test(text));
}

/** Lines behind which a release has nothing for readers any more: "Notes to editors", "Contacts", "-ends-". */
const ENDS: readonly string[] = [
  '(?:notes?|memo|information) (?:to|for) (?:the )?(?:editors?|newsdesks?|media|press)',
  "editor(?:s|['’]s|s['’])? notes?",
  '(?:(?:media|press) )?contacts?(?: (?:details|information))?',
  'ends?|-30-',
];

const END_OF_NEWS = new RegExp(String.raw`^\W*(?:${ENDS.join('|')})\W*$`, 'iu');
const ENDS_NOT_FOR_READERS = /^[^“”]{0,80}\bnot for publication\W*$/iu;

/** Whether a line ends what is for readers: nothing behind it is to be quoted. */
export function endsNews(line: string): boolean {
  return END_OF_NEWS.test(line) || (NOT_FOR_READERS.test(line) && ENDS_NOT_FOR_READERS.test(line));
}
