import { setImmediate } from 'node:timers/promises';

/** Lets one through at a time. */
export type Turnstile = () => Promise<void>;

/**
 * A turnstile that lets one through for each look at the network: of many questions that came at once, all are
 * acknowledged before most are searched for, and no search makes an acknowledgement wait longer than it takes itself.
 */
export function createTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
