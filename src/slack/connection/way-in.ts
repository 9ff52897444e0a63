/** Something that Slack sent, whichever way it came. */
export interface Delivery {
  readonly body: Readonly<Record<string, unknown>>;
  /** From 1 for what Slack sends again. */
  readonly retryNum: number | undefined;
  readonly retryReason: string | undefined;
  /**
   * Tells Slack that it is kept, with what Slack is to do where it asks for that. Rejects when the connection that it
   * came through is closed.
   */
  readonly acknowledge: (response?: unknown) => Promise<void>;
}

/** Takes a delivery. Resolves true once Slack was told that it is kept, false when it could not be kept. */
export type Keep = (delivery: Delivery) => Promise<boolean>;

/** A way from Slack to the bot: sockets that the bot opens, or requests to a port of its own. */
export interface WayIn {
  /** Resolves with the reason when Slack can reach the bot no more, and never will. */
  readonly shutOut: Promise<unknown>;
  /** Resolves when Slack can reach the bot. */
  start(): Promise<void>;
  /** Takes nothing new, and lets what was taken be acknowledged, within seconds. */
  stop(): Promise<void>;
  /** Whether Slack can reach the bot at this moment. */
  isConnected(): boolean;
  /** Where requests are taken, such as `http://127.0.0.1:3000/slack/events`; null where the bot connects out. */
  address(): string | null;
}
