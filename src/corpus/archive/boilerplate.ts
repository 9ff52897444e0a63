import { isCaption } from './captions.ts';
import { isNoteToEditors } from './notes-to-editors.ts';

/** A paragraph that names the writers: "By Jane Doe", "By JANE DOE and JOHN ROE, Staff Writers". */
const BYLINE =
  /^(?:By|BY|by) \p{Lu}[\p{L}.'’-]*(?:(?:,|,? and|,? for|,? of| &)?(?: the| The)? \p{Lu}[\p{L}.'’-]*){0,10}$/u;

/** Whole paragraphs, or whole sentences, that every page of a publisher bears and that say nothing of the news. */
const RIGHTS: readonly RegExp[] = [
  /^(?:copyright\b|©|\(c\) ?(?:19|20)\d\d)/i,
  /^the post .{1,300} (?:first )?appeared (?:first )?on .{1,100}$/i,
  /^this (?:story|article|report) (?:was (?:originally|first) published|has not been edited)/i,
  /^(?:first|originally) published (?:on|by|at|in) [^,“”]{1,80}$/i,
  /^this (?:story|article|report) was (?:auto|machine)-?\w*/i,
  // What was wrong before says so of itself, and is wrong.
  /^\W*(?:(?:correction|clarification|update)\b[^“”]{0,60})?an? (?:earlier|previous) version of (?:this|our)\b/i,
  /^\W*(?:corrections?|clarifications?)\b[^“”]{0,40}: /i,
  new RegExp(
    '^(?:all |any )?(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed\\b[^“”]{0,80}' +
      String.raw`\b(?:not necessarily|(?:solely |entirely )?(?:those|the opinions?) of the (?:author|writer)s?` +
      String.raw`|(?:his|her|their) own)\b`,
    'i',
  ),
];

/** The same, wherever it stands. */
const RIGHTS_ANYWHERE =
  /\ball rights reserved\b|\bmay not be (?:published|reproduced|redistributed|broadcast|rewritten)\b/i;

/** What leads away from the article, or asks something of its readers. */
const INVITATIONS: readonly RegExp[] = [
  /^\W*(?:read|see|find out|learn|hear|watch) (?:more|also|next|the full (?:story|report|article))\b.{0,120}$/i,
  /^\W*(?:continue|keep) reading\b/i,
  /^\W*(?:related|more|also|related (?:stories|coverage|articles)|see also|more (?:stories|coverage)[^.:]{0,40})\s*:/i,
  /^\W*(?:click|tap) here\b/i,
  /^(?:please )?(?:sign (?:up|in)|subscribe|register|log ?in|create (?:a|an|your) (?:free )?account)\b/i,
  /^(?:follow|like|join|contact) us\b/i,
  /^(?:download (?:our|the) app|support our|get in touch|have your say)\b/i,
  /^become an? (?:member|subscriber|supporter|patron)\b/i,
  /^(?:please )?(?:consider )?(?:donat(?:e|ing)|support(?:ing)?) (?:today|now|to us|us|our journalism)\b/i,
  /^our (?:journalism|newsroom|reporting) (?:needs|depends on|relies on) (?:your|readers)\b/i,
  /^(?:do you have|have you got|got) (?:an?|any|some) (?:\w+ )?(?:story|tip|news|information|photo|question)/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|photo gallery|share this(?: \w+)?)\W*$/i,
  /^listen to this article\W*$/i,
  /^for more (?:stories|news|articles)\b[^“”]{0,60}\b(?:like this|check|visit|go to|click|see|follow|subscribe)\b/i,
];

/** Rights and invitations behind any words: they take long to find, and one of these words is in each. */
const LATE: readonly RegExp[] = [
  /^\W*(?:\w[^“”]{0,149}|(?<=[^“”]))\bcontributed (?:reporting )?to this (?:story|article|report)\W*$/i,
  /^[^“”]{0,60}\b(?:we|our (?:site|links)|this (?:page|post|article))\b[^“”]{0,80}\baffiliate links?\b/i,
  /^[^“”]{0,120}\bwe (?:may |might |can )?(?:earn|receive|get) an? (?:\w+ )?commission\b/i,
];
const LATE_WORD = /contributed|affiliate|commission|reserved|may not be/iu;

const PUT_UP = /^(?:(?:first )?published|(?:last )?(?:updated|modified)|posted)/iu;
const NUMBERED_DAY = String.raw`(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}|\p{L}{3,9}\.? \d|\d\d?[:/.]\d\d|\d{4}-\d\d)`;
const DAY = String.raw`(?:\p{L}{3,6}day,? )?${NUMBERED_DAY}`;

const PUT_UP_THEN = new RegExp(
  String.raw`${PUT_UP.source}(?:\b.{0,40}\bago\W*|(?: on| at)?:? ${DAY}[\d\s,.:/apmGTUECSBD-]{0,40})$`,
  'iu',
);

/** When it was put up otherwise, and how long it takes to read. */
const PAGE_DATES: readonly RegExp[] = [
  /^last (?:updated|modified)\b.{0,60}$/i,
  /^(?:an?|\d+) (?:minutes?|hours?|days?|weeks?|months?|years?) ago\W*$/i,
  /^\d+[ -]min(?:ute)?s? read\W*$/i,
  /^(?:estimated )?reading time\b.{0,40}$/i,
];

/** What stands between readers and the article. */
const WALLS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:get|enjoy|start|try|unlock|buy|claim) [^“”]{0,30}\b(?:unlimited|digital|free|premium|full)\b` +
      String.raw`[^“”]{0,30}\b(?:access|trial|subscription|membership|articles)\b`,
    'i',
  ),
  /^already (?:an? |have an? |registered)/i,
  /^to (?:continue|keep|finish) reading\b/i,
  /^to (?:read|access|view) (?:this|the (?:full|rest|whole))\b/i,
  new RegExp(
    String.raw`^this (?:article|story|content|page|post|feature) is (?:for|only|available|reserved|exclusive)\b` +
      String.raw`[^“”]{0,80}\b(?:subscribers?|members?|registered|paying)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^you (?:can|may|must|need to|have to|have)\b[^“”]{0,80}\b(?:register(?:ing)?|subscrib(?:e|ing)` +
      String.raw`|free articles?|article limit|log(?:ging)? in|sign(?:ing)? in)\b`,
    'i',
  ),
  /^(?:please )?(?:enable|turn on|disable|allow)\b[^“”]{0,60}\b(?:javascript|ad ?block\w*|browser)\b/i,
];

/** What a page tells of itself and its visitors: it speaks of "we" and "you", as no reporter does. */
const CONSENT: readonly RegExp[] = [
  new RegExp(
    '^(?:we|our|(?:this|our|the) (?:web)?site|these|by (?:clicking|continuing|using)|when you|if you' +
      String.raw`|you (?:can|may)|accept|manage|reject|strictly|functional|analytics?)\b[^“”]{0,400}\bcookies?\b`,
    'i',
  ),
  /^you have the right\b[^“”]{0,300}\b(?:opt out|personal (?:information|data))\b/i,
  /^(?:we|our|by)\b[^“”]{0,200}\b(?:privacy (?:policy|notice)|terms of (?:use|service))\b/i,
  /^(?:we|our|by)\b[^“”]{0,200}\byour (?:consent|device|preferences|personal (?:data|information))\b/i,
];

/** One expression for all of them: every sentence of an archive is tried, and nearly every one is none of them. */
const FURNITURE = anyOf([...RIGHTS, ...INVITATIONS, ...PAGE_DATES, ...WALLS, ...CONSENT]);
const LATE_FURNITURE = anyOf(LATE);

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');
}

/** A sentence the publisher cut off: "The council will meet again on […]", "… and the dam held." */
const CUT_OFF = /^(?:…|\.\.\.|\[(?:…|\.\.\.)\])|(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\])["”’)\]]?$/;

/** Whether a paragraph, or a sentence, is no news as a whole: a byline, furniture of the page, a note, a caption. */
export function isBoilerplate(paragraph: string): boolean {
  const text = paragraph.trim();
  return (
    (text.length <= 200 && BYLINE.test(text)) || isFurniture(text) || isNoteToEditors(text) || isCaption(text)
  );
}

function isFurniture(text: string): boolean {
  return (
    FURNITURE.test(text) ||
    (PUT_UP.test(text) && PUT_UP_THEN.test(text)) ||
    (LATE_WORD.test(text) && (LATE_FURNITURE.test(text) || RIGHTS_ANYWHERE.test(text)))
  );
}

/** Whether a sentence was cut off by its publisher: half a sentence can say the opposite of the whole. */
export function isCutOff(sentence: string): boolean {
  return CUT_OFF.test(sentence);
}

/** A full stop or its like, perhaps with marks that close and a sign of a note behind it. */
const ENDED = /[.!?…。！？।؟]["“”'’»)\]*†‡]*(?:\[?\d{1,3}\]?|[¹²³⁰-⁹]+)?["”’)\]]?$/;

/** Whether a sentence ends as sentences do. Headings, captions and what was cut off without a sign do not. */
export function isEnded(sentence: string): boolean {
  return ENDED.test(sentence);
}
