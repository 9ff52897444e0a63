import type { webApi } from '@slack/bolt';
import type { DeskQuestion } from '../../ledger/index.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { bringAnswer } from './bring-answer.ts';

/** A question to the desk that a fact answers. */
export interface AnsweredQuestion extends DeskQuestion {
  readonly askedBy: string;
  readonly answerFactId: string;
}

const LEAD = 'The desk has answered your question.';

/**
 * Tells whoever asked the fact that answers their question, once, where they asked. A fact that is no longer on file
 * there opens the question again. Rejects when Slack, the files or the ledger fail for now.
 */
export async function tellAnswer(
  { id, questionId, askedBy, answerFactId }: AnsweredQuestion,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { ledger, logger, lateWrites } = services;
  const question = await ledger.question(questionId);
  const fact = question && (await filesIn(question.channel, services).fact(answerFactId));
  if (question === undefined || fact === undefined || fact === null) {
    await ledger.reopenDeskQuestion(id);
    return;
  }
  const answer = {
    key: `answer ${id} ${answerFactId}`,
    question,
    person: askedBy,
    lead: [LEAD],
    quotes: [fact.quote],
  };
  const brought = await bringAnswer(answer, services, client);
  if (brought.kind === 'later') return;
  if (brought.kind === 'not-told')
    logger.warn({ deskQuestion: id, why: brought.why }, 'an asker could not be told');
  await lateWrites.write({
    ids: { deskQuestion: id },
    what: 'that somebody was told',
    write: () => ledger.recordAskerTold(id, brought.kind === 'not-told' ? brought.why : undefined),
  });
}
