import { fold, opensAsQuestion, WORD_CLASS, wordClasses } from '../../search/index.ts';

/** What a reporter wants of the bot, and few people of each other. */
const EVIDENCE = '(?:sources?|citations?|figures?|numbers?|statistics|stats|data)';
const GIVES = '(?:have|got|get|give|show|find|provide|share|send|link|post|quote)';
const WHICH = '(?: (?:me|us|got|to|a|an|the|any|some|that|this|its|their|other|better|newer|exact|latest))';
/** Words behind which `can you`, `do we` or `does anyone` asks for something to be told, as one asks the bot. */
const TOLD = [
  '(?:please |also |maybe |just |happen to |actually )?(?:',
  'tell|say|know|find|show|give|quote|look up|remind',
  `|${GIVES}${WHICH}{0,3} ${EVIDENCE}|(?:have|got|get)${WHICH}{0,3} (?:anything|something|quotes?|links?)`,
  `|(?:anything|something|(?:a|any) ${EVIDENCE})`,
  '|(?:check|confirm|verify) how (?:many|much|long|far|old|often)',
  ')',
].join('');
const SPEAKERS_OF_QUESTION = "(?:you|u|ya|y'all)";
/** Talk between people: "can you check", "is anyone free", "when do you need it", "shall we". */
const SPEAKS_TO_PEOPLE = new RegExp(
  [
    "\\b(?:can|could|will|would|do|does|did|are|is|has|have|were|should|may|might)(?:n?['’]t)?\\s+",
    `(?:${SPEAKERS_OF_QUESTION}|any(?:one|body)|some(?:one|body)|every(?:one|body))\\b(?! ${TOLD}\\b)`,
    `|\\b(?:can|could|shall|should|will|would|may|am|are)(?:n?['’]t)?\\s+(?:we|i)\\b(?! ${TOLD}\\b)`,
    `|\\bdo i\\b(?! ${TOLD}\\b)|\\b(?:your|yours|you're|you’re)\\b`,
    `|^${SPEAKERS_OF_QUESTION}\\b|\\b(?:of|see|with|for|to) ${SPEAKERS_OF_QUESTION}\\b`,
  ].join(''),
  'i',
);
/** What asks to be told without a question's opening: "give me the source", "more on Poland", "link please". */
const REQUESTS = new RegExp(
  [
    '^(?:(?:please|pls|ok|okay|and|also|now|then|thanks)[,!]? ){0,2}(?:',
    `(?:can|could|would|will) (?:you|i|we) ${TOLD}\\b`,
    '|tell me (?:how|who|what|when|where|why|which|whether|if|more|about(?! it\\b))\\b',
    `|(?:give|show|get|find)${WHICH}{0,3} (?:${EVIDENCE}|quotes?|links?)\\b`,
    '|(?:more|anything|something) (?:on|about|from|by) ',
    `|(?:the |a )?(?:${EVIDENCE}|link)(?: please| pls)?[.!]?$)`,
  ].join(''),
  'i',
);
/** What stands in quotation marks is said to nobody here. */
const QUOTED = /"[^"]*"|“[^”]*”/g;
/** A handle that Slack did not turn into a mention. */
const HANDLE = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}]/u;
const HAIL =
  /^(?:hey|hi|hello|ok|okay|so|and|thanks|thank you|cheers|good morning|morning|nice one|great|sorry|dear|yo|btw)[,!]?\s+(?=\p{Lu})/iu;
/** Somebody is called before the question, as in "Robin, when is it due?", or behind it. */
const CALLED = [
  /^(?:Dr\.? |Mrs?\.? |Ms\.? )?(\p{Lu}[\p{L}’'-]+)(?: ?(?:&|\/|and) ?\p{Lu}[\p{L}’'-]+)?(?:,|:|!|…|\.{2,3}|\s+[-–—])\s/u,
  /,\s*(\p{Lu}[\p{L}’'-]+)\s*[?.!]*$/u,
  /(?<!^(?:[Ii]s|[Ww]as|[Ww]ere) )\b(?:me|us|it|this|that|you|now|please|yet|ready|done|today|tomorrow|again|there|right)\s+(\p{Lu}[\p{L}’'-]+)\s*[?.!]*$/u,
] as const;
const CALLED_BEFORE_QUESTION = /^(\p{Lu}[\p{L}’'-]+)\s+(?:who|what|when|where|why|which|how)\b/u;
const GROUP_CALLED =
  /^(?:(?:hey|hi|hello|dear|morning|thanks) )?(?:guys|folks|team|all|both|everyone|everybody|ladies|gents|mate|chief|boss|people|desk|subs)\s*[,:!]/i;
/** What stands alone before a comma, or is written large there, and calls nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  `actually again also and anyway besides but finally first hence hmm however instead last lastly meanwhile next no now
   oh okay or otherwise please right second secondly similarly so sorry still then third thus today tomorrow well yes
   yesterday`.split(/\s+/),
);
const QUESTION_VERB = /^(?:have|had|has|do|does|did|is|are|was|were)$/;
/** What opens as a question and is none without its mark: "what a mess", "when you are done", "has to go". */
const OPENS_AS_STATEMENT = new RegExp(
  [
    '^(?:(?:what|when|how|where|why|which)\\s+(?:a|an|you|i|we|they|he|she|it|nice|good|great)',
    '|(?:have|had|do)(?!\\s+(?:they|we|he|she|it|any|both)\\b|\\s+\\p{Lu})',
    '|(?:has|does|did|is|are|was|were)(?!\\s+(?:the|they|we|he|she|it|there|this|that|these|those|any|anyone|all)\\b|\\s+\\p{Lu})',
    ')\\b',
  ].join(''),
  'u',
);

/**
 * Whether somebody asks the bot in a thread in which they asked before, without calling it: as far as its look tells,
 * words are a question, and are not spoken to a colleague. In doubt they are none of the bot's business.
 */
export function asksInThread(words: string): boolean {
  const said = words.replace(QUOTED, '""');
  return looksLikeQuestion(said) && !speaksToOthers(said);
}

function looksLikeQuestion(words: string): boolean {
  if (words.includes('?') || REQUESTS.test(words)) return true;
  if (!opensAsQuestion(words) || /[.!…]$/.test(words)) return false;
  const opening = words.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return !OPENS_AS_STATEMENT.test(opening) || asksOfPlace(opening);
}

/** "did poland leave", where nobody pressed the shift key. */
function asksOfPlace(opening: string): boolean {
  const [verb = '', subject = ''] = opening.split(/\s+/, 2);
  return QUESTION_VERB.test(verb) && (wordClasses()(fold(subject)) & WORD_CLASS.place) !== 0;
}

function speaksToOthers(words: string): boolean {
  if (HANDLE.test(words) || GROUP_CALLED.test(words) || SPEAKS_TO_PEOPLE.test(words)) return true;
  const classOf = wordClasses();
  const sentence = words.replace(HAIL, '');
  const before = CALLED_BEFORE_QUESTION.exec(sentence)?.[1];
  if (before !== undefined && (classOf(fold(before)) & WORD_CLASS.firstName) !== 0) return true;
  const called = CALLED.flatMap((pattern) => pattern.exec(sentence)?.[1] ?? []);
  return called.some((name) => {
    const isThing =
      (classOf(fold(name)) & (WORD_CLASS.place | WORD_CLASS.date | WORD_CLASS.organisation)) !== 0;
    return !isThing && !NOBODY.has(name.toLowerCase());
  });
}
