import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { slackFailure } from '../sending/slack-failure.ts';
import { isRefusedToken } from '../sending/token-refusal.ts';

/** Whether somebody of the workspace is its guest; `unknown` where Slack does not say, or not now. */
export type Guesthood = 'guest' | 'member' | 'unknown';

/** Tells guests from members. */
export interface Guests {
  /** By Slack's id. Never rejects, and takes no longer than an acknowledgement can wait. */
  of(user: string, client: webApi.WebClient): Promise<Guesthood>;
}

/** People seldom change from one to the other, and whoever asks waits for the answer. */
const KNOWN_FOR_MS = 60 * 60 * 1_000;
const MOST_KNOWN = 10_000;
/** Slack waits three seconds for an acknowledgement, which comes behind this. */
const LONGEST_MS = 1_500;

/** Asks Slack about each person once an hour. */
export function createGuests(now: () => Date): Guests {
  const known = new Map<string, { readonly guesthood: Guesthood; readonly until: number }>();
  const asked = new Map<string, Promise<Guesthood>>();
  const ask = async (user: string, client: webApi.WebClient) => {
    const guesthood = await lookUp(user, client);
    asked.delete(user);
    if (known.size >= MOST_KNOWN) known.clear();
    if (guesthood !== 'unknown') known.set(user, { guesthood, until: now().getTime() + KNOWN_FOR_MS });
    return guesthood;
  };
  return {
    async of(user, client) {
      const before = known.get(user);
      if (before !== undefined && before.until > now().getTime()) return before.guesthood;
      const late = pause(LONGEST_MS, 'unknown' as const, { ref: false });
      // Slack is asked once, however often the person asks meanwhile; an answer that is late is known the next time.
      const answer = asked.get(user) ?? ask(user, client);
      asked.set(user, answer);
      return Promise.race([answer, late]);
    },
  };
}

async function lookUp(user: string, client: webApi.WebClient): Promise<Guesthood> {
  try {
    const found = await client.users.info({ user });
    return found.user?.is_restricted || found.user?.is_ultra_restricted ? 'guest' : 'member';
  } catch (error) {
    // Whom Slack does not show the app is none of the newsroom's own; a refused token tells nothing of anybody.
    return slackFailure(error).kind === 'refused' && !isRefusedToken(error) ? 'guest' : 'unknown';
  }
}
