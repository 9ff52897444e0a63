import type { webApi } from '@slack/bolt';
import { patiently, type Wait } from './patiently.ts';
import { postedMarks } from './posted-marks.ts';
import type { Destination, Sent } from './send.ts';
import { type SlackFailure, slackFailure } from './slack-failure.ts';

/** Slack needs a moment until a message that was just posted can be read. */
const SETTLE_MS = 1_000;

/** A message that can be looked for. */
export interface Findable {
  readonly client: webApi.WebClient;
  readonly destination: Destination;
  readonly mark: string;
}

/** So often it is posted, where each time the message is not there. */
const MOST_POSTS = 3;

/**
 * Posts, and when Slack's answer gets lost, looks whether the message is there before it posts again. Rejects with the
 * first failure where it cannot look: the message may be there then.
 */
export async function postConfirmed(
  post: () => Promise<Sent>,
  { client, destination, mark }: Findable,
  wait: Wait,
): Promise<Sent> {
  for (let posts = 1; ; posts += 1) {
    try {
      return await post();
    } catch (error) {
      const { kind }: SlackFailure = slackFailure(error);
      if (kind !== 'unsure' || posts === MOST_POSTS) throw error;
      await wait(SETTLE_MS);
      const look = () => postedMarks(client, destination);
      const there = await patiently(look, wait, { isRepeatable: true }).catch(() => Promise.reject(error));
      const found = there.get(mark);
      if (found !== undefined) return found;
    }
  }
}
