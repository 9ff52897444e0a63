import type { Logger } from 'pino';
import type { Observer, RefusedRequest } from '../sending/slack-observer.ts';

/** The log tells of one reason no more often, in milliseconds: anybody can send requests. */
const TELL_EVERY_MS = 60_000;

const SAYS: Readonly<Record<RefusedRequest, string>> = {
  forged:
    'a request was refused that is not signed with SLACK_SIGNING_SECRET. If nobody gets replies, copy the Signing ' +
    'Secret once more from api.slack.com/apps, your app, "Basic Information", and start again',
  stale:
    'a request was refused whose signature is good and more than five minutes off. The clock of this machine is off: ' +
    'set it by NTP. If it is right, somebody sends an old request of Slack again',
  'too large': 'a request was refused that is larger than any of Slack',
  unreadable:
    'a request was refused that is signed and cannot be read. Check what stands between Slack and the bot',
};

interface Told {
  readonly logger: Logger;
  readonly observer: Observer;
  readonly now: () => Date;
}

/** Counts what is refused, and tells of it now and then. */
export class RefusedRequests {
  readonly #logger: Logger;
  readonly #observer: Observer;
  readonly #now: () => Date;
  readonly #untold = new Map<RefusedRequest, { count: number; toldAt: number }>();

  constructor({ logger, observer, now }: Told) {
    this.#logger = logger;
    this.#observer = observer;
    this.#now = now;
  }

  /** Notes one more; of a stale one, how old it is. */
  note(reason: RefusedRequest, secondsOld?: number): void {
    this.#observer.refused(reason);
    const now = this.#now().getTime();
    const { count, toldAt } = this.#untold.get(reason) ?? { count: 0, toldAt: Number.NEGATIVE_INFINITY };
    const isDue = now - toldAt >= TELL_EVERY_MS;
    if (isDue) this.#logger.warn({ reason, secondsOld, requests: count + 1 }, SAYS[reason]);
    this.#untold.set(reason, isDue ? { count: 0, toldAt: now } : { count: count + 1, toldAt });
  }
}
