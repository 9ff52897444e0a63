import { postEphemeral } from '../interaction/slash-command.ts';
import { describeView } from '../interaction/view.ts';
import { toJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Member } from '../workspace/member.ts';

/** A person opens the app's Home tab or their direct messages with it; the app is told. */
export function openAppTab(
  person: Member,
  tab: 'home' | 'messages',
  { workspace, feed, views }: Platform,
): void {
  const home = views.home(person.id);
  feed.publish(
    'app_home_opened',
    toJson({
      type: 'app_home_opened',
      user: person.id,
      channel: workspace.directMessages(person.id).id,
      tab,
      event_ts: workspace.timestamps.next(),
      view: tab === 'home' && home !== undefined ? describeView(home, workspace) : undefined,
    }),
  );
}

/** A person brings the app into a channel. */
export function inviteApp(person: Member, conversation: Conversation, platform: Platform): void {
  const { workspace, feed } = platform;
  const { id, kind, members } = conversation;
  const { botUserId, name } = workspace.app;
  if (members.has(botUserId)) {
    postEphemeral(platform, conversation, { person, text: `${name} is already in this channel.` });
    return;
  }
  members.add(botUserId);
  workspace.changes.announce();
  postEphemeral(platform, conversation, { person, text: `${name} was added to this channel.` });
  feed.publish(
    'member_joined_channel',
    toJson({
      type: 'member_joined_channel',
      user: botUserId,
      channel: id,
      channel_type: kind === 'public' ? 'C' : 'G',
      team: workspace.team.id,
      inviter: person.id,
      event_ts: workspace.timestamps.next(),
    }),
  );
}
