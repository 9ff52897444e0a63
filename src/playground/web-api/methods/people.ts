import { z } from 'zod';
import { toJson } from '../../json.ts';
import { Refusal } from '../../refusal.ts';
import type { Member } from '../../workspace/member.ts';
import { defineMethod } from '../method.ts';

const test = defineMethod('auth.test', {
  takes: z.object({}),
  run(_, { platform: { workspace }, origin }) {
    const { team, app } = workspace;
    return {
      url: `${origin}/`,
      team: team.name,
      user: app.handle,
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      app_id: app.id,
      is_enterprise_install: false,
    };
  },
});

const openConnection = defineMethod('apps.connections.open', {
  token: 'app',
  takes: z.object({}),
  run(_, { platform: { hub }, origin }) {
    return { url: hub.issueAddress(new URL(origin).host) };
  },
});

const info = defineMethod('users.info', {
  scopes: ['users:read'],
  takes: z.object({ user: z.string() }),
  run({ user }, { platform: { workspace } }) {
    const member = workspace.member(user);
    if (member === undefined) throw new Refusal('user_not_found');
    return { user: describeMember(member, workspace.now()) };
  },
});

function describeMember(
  { id, handle, realName, timezone, isAdmin, isBot, isGuest = false, teamId }: Member,
  now: Date,
) {
  return toJson({
    id,
    team_id: teamId,
    name: handle,
    deleted: false,
    real_name: realName,
    tz: timezone,
    tz_label: timezone,
    tz_offset: offsetSeconds(timezone, now),
    profile: { real_name: realName, display_name: handle, team: teamId },
    is_admin: isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: isGuest,
    is_ultra_restricted: false,
    is_bot: isBot,
  });
}

/** Seconds a zone is ahead of UTC at a moment. */
function offsetSeconds(timeZone: string, now: Date): number {
  const local = new Date(`${now.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`).getTime();
  return Math.round((local - now.getTime()) / 1_000 / 900) * 900;
}

/** Who the app is, who people are, and the way to a socket. */
export const peopleMethods = [test, openConnection, info];
