import { fold, WORD_CLASS, wordClasses } from '../../search/index.ts';
import { TOLD } from './asking-to-be-told.ts';

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
/** A handle that Slack did not turn into a mention. */
const HANDLE = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}]/u;
/** What may stand before a name that is called. */
const HAIL = new RegExp(
  [
    '^(?:hey|hi|hello|ok|okay|so|and|thanks|thank you|cheers|good morning|morning|nice one|great|sorry|dear|yo|btw)',
    String.raw`[,!]?\s+(?=\p{Lu})`,
  ].join(''),
  'iu',
);
const NAME = String.raw`(\p{Lu}[\p{L}’'-]+)`;
const TITLE = String.raw`(?:(?:Dr|Mrs?|Ms)\.? )?`;
const SECOND_NAME = String.raw`(?: ?(?:&|\/|and) ?\p{Lu}[\p{L}’'-]+)?`;
/** Words behind which a name that ends the message calls somebody: "is it ready Robin?"; but not "was it Robin?" */
const BEFORE_NAME = [
  String.raw`(?<!^(?:[Ii]s|[Ww]as|[Ww]ere) )\b`,
  '(?:me|us|it|this|that|you|now|please|yet|ready|done|today|tomorrow|again|there|right)',
].join('');
/** Somebody is called before the question, as in "Robin, when is it due?", or behind it. */
const CALLED = [
  new RegExp(String.raw`^${TITLE}${NAME}${SECOND_NAME}(?:,|:|!|…|\.{2,3}|\s+[-–—])\s`, 'u'),
  new RegExp(String.raw`,\s*${NAME}\s*[?.!]*$`, 'u'),
  new RegExp(String.raw`${BEFORE_NAME}\s+${NAME}\s*[?.!]*$`, 'u'),
] as const;
const CALLED_BEFORE_QUESTION = new RegExp(
  String.raw`^${NAME}\s+(?:who|what|when|where|why|which|how)\b`,
  'u',
);
const GROUP_CALLED = new RegExp(
  [
    '^(?:(?:hey|hi|hello|dear|morning|thanks) )?(?:guys|folks|team|all|both|everyone|everybody|ladies|gents|mate',
    String.raw`|chief|boss|people|desk|subs)\s*[,:!]`,
  ].join(''),
  'i',
);
/** What stands alone before a comma, or is written large there, and calls nobody. */
const NOBODY: ReadonlySet<string> = new Set(
  `actually again also and anyway besides but finally first hence hmm however instead last lastly meanwhile next no now
   oh okay or otherwise please right second secondly similarly so sorry still then third thus today tomorrow well yes
   yesterday`.split(/\s+/),
);

/** Whether words are spoken to people who read along: they are mentioned, hailed by name, or asked a favour. */
export function speaksToOthers(words: string): boolean {
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
