import type { webApi } from '@slack/bolt';
import { deskMembership } from '../../services/desk-members.ts';
import type { Services } from '../../services/services.ts';

const NOT_TOLD =
  'Slack does not show this app who is in the desk channel, so nothing was changed. Whoever runs the app can name ' +
  'the desk in DESK_MEMBERS, or install it again with the scopes channels:read and groups:read.';

/** Why somebody may not do what is for the desk alone, `stranger` where they are none of it; null when they may. */
export async function deskRefusal(
  user: string,
  stranger: string,
  { services, client }: { readonly services: Services; readonly client: webApi.WebClient },
): Promise<string | null> {
  const membership = await deskMembership(user, services, client);
  if (membership === 'member') return null;
  return membership === 'stranger' ? stranger : NOT_TOLD;
}
