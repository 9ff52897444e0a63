import type { Ledger, Question } from '../../ledger/index.ts';
import type { QuestionOrigin } from '../reading/question-origin.ts';
import type { AcceptedQuestion } from './question-context.ts';
import { isForAskerAlone } from './record-outcome.ts';

/** The reply that somebody asks about. */
export type LastReply =
  | { readonly kind: 'replied'; readonly question: Question }
  /** What was asked before is still being answered. */
  | { readonly kind: 'pending' }
  /** Nothing was replied that this may be about. */
  | { readonly kind: 'none' };

/** Where no thread holds them together, what was replied longer ago is not what a person means. */
const NEARBY_MS = 10 * 60 * 1_000;
/** An answer that takes longer is not coming. */
const PENDING_MS = 2 * 60 * 1_000;
const LOOK_BACK = 30;

/**
 * Finds the reply that a question is about: that to the question before it in the same message; else the last one that
 * the asker could see in the thread, or that began it; in a direct message the last one, however old it is; elsewhere
 * the last one that the same person got in the same place within ten minutes.
 *
 * @param asked the question; its id is undefined while it is not in the ledger
 */
export async function findLastReply(
  ledger: Ledger,
  asked: Partial<AcceptedQuestion> & Pick<AcceptedQuestion, 'askedAt'>,
  origin: QuestionOrigin,
): Promise<LastReply> {
  const { questionId, askedAt, follows } = asked;
  if (follows !== undefined) return told(await ledger.question(follows.questionId), askedAt);
  const inThread = await lastInThread(ledger, questionId, origin);
  if (inThread !== undefined) return told(inThread, askedAt);
  const own = await ledger.questionsOf(origin.askedBy, LOOK_BACK);
  const since = new Date(askedAt.getTime() - NEARBY_MS);
  return told(
    before(questionId, own).find((question) => isNearby(question, origin, since)),
    askedAt,
  );
}

async function lastInThread(
  ledger: Ledger,
  questionId: string | undefined,
  { channel, thread, askedBy }: QuestionOrigin,
): Promise<Question | undefined> {
  if (channel === null || thread === null) return undefined;
  const asked = before(questionId, await ledger.questionsIn({ channel, thread }, LOOK_BACK));
  const isSeen = (question: Question) => isCounted(question) && isSeenBy(askedBy, question);
  return asked.find(isSeen) ?? ledger.questionOfMessage({ channel, thread });
}

/** Newest first: what stands before the question was asked after it. */
function before(questionId: string | undefined, asked: readonly Question[]): readonly Question[] {
  return asked.slice(asked.findIndex(({ id }) => id === questionId) + 1);
}

/** Close matches to a follow-up, and that there is nothing, are told to its asker alone. */
function isSeenBy(person: string, { askedBy, isPrivate, surface, outcome }: Question): boolean {
  return (
    askedBy === person || (!isPrivate && !isForAskerAlone({ outcome: outcome ?? 'failed' }, { surface }))
  );
}

/** What failed was told as that, and is asked again. */
const isCounted = ({ outcome }: Question) => outcome !== 'failed';

function isNearby(earlier: Question, { channel, surface }: QuestionOrigin, since: Date): boolean {
  if (earlier.channel !== channel || !isCounted(earlier) || earlier.surface === 'workflow') return false;
  return surface === 'direct-message' ? earlier.surface === surface : earlier.askedAt >= since;
}

function told(question: Question | undefined, now: Date): LastReply {
  if (question === undefined) return { kind: 'none' };
  if (question.outcome !== null) return { kind: 'replied', question };
  const isUnderWay = now.getTime() - question.askedAt.getTime() < PENDING_MS;
  return { kind: isUnderWay ? 'pending' : 'none' };
}
