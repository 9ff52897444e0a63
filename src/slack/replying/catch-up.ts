import type { webApi } from '@slack/bolt';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { lateQuestions, lateReports } from './late-desk-work.ts';
import { answerLate } from './late-reply.ts';

/** Slack's reply addresses live for half an hour; who has waited longer has asked elsewhere. */
const WORTH_ANSWERING_MS = 30 * 60 * 1_000;

/**
 * Makes up for what an end of the process, or a failure of Slack, left undone: questions without a reply, questions and
 * reports the desk has not seen, and people who do not know that the desk has closed theirs. Never rejects; what fails
 * now is left for the next time, and keeps nothing else from being done.
 */
export async function catchUp(services: Services, client: webApi.WebClient): Promise<void> {
  const { ledger, now, inHand, lateWrites, logger } = services;
  try {
    // What is done already must be known to be done, before what was left undone is looked for.
    await lateWrites.writeKept();
  } catch (error) {
    logger.error(errorFields(error), 'nothing left undone is made up for until the ledger can be written');
    return;
  }
  const attempt = <Left>(left: readonly Left[], make: (one: Left) => Promise<void>) =>
    eachOnItsOwn(
      left.map((one) => () => make(one)),
      services,
    );
  await eachOnItsOwn(
    [
      async () => {
        const since = new Date(now().getTime() - WORTH_ANSWERING_MS);
        const unanswered = await ledger.takeUnanswered(since);
        // While the ledger was away, nobody could be told that these are still on their way.
        const left = unanswered.filter(({ id }) => !inHand.has(id));
        // All of them: to come to the last may take longer than the ledger expects.
        for (const { id } of left) inHand.add(id);
        await attempt(left, (question) =>
          answerLate(question, services, client).finally(() => inHand.delete(question.id)),
        );
      },
      async () => attempt(await lateQuestions(services), (work) => work(client)),
      async () => attempt(await lateReports(services), (work) => work(client)),
      // Another copy of the bot may have taken down that a fact is still true.
      () => ledger.readReviews(),
    ],
    services,
  );
}

async function eachOnItsOwn(
  works: readonly (() => Promise<void>)[],
  { logger, requests }: Services,
): Promise<void> {
  const make = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      logger.error(errorFields(error), 'something left undone could not be made up for');
    }
  };
  for (const work of works) await requests.run(() => make(work));
}
