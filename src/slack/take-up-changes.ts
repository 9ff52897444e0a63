import type { webApi } from '@slack/bolt';
import { finishDrafts } from './filing/finish-drafts.ts';
import { proposeFacts } from './filing/propose-facts.ts';
import { lookForChanges } from './recalling/look-for-changes.ts';
import { remindReaders } from './recalling/remind-readers.ts';
import { errorFields } from './sending/slack-failure.ts';
import type { Services } from './services/services.ts';
import type { Occasion, TakeUp } from './services/take-up.ts';
import { takeUpWaiting } from './waiting/take-up-waiting.ts';

/**
 * In this order: who holds what is wrong now is told before who is reminded. Beside them, who waits for something new:
 * many may, and what is wrong is not to wait for them.
 */
const WORKS: readonly (readonly TakeUp[])[] = [
  [lookForChanges, remindReaders, finishDrafts, proposeFacts],
  [takeUpWaiting],
];

/**
 * Takes up changes of the facts, one look at a time: of the calls that come during a look, one more look is made after
 * it. What fails is left for the next time, and keeps nothing else from being done. Never rejects.
 */
export function createTakeUpChanges(
  services: Services,
  client: webApi.WebClient,
): (occasion: Occasion) => Promise<void> {
  const looks = WORKS.map((works) =>
    oneAtATime(async (occasion) => {
      const take = async (work: TakeUp) => {
        try {
          await work(services, client, occasion);
        } catch (error) {
          services.logger.error(errorFields(error), 'what changed facts mean could not be looked up');
        }
      };
      for (const work of works) await services.requests.run(() => take(work));
    }),
  );
  return async (occasion) => {
    await Promise.all(looks.map((look) => look(occasion)));
  };
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
