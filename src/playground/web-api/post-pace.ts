/** How fast the stand-in takes messages in one channel. */
export interface PostPaceOptions {
  /** So many messages at once are taken after a time without any. @default 5 */
  readonly burst?: number;
  /** What a refused app is told to wait, in seconds; null to tell nothing. @default 1 */
  readonly retryAfterSeconds?: number | null;
}

/** Slack: "one message per second per channel", and "short bursts >1 allowed". */
const EVERY_MS = 1_000;
const BURST = 5;

/** Counts messages by channel, one a second and a burst. */
export class PostPace {
  readonly retryAfterSeconds: number | null;
  readonly #burst: number;
  /** By channel, when the last message taken is paid for, in milliseconds since 1970. */
  readonly #paidAt = new Map<string, number>();

  constructor({ burst = BURST, retryAfterSeconds = 1 }: PostPaceOptions = {}) {
    this.#burst = burst;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether a message in a channel is taken now; if so, it counts. */
  takes(channel: string, now: Date): boolean {
    const at = now.getTime();
    const paidAt = Math.max(at, this.#paidAt.get(channel) ?? at) + EVERY_MS;
    if (paidAt - at > this.#burst * EVERY_MS) return false;
    this.#paidAt.set(channel, paidAt);
    return true;
  }
}
