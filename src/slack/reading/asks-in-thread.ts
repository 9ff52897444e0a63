import { fold, opensAsQuestion, readReplyQuestion, WORD_CLASS, wordClasses } from '../../search/index.ts';
import { REQUEST } from './asking-to-be-told.ts';
import { speaksToOthers } from './speaks-to-others.ts';

/** What stands in quotation marks is said to nobody here. */
const QUOTED = /"[^"]*"|“[^“”]*”/g;
const QUESTION_VERB = /^(?:have|had|has|do|does|did|is|are|was|were)$/;
/** What opens as a question and is none without its mark: "what a mess", "when you are done", "has to go". */
const OPENS_AS_STATEMENT = new RegExp(
  [
    String.raw`^(?:(?:what|when|how|where|why|which)\s+(?:a|an|you|i|we|they|he|she|it|nice|good|great)`,
    String.raw`|(?:have|had|do)(?!\s+(?:they|we|he|she|it|any|both)\b|\s+\p{Lu})`,
    String.raw`|(?:has|does|did|is|are|was|were)(?!\s+(?:the|they|we|he|she|it|there|this|that|these|those)\b`,
    String.raw`|\s+(?:any|anyone|all)\b|\s+\p{Lu}))\b`,
  ].join(''),
  'u',
);

/**
 * Whether somebody asks the bot in a thread in which they asked before, without calling it: as far as its look tells,
 * words are a question, and are not spoken to a colleague. In doubt they are none of the bot's business.
 */
export function asksInThread(words: string): boolean {
  const said = words.replace(QUOTED, '""');
  if (!looksLikeQuestion(said)) return false;
  const isOfReply = readReplyQuestion(said) !== null && !/\byou\b/i.test(said);
  return isOfReply || !speaksToOthers(said);
}

function looksLikeQuestion(words: string): boolean {
  if (words.includes('?') || REQUEST.test(words)) return true;
  if (!opensAsQuestion(words) || /[.!…]$/.test(words)) return false;
  const opening = words.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return !OPENS_AS_STATEMENT.test(opening) || asksOfPlace(opening);
}

/** "did poland leave", where nobody pressed the shift key. */
function asksOfPlace(opening: string): boolean {
  const [verb = '', subject = ''] = opening.split(/\s+/, 2);
  return QUESTION_VERB.test(verb) && (wordClasses()(fold(subject)) & WORD_CLASS.place) !== 0;
}
