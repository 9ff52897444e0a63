import { type FactStanding, REPLY_MISSING } from '../../answer/index.ts';
import { type FactVersion, factVersion, type Question } from '../../ledger/index.ts';
import { type ReplyQuestion, readReplyQuestion } from '../../search/index.ts';
import { renderAboutReply } from '../blocks/about-reply-message.ts';
import { renderNotice } from '../blocks/notice.ts';
import type { QuestionOrigin } from '../reading/question-origin.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { findLastReply, type LastReply } from './last-reply.ts';
import type { AcceptedQuestion, QuestionContext } from './question-context.ts';
import type { Reply } from './reply.ts';

/** A question about the reply before it. */
export interface QuestionAboutReply extends AcceptedQuestion {
  readonly asked: ReplyQuestion;
}

/** More facts of one reply than these are not told of one by one; of a list all are. */
const MOST_FACTS = 3;

/** Tells what is asked about the reply before; where there is none, what to do. */
export async function tellAboutReply(
  services: Services,
  about: QuestionAboutReply,
  { origin, options }: QuestionContext,
): Promise<Reply> {
  const { ledger } = services;
  const last = await findLastReply(ledger, about, origin);
  const missing = missingReply(last);
  if (missing !== null || last.kind !== 'replied')
    return { outcome: 'failed', quotes: [], messages: [renderNotice(missing ?? REPLY_MISSING.none)] };
  const { question } = last;
  const shown = await shownFacts(services, question, origin);
  const words = readReplyQuestion(question.words ?? '') === null ? question.words : null;
  const files = filesIn(origin.channel, services);
  const { facts, newer } = await files.standing({
    factIds: shown.map(({ factId }) => factId),
    // What is newer is told to whoever asks about it, and takes a search.
    question: about.asked === 'currency' ? words : null,
  });
  const told = facts.map((fact, at) => ({ fact, hasChanged: hasChanged(fact, shown[at]) }));
  const outcome = question.outcome === 'choices' && shown.length > 1 ? 'choices' : 'answer';
  return {
    outcome,
    quotes: facts.flatMap((fact) => ('quote' in fact ? [fact.quote] : [])),
    messages: renderAboutReply(
      { asked: about.asked, words: about.question, told, newer, question: words, questionId: question.id },
      { ...options, isSure: outcome === 'answer' },
    ),
  };
}

/**
 * What a person is told who asks about a reply where there is none that quotes anything; null where there is one, and
 * for any other question.
 */
export async function noReplyNotice(
  { ledger, now }: Services,
  question: string,
  origin: QuestionOrigin,
): Promise<string | null> {
  if (readReplyQuestion(question) === null) return null;
  // Slack sends again what was accepted: that is answered, and is no reply to itself.
  if ((await ledger.questionOfEvent(origin.eventKey)) !== undefined) return null;
  return missingReply(await findLastReply(ledger, { askedAt: now() }, origin));
}

function missingReply(last: LastReply): string | null {
  if (last.kind !== 'replied') return REPLY_MISSING[last.kind];
  return last.question.quoted.length === 0 ? REPLY_MISSING.empty : null;
}

/** Of close matches, that which the asker chose. */
async function shownFacts(
  { ledger }: Services,
  { id, outcome, quoted }: Question,
  { askedBy }: QuestionOrigin,
): Promise<readonly FactVersion[]> {
  const [chosen] = outcome === 'choices' ? await ledger.chosenBy(askedBy, id) : [];
  const one = quoted.filter(({ factId }) => factId === chosen);
  if (one.length > 0) return one;
  if (outcome === 'list') return quoted;
  // An answer stands first; what is beside it is also on file.
  return quoted.slice(0, outcome === 'answer' ? 1 : MOST_FACTS);
}

function hasChanged(fact: FactStanding, shown: FactVersion | undefined): boolean {
  return fact.kind === 'on-file' && factVersion(fact.quote).factHash !== shown?.factHash;
}
