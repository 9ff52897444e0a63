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

/** A question that is done with: its reply is out, or whoever asked knows that there is none. */
export interface ObservedReply {
  readonly surface: string;
  /** `failed` where there is no reply. */
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

/** Tells each of some. */
export function everyObserver(observers: readonly Observer[]): Observer {
  const tell = (one: (observer: Observer) => void) => observers.forEach(one);
  return {
    acknowledged: (seconds) => tell((each) => each.acknowledged(seconds)),
    replied: (reply) => tell((each) => each.replied(reply)),
    called: (call) => tell((each) => each.called(call)),
    waiting: (change) => tell((each) => each.waiting(change)),
    socket: (event) => tell((each) => each.socket(event)),
    refused: (reason) => tell((each) => each.refused(reason)),
  };
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
