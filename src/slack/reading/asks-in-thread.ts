import { fold, opensAsQuestion, WORD_CLASS, wordClasses } from '../../search/index.ts';

/** Words behind which `can you`, `do we` or `does anyone` asks for something to be told, as one asks the bot. */
const TOLD =
  '(?:please |also |maybe |just |happen to |actually )?(?:tell|say|know|find|show|give|quote|look up|remind)';
/** Talk between people: "can you check", "is anyone free", "when do you need it", "shall we". */
const SPEAKS_TO_PEOPLE = new RegExp(
  [
    '\\b(?:can|could|will|would|do|does|did|are|is|has|have|were|should|may|might)\\s+',
    `(?:you|u|ya|y'all|any(?:one|body)|some(?:one|body)|every(?:one|body))\\b(?! ${TOLD}\\b)`,
    `|\\b(?:can|could|shall|should|will|would|may|am|are)\\s+(?:we|i)\\b(?! ${TOLD}\\b)`,
    `|\\b(?:your|yours|you're)\\b`,
  ].join(''),
  'i',
);
/** A handle that Slack did not turn into a mention. */
const HANDLE = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}]/u;
const HAIL = /^(?:hey|hi|hello|ok|okay|so|and|thanks|thank you|sorry|dear|yo|btw)[,!]?\s+(?=\p{Lu})/iu;
const NAME = String.raw`(\p{Lu}[\p{L}’'-]+)`;
/** Words behind which a name that ends the message calls somebody: "is it ready Robin?" */
const BEFORE_NAME = '(?:me|us|it|this|that|you|now|please|yet|ready|done|today|tomorrow|again|there|right)';
/** Somebody is called before the question, as in "Robin, when is it due?", or behind it. */
const CALLED = [
  new RegExp(String.raw`^${NAME}(?:,|:|!|\s+[-–—])\s`, 'u'),
  new RegExp(String.raw`,\s*${NAME}\s*[?.!]*$`, 'u'),
  new RegExp(String.raw`\b${BEFORE_NAME}\s+${NAME}\s*[?.!]*$`, 'u'),
] as const;
const CALLED_BEFORE_QUESTION = new RegExp(
  String.raw`^${NAME}\s+(?:who|what|when|where|why|which|how)\b`,
  'u',
);
const GROUP_CALLED = /^(?:guys|folks|team|all|everyone|everybody|mate|chief|boss|people|desk|subs)\s*[,:!]/i;
/** What stands alone before a comma, or is written large there, and calls nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  `actually again also and anyway besides but finally first hence however instead last lastly meanwhile next no now
   oh okay or otherwise please right second secondly similarly so sorry still then third thus today tomorrow well yes
   yesterday`.split(/\s+/),
);
/** What opens as a question and is none without its mark: "what a mess", "when you are done", "has to go". */
const OPENS_AS_STATEMENT = new RegExp(
  [
    String.raw`^(?:(?:what|when|how|where|why|which)\s+(?:a|an|you|i|we|they|he|she|it|nice|good|great)`,
    String.raw`|have|had|do|does|did(?!\s+(?:the|they|he|she|it|we|anyone|any)\b|\s+\p{Lu})`,
    String.raw`|(?:has|is|are|was|were)(?!\s+(?:the|they|he|she|it|there|this|that|these|those|any|all)\b|\s+\p{Lu})`,
    String.raw`)\b`,
  ].join(''),
  'u',
);

/**
 * Whether somebody asks the bot in a thread in which they asked before, without calling it: as far as its look tells,
 * words are a question, and are not spoken to a colleague. In doubt they are none of the bot's business.
 */
export function asksInThread(words: string): boolean {
  return looksLikeQuestion(words) && !speaksToOthers(words);
}

function looksLikeQuestion(words: string): boolean {
  if (words.includes('?')) return true;
  const opening = words.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return opensAsQuestion(words) && !OPENS_AS_STATEMENT.test(opening) && !/[.!…]$/.test(words);
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
