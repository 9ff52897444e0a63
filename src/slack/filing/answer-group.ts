import type { webApi } from '@slack/bolt';
import type { DeskQuestion } from '../../ledger/index.ts';
import { tellAsker } from '../replying/desk-posts.ts';
import { showGroup } from '../replying/show-group.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { type AnsweringFact, answersQuestion } from './answers-question.ts';

/** How many questions of a group a fact answered, and how many stay open. */
export interface AnsweredGroup {
  readonly answered: number;
  readonly open: number;
}

/** A fact, and who of the desk says that it answers. */
export interface SentFact extends AnsweringFact {
  readonly answeredBy: string;
  /** Is called when all is kept, so that it is told whatever happens from then on. @default nobody waits for that */
  readonly onKept?: () => Promise<void>;
}

/**
 * Tells a fact to everybody of a group whose question it answers, once, where they asked; the others stay open. Who
 * cannot be told just now is told later. Rejects where the ledger or the files cannot be read.
 */
export async function answerGroup(
  groupId: string,
  { answeredBy, onKept, ...fact }: SentFact,
  services: Services,
  client: webApi.WebClient,
): Promise<AnsweredGroup> {
  const { ledger, logger } = services;
  const questions = (await ledger.questionsOfGroup(groupId)).filter(({ state }) => state === 'open');
  const answered: DeskQuestion[] = [];
  let open = 0;
  for (const question of questions) {
    if (await answersQuestion(question, fact, services)) {
      const kept = { deskQuestionId: question.id, factId: fact.factId, answeredBy };
      const now = await ledger.answerDeskQuestion(kept);
      if (now !== undefined) answered.push(now);
    } else open += 1;
  }
  await onKept?.();
  await showGroup(groupId, services, client);
  for (const question of answered) {
    await tellAsker(question, services, client).catch((error: unknown) =>
      logger.error({ deskQuestion: question.id, ...errorFields(error) }, 'an asker is told later'),
    );
  }
  return { answered: answered.length, open };
}
