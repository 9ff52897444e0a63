import { TookTooLongError } from '../../answer/index.ts';
import { UnreachableFileError } from '../../corpus/index.ts';
import { factVersion, LedgerError, type Question, type WaitedFor } from '../../ledger/index.ts';
import { readReplyQuestion } from '../../search/index.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { earlierQuestion } from './earlier-question.ts';
import type { AcceptedQuestion } from './question-context.ts';

/** A question that was answered, and where it was asked. */
type Answered = AcceptedQuestion & Pick<QuestionPlace, 'origin'>;

interface QuestionPlace {
  readonly origin: Parameters<typeof earlierQuestion>[2];
}

/**
 * Looks whether a question without a sure answer waits for a fact that could not be shown when it was asked, and writes
 * down for which: its id and version. Done once the reply is out, and each time alike, so that nobody can tell. Never
 * rejects: what fails is looked at again by `noteUnnoted`.
 */
export async function noteWaiting(services: Services, answered: Answered): Promise<void> {
  try {
    await note(services, answered);
  } catch (error) {
    tell(error, answered.questionId, services);
  }
}

/**
 * Makes up for questions that were answered and not looked at, as before a kill. What a file is needed for that cannot
 * be read just now is left for the next time; a question that nobody can look at for another reason is left alone.
 * Rejects when the ledger fails.
 */
export async function noteUnnoted(services: Services): Promise<void> {
  const { ledger, inHand } = services;
  for (const question of await ledger.unsureQuestions()) {
    if (inHand.has(question.id)) continue;
    const answered = asAnswered(question);
    try {
      await (answered === null ? ledger.recordWaiting(question.id, []) : note(services, answered));
    } catch (error) {
      if (error instanceof LedgerError) throw error;
      tell(error, question.id, services);
      if (!(error instanceof UnreachableFileError)) await ledger.recordWaiting(question.id, []);
    }
  }
}

async function note(services: Services, answered: Answered): Promise<void> {
  await services.ledger.recordWaiting(answered.questionId, await waitedFor(services, answered));
}

function tell(error: unknown, question: string, { logger }: Services): void {
  logger.error({ question, ...errorFields(error) }, 'a question was not looked at once more');
}

/** The question as it was answered; null where nobody can be told of it any more, or Slack's workflow asked. */
export function asAnswered(question: Question): Answered | null {
  const { id: questionId, words, askedBy, askedAt, surface } = question;
  if (words === null || askedBy === null || surface === 'workflow') return null;
  return { questionId, question: words, askedAt, origin: { ...question, askedBy, eventKey: questionId } };
}

async function waitedFor(services: Services, answered: Answered): Promise<readonly WaitedFor[]> {
  const { question, askedAt, origin } = answered;
  // What is asked about a reply is about nothing else on file.
  if (origin.surface === 'workflow' || readReplyQuestion(question) !== null) return [];
  const earlier = await earlierQuestion(services.ledger, answered, origin);
  const files = filesIn(origin.channel, services);
  try {
    const awaited = await files.awaited(question, { askedAt, ...(earlier !== undefined && { earlier }) });
    return awaited.map(({ quote, because }) => ({ ...factVersion(quote), because }));
  } catch (error) {
    if (!(error instanceof TookTooLongError)) throw error;
    return [];
  }
}
