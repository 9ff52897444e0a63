import { slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';

/** Something that people see in Slack, and are to see once. */
export interface OnceWork<Done> {
  /** Names it for ever, and nothing else. */
  readonly key: string;
  /** Looks whether it is done already, though nobody wrote that down. Null when it is not, as far as can be seen. */
  readonly look: () => Promise<Done | null>;
  /** Does it; null when it cannot be done now. */
  readonly act: () => Promise<Done | null>;
}

/**
 * What became of it: done by this caller now or by one that was cut short, done long before, in hand elsewhere, or not
 * yet.
 */
export type OnceDone<Done> =
  | { readonly kind: 'done'; readonly done: Done }
  | { readonly kind: 'before' | 'in-hand' | 'not-yet' };

/**
 * Does something once, over all copies of the bot, restarts and kills: it is written down before it is begun and when
 * it is done, and who takes up what was cut short looks first. Rejects when it fails; it may be tried again then, at
 * once where surely nothing was done, else in a minute.
 */
export async function doOnce<Done>(
  { key, look, act }: OnceWork<Done>,
  { ledger, lateWrites, inHand }: Services,
): Promise<OnceDone<Done>> {
  if (inHand.has(key)) return { kind: 'in-hand' };
  inHand.add(key);
  try {
    const begun = await ledger.begin(key);
    if (begun === 'done') return { kind: 'before' };
    if (begun === 'in-hand') return { kind: 'in-hand' };
    const found = begun === 'resumed' ? await look() : null;
    const done = found ?? (await actOrRelease(act, key, ledger));
    if (done === null) return { kind: 'not-yet' };
    await lateWrites.write({ ids: {}, what: 'that something was done', write: () => ledger.finish(key) });
    return { kind: 'done', done };
  } finally {
    inHand.delete(key);
  }
}

async function actOrRelease<Done>(
  act: () => Promise<Done | null>,
  key: string,
  ledger: Services['ledger'],
): Promise<Done | null> {
  try {
    const done = await act();
    if (done === null) await ledger.release(key);
    return done;
  } catch (error) {
    // What may be done all the same is looked for before it is tried again.
    if (slackFailure(error).kind !== 'unsure') await ledger.release(key);
    throw error;
  }
}
