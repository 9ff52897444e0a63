import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { renderNotice } from '../blocks/notice.ts';
import type { Destination, Send } from './send.ts';
import { errorFields, slackFailure } from './slack-failure.ts';
import { setStatus } from './status.ts';

const STATUS = 'needs longer than usual; the reply comes as soon as it can…';
const NOTICE = 'This takes longer than usual. It comes as soon as it can; you need not ask again.';

/** A way to tell somebody that what they wait for is late. */
export interface LateWord {
  tell(): Promise<unknown>;
  /** Where the word would stay beside what came in the meantime. */
  takeBack?(): Promise<unknown>;
}

/** Says it beside the thread, where nobody has to read it later; where Slack shows no status, in a message. */
export function lateStatus(
  client: webApi.WebClient,
  destination: Required<Destination>,
  otherwise?: Send,
): LateWord {
  return {
    tell: () =>
      setStatus(client, destination, STATUS).catch((error: unknown) => {
        // Where Slack is not there, a message would only come after the reply.
        const { kind } = slackFailure(error);
        if (otherwise === undefined || kind === 'unavailable' || kind === 'unsure') throw error;
        return otherwise(renderNotice(NOTICE));
      }),
    takeBack: () => setStatus(client, destination, ''),
  };
}

/** Says it in a message. */
export function lateNotice(send: Send): LateWord {
  return { tell: () => send(renderNotice(NOTICE)) };
}

/** When somebody counts as kept waiting. */
export interface LateOptions {
  /** In milliseconds. */
  readonly lateAfterMs: number;
  readonly logger: Logger;
}

/** Begins to wait with whoever waits, and tells them when it takes long. Gives what ends this: it is here. */
export function tellWhenLate(word: LateWord | undefined, { lateAfterMs, logger }: LateOptions): () => void {
  let isHere = false;
  const tell = async () => {
    await word?.tell();
    // The status would stay under what came in the meantime.
    if (isHere) await word?.takeBack?.();
  };
  const timer = setTimeout(() => {
    tell().catch((error: unknown) =>
      logger.info(errorFields(error), 'nobody was told that something is late'),
    );
  }, lateAfterMs);
  return () => {
    isHere = true;
    clearTimeout(timer);
  };
}
