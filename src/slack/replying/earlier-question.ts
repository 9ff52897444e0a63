import type { Ledger, Question } from '../../ledger/index.ts';
import { joinQuestions, readFollowUp, readReplyQuestion } from '../../search/index.ts';
import type { QuestionOrigin } from '../reading/question-origin.ts';
import type { AcceptedQuestion } from './question-context.ts';

/** After an hour people have gone on to something else, and "that" means another thing. */
export const FOLLOW_UP_WINDOW_MS = 60 * 60 * 1_000;
/** How far back a chain of follow-ups is read; a question that is answered late may have many after it. */
const LOOK_BACK = 30;
/** A chain longer than this would drown the question at its end. */
const MAX_CHAIN = 3;

/**
 * What the same person asked before in the same conversation, as far back as it takes to stand on its own. Undefined
 * when there is nothing to lean on, or the question needs nothing.
 */
export async function earlierQuestion(
  ledger: Ledger,
  { questionId, question, askedAt, follows }: AcceptedQuestion,
  origin: QuestionOrigin,
): Promise<string | undefined> {
  if (follows !== undefined && readFollowUp(question).leans) {
    const before = await earlierQuestion(ledger, follows, origin);
    if (readReplyQuestion(follows.question) !== null) return before;
    return before === undefined ? follows.question : joinQuestions(before, follows.question);
  }
  if (origin.channel === null || !readFollowUp(question).leans) return undefined;
  const since = new Date(askedAt.getTime() - FOLLOW_UP_WINDOW_MS);
  const asked = await askedBefore(ledger, questionId, origin);
  const leaning: string[] = [];
  let first: string | undefined;
  for (const one of asked.filter((earlier) => isSameConversation(earlier, origin))) {
    const { words } = one;
    if (words === null || one.askedAt < since || first !== undefined) break;
    if (readReplyQuestion(words) !== null) continue;
    const { leans, namesAnything } = readFollowUp(words);
    if (!leans) first = words;
    else if (namesAnything) leaning.unshift(words);
  }
  // What the talk began with is kept, whatever was asked since.
  const chain = first === undefined ? leaning.slice(-MAX_CHAIN) : [first, ...leaning.slice(1 - MAX_CHAIN)];
  return chain.length === 0 ? undefined : chain.reduce(joinQuestions);
}

/** What the same person asked before the question, newest first. */
async function askedBefore(
  ledger: Ledger,
  questionId: string,
  { askedBy }: QuestionOrigin,
): Promise<readonly Question[]> {
  const all = await ledger.questionsOf(askedBy, LOOK_BACK);
  // Newest first: what stands before the question was asked after it.
  const place = all.findIndex(({ id }) => id === questionId);
  if (place >= 0) return all.slice(place + 1);
  const question = await ledger.question(questionId);
  if (question === undefined) return [];
  const before = await ledger.questionsOf(askedBy, LOOK_BACK, question.askedAt);
  return before.slice(before.findIndex(({ id }) => id === questionId) + 1);
}

/**
 * Direct messages are one conversation whatever thread they stand in; in a channel each thread that a mention began is
 * one of its own. Commands, shortcuts and question boxes are no conversation: each begins anew.
 */
function isSameConversation(earlier: Question, { channel, thread, surface }: QuestionOrigin): boolean {
  if (earlier.channel !== channel) return false;
  if (surface === 'direct-message') return earlier.surface === surface;
  return isInThread(surface) && isInThread(earlier.surface) && earlier.thread === thread;
}

function isInThread(surface: Question['surface']): boolean {
  return surface === 'mention' || surface === 'follow-up';
}
