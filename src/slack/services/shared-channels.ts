import type { webApi } from '@slack/bolt';
import { patiently, type Wait } from '../sending/patiently.ts';
import { slackFailure } from '../sending/slack-failure.ts';

/**
 * Whether people of other organisations read a channel by now: it may have been shared since somebody asked there. In
 * doubt they do. Rejects when Slack cannot be asked just now.
 */
export async function isSharedNow(
  channel: string,
  { wait }: { readonly wait: Wait },
  client: webApi.WebClient,
): Promise<boolean> {
  try {
    const look = () => client.conversations.info({ channel });
    const { channel: found } = await patiently(look, wait, { isRepeatable: true });
    return found?.is_ext_shared !== false;
  } catch (error) {
    if (slackFailure(error).kind === 'refused') return true;
    throw error;
  }
}
