import { type JsonObject, toJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Member } from '../workspace/member.ts';

/** The fields every interaction carries: who, where in the organisation, for which app, with which trigger. */
export function interactionFields(
  type: string,
  person: Member,
  { workspace, triggers }: Platform,
): JsonObject {
  const { team, app } = workspace;
  return {
    type,
    token: 'playground-verification',
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.handle, name: person.handle, team_id: person.teamId },
    api_app_id: app.id,
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: triggers.issue(person.id),
    action_ts: workspace.timestamps.next(),
  };
}

/** How payloads name a conversation. */
export function describeChannel({ id, name, kind }: Conversation): JsonObject {
  return toJson({ id, name: kind === 'im' ? 'directmessage' : name });
}
