import type { webApi } from '@slack/bolt';
import { patiently } from '../sending/patiently.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import type { Services } from './services.ts';

/** Slack gives so many members at once. */
const PAGE = 1_000;

/** Whether somebody is of the desk; `unknown` where Slack does not show the app who is in the desk channel. */
export type DeskMembership = 'member' | 'stranger' | 'unknown';

/**
 * Whether somebody is of the desk: one of those who are named as its members or, where nobody is named, a member of its
 * channel. To see a public channel is not to be a member of it. Rejects when Slack cannot be asked just now.
 */
export async function deskMembership(
  user: string,
  { deskMembers, deskChannel, wait }: Services,
  client: webApi.WebClient,
): Promise<DeskMembership> {
  if (deskMembers.length > 0) return deskMembers.includes(user) ? 'member' : 'stranger';
  if (deskChannel === null) return 'stranger';
  try {
    return (await isIn(deskChannel, user, { client, wait })) ? 'member' : 'stranger';
  } catch (error) {
    if (slackFailure(error).kind !== 'refused') throw error;
    return 'unknown';
  }
}

async function isIn(
  channel: string,
  user: string,
  { client, wait }: Pick<Services, 'wait'> & { readonly client: webApi.WebClient },
): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = { channel, limit: PAGE, ...(cursor && { cursor }) };
    const found = await patiently(() => client.conversations.members(page), wait, { isRepeatable: true });
    if (found.members?.includes(user)) return true;
    cursor = found.response_metadata?.next_cursor;
  } while (cursor);
  return false;
}
