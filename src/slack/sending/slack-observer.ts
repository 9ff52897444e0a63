/** How a call to Slack ended, as far as its status tells: what Slack says inside an answer is the caller's. */
export type CallResult = 'answered' | 'limited' | 'refused' | 'failed' | 'unreached';

/** One attempt of a call to Slack. */
export interface ObservedCall {
  /** Name of the Web API method; `address` for an address that Slack gave for replies. */
  readonly method: string;
  readonly result: CallResult;
  readonly seconds: number;
  /** For how long Slack asked to wait, in seconds; 0 where it did not. */
  readonly askedToWait: number;
}

/** A reply that is out. */
export interface ObservedReply {
  readonly surface: string;
  readonly outcome: string;
  /** Since the question was accepted. */
  readonly seconds: number;
}

/** Why a request to the bot's port was refused. */
export type RefusedRequest = 'forged' | 'stale' | 'too large' | 'unreadable';

/** Is told what happens, for whoever runs the bot. Nothing of it names a person, a place or words. */
export interface Observer {
  /** Slack was told that something was received, so many seconds after it came. */
  acknowledged(seconds: number): void;
  replied(reply: ObservedReply): void;
  called(call: ObservedCall): void;
  /** A call waits for its turn (1), or waits no more (-1). */
  waiting(change: 1 | -1): void;
  socket(event: 'opened' | 'closed'): void;
  /** A request that claimed to be Slack's was refused. */
  refused(reason: RefusedRequest): void;
}

/** Tells nobody. */
export const NOBODY: Observer = {
  acknowledged() {},
  replied() {},
  called() {},
  waiting() {},
  socket() {},
  refused() {},
};
