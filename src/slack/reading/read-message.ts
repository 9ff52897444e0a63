import {
  asksForHelp,
  joinQuestions,
  readFollowUp,
  readSmallTalk,
  splitQuestions,
} from '../../search/index.ts';
import type { MessageContent } from './message-content.ts';

/** What a person's words to the bot are. */
export type Reading =
  /** One question, or several that each stand alone. */
  | { readonly kind: 'question'; readonly questions: readonly string[] }
  /** Nothing but blanks, mentions, emoji or addresses. */
  | { readonly kind: 'empty' }
  /** Words that ask for help, or that open a talk. */
  | { readonly kind: 'help' }
  /** Words that end a talk, and ask nothing. */
  | { readonly kind: 'thanks' };

/** What is said of something passed on, and asks nothing more: "can you check this?", "see below", "fyi". */
const POINTS_TO_PASSED_ON = new Set(
  `a about above actually again also and answer any anyone ask asked asking below can check comment confirm correct
   could do does fact find following for forwarded from fw fwd fyi got have hello help here hey hi i idea is it know
   look looking me message my on our out over please pls plz post question quote reader real right see so story thanks
   that the there these this thoughts thx to true up us verify view views we what
   whats with would you your`.split(/\s+/),
);

/**
 * Reads a message as the person meant it. What it passes on is the question where its own words ask nothing, and
 * belongs to a question that leans on it.
 *
 * @param botName as people call the app: "thanks, factdesk!"
 */
export function readMessage({ words, passedOn }: MessageContent, botName: string): Reading {
  const talk = readSmallTalk(words, botName);
  if (talk === 'closing') return { kind: 'thanks' };
  if (passedOn === '' && asksForHelp(words)) return { kind: 'help' };
  const own = talk === null && !(passedOn !== '' && pointsToPassedOn(words)) ? words : '';
  if (own !== '' && isLeaning(own, passedOn))
    return { kind: 'question', questions: [joinQuestions(passedOn, own)] };
  const asked = own === '' ? passedOn : own;
  if (/[\p{L}\p{N}]/u.test(asked)) return { kind: 'question', questions: splitQuestions(asked, botName) };
  return { kind: words === '' ? 'empty' : 'help' };
}

function isLeaning(own: string, passedOn: string): boolean {
  return passedOn !== '' && readFollowUp(own).leans;
}

function pointsToPassedOn(words: string): boolean {
  const forms = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  return forms.every((form) => POINTS_TO_PASSED_ON.has(form));
}
