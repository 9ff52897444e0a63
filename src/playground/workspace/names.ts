import type { Workspace } from './workspace.ts';
import type { Names } from './written-text.ts';

/** The names people of this workspace may type. */
export function namesOf(workspace: Workspace): Names {
  return {
    memberId: (handle) => workspace.members.find((member) => member.handle === handle)?.id,
    channelId: (name) => workspace.conversations.find((one) => one.kind !== 'im' && one.name === name)?.id,
  };
}
