import type { webApi } from '@slack/bolt';
import { inTurn, type Job } from '../ledger/index.ts';
import { finishDrafts } from './filing/finish-drafts.ts';
import { proposeFacts } from './filing/propose-facts.ts';
import { lookForChanges } from './recalling/look-for-changes.ts';
import { remindReaders } from './recalling/remind-readers.ts';
import { errorFields } from './sending/slack-failure.ts';
import type { Services } from './services/services.ts';
import type { Occasion, TakeUp } from './services/take-up.ts';
import { takeUpWaiting } from './waiting/take-up-waiting.ts';

/** What is done in one turn. */
interface Work {
  readonly job: Job;
  readonly steps: readonly TakeUp[];
}

/**
 * In this order: who holds what is wrong now is told before who is reminded. Beside them, who waits for something new:
 * many may, and what is wrong is not to wait for them.
 */
const WORKS: readonly Work[] = [
  { job: 'changed-facts', steps: [lookForChanges, remindReaders, finishDrafts, proposeFacts] },
  { job: 'awaited-facts', steps: [takeUpWaiting] },
];

/**
 * Takes up changes of the facts, one look at a time over all copies of the bot: of the calls that come during a look,
 * one more look is made after it. What fails is left for the next time, and keeps nothing else from being done. Never
 * rejects.
 */
export function createTakeUpChanges(
  services: Services,
  client: webApi.WebClient,
): (occasion: Occasion) => Promise<void> {
  const looks = WORKS.map((work) => oneAtATime(createLook(work, services, client)));
  return async (occasion) => {
    await Promise.all(looks.map((look) => look(occasion)));
  };
}

/** A corpus that was read is looked at in the first turn that can be had, also where that is another look's. */
function createLook(
  { job, steps }: Work,
  services: Services,
  client: webApi.WebClient,
): (occasion: Occasion) => Promise<void> {
  const { ledger, stopping, requests } = services;
  let due: Occasion = 'minute';
  return async (occasion) => {
    if (occasion === 'corpus-read') due = occasion;
    const lookNow = async () => {
      const now = due;
      due = 'minute';
      for (const step of steps)
        await requests.run(() => unlessFailing(() => step(services, client, now), services));
    };
    await unlessFailing(() => inTurn({ job, ledger, stopping }, lookNow), services);
  };
}

async function unlessFailing(work: () => Promise<void>, { logger }: Services): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.error(errorFields(error), 'what changed facts mean could not be looked up');
  }
}

function oneAtATime(look: (occasion: Occasion) => Promise<void>): (occasion: Occasion) => Promise<void> {
  let underWay: Promise<void> | undefined;
  let next: { occasion: Occasion; readonly look: Promise<void> } | undefined;
  const start = (occasion: Occasion) => {
    underWay = look(occasion).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return (occasion) => {
    if (underWay === undefined) return start(occasion);
    if (next === undefined) {
      const waiting = { occasion, look: Promise.resolve() };
      const after = underWay.then(() => {
        next = undefined;
        return start(waiting.occasion);
      });
      next = Object.assign(waiting, { look: after });
    } else if (occasion === 'corpus-read') next.occasion = occasion;
    return next.look;
  };
}
