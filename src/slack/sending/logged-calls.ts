import type { Logger } from 'pino';
import { NOBODY, type Observer } from './slack-observer.ts';

/** Logs each call to Slack, for whoever looks for the cause of something. */
export function createCallLog(logger: Logger): Observer {
  return {
    ...NOBODY,
    acknowledged: (seconds) => logger.debug({ ms: inMs(seconds) }, 'acknowledged'),
    called: ({ method, result, seconds, askedToWait }) =>
      logger.debug(
        { method, result, ms: inMs(seconds), ...(askedToWait > 0 && { askedToWait }) },
        'called Slack',
      ),
  };
}

const inMs = (seconds: number) => Math.round(seconds * 1_000);
