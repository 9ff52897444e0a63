import type { webApi } from '@slack/bolt';
import { errorFields } from './sending/slack-failure.ts';
import type { Services } from './services/services.ts';
import { takeUpWaiting } from './waiting/take-up-waiting.ts';

/** Looks what the facts that are on file now mean for people who were told something before. May reject. */
export type TakeUp = (services: Services, client: webApi.WebClient) => Promise<void>;

/** In this order: who holds what is wrong now is told before who waits for something new. */
const WORKS: readonly TakeUp[] = [takeUpWaiting];

/**
 * Takes up changes of the facts, one look at a time: of the calls that come during a look, one more look is made after
 * it. What fails is left for the next time, and keeps nothing else from being done. Never rejects.
 */
export function createTakeUpChanges(services: Services, client: webApi.WebClient): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const look = async () => {
    for (const work of WORKS) {
      try {
        await work(services, client);
      } catch (error) {
        services.logger.error(errorFields(error), 'what changed facts mean could not be looked up');
      }
    }
  };
  const start = () => {
    underWay = look().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return () => {
    if (underWay === undefined) return start();
    next ??= underWay.then(() => {
      next = undefined;
      return start();
    });
    return next;
  };
}
