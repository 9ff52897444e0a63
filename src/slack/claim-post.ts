import type { Claim } from './memory-claims.ts';
import type { Post } from './payloads.ts';

/**
 * Takes a post for answering: false when it was taken before. Slack may send one event again under the same id, and one
 * post as two events under two ids.
 */
export async function claimPost(claim: Claim, { eventId, channel, ts }: Post): Promise<boolean> {
  if (eventId !== null && !(await claim(`event:${eventId}`))) return false;
  return claim(`post:${channel}:${ts}`);
}
