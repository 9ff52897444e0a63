import type { Acknowledgement } from '../delivery/envelope.ts';
import type { Platform } from '../platform.ts';
import { Refusal } from '../refusal.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Member } from '../workspace/member.ts';
import { namesOf } from '../workspace/names.ts';
import { encodeTyped, escapeText } from '../workspace/written-text.ts';

/** A slash command as a person sends it. */
export interface SlashCommand {
  readonly person: Member;
  readonly conversation: Conversation;
  /** Set when it was typed in a thread, where Slack does not carry commands out. */
  readonly threadTs?: string | undefined;
  /** With its slash. */
  readonly command: string;
  readonly text: string;
}

/**
 * Sends a slash command to the app and shows the person what it acknowledged with, or why it failed.
 * @returns what became of the envelope; undefined when Slack refused the command itself.
 */
export async function runSlashCommand(
  sent: SlashCommand,
  platform: Platform,
): Promise<Acknowledgement | undefined> {
  const { person, conversation, command, threadTs } = sent;
  const { manifest, app } = platform.workspace;
  const tell = (text: string) => postEphemeral(platform, conversation, { person, text, threadTs });
  const known = manifest.features?.slash_commands?.find((one) => one.command === command);
  if (known === undefined || !app.scopes.has('commands')) {
    tell(`${command} is not a valid command. No app here has it.`);
    return undefined;
  }
  if (threadTs !== undefined) {
    tell(`${command} is not supported in threads. Sorry!`);
    return undefined;
  }
  const outcome = await platform.outbox.send(
    'slash_commands',
    commandPayload(sent, platform, known.should_escape),
  );
  if (outcome.kind === 'unacknowledged') {
    const error = outcome.reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
    tell(`${command} failed with the error "${error}"`);
    return outcome;
  }
  if (Object.keys(outcome.payload).length === 0) return outcome;
  try {
    platform.responses.show({ personId: person.id, channel: conversation.id }, outcome.payload);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    tell(`${command} failed with the error "invalid_command_response"`);
  }
  return outcome;
}

function commandPayload(
  { person, conversation, command, text }: SlashCommand,
  platform: Platform,
  escapes = false,
) {
  const { workspace, triggers, responses } = platform;
  const channelName = { public: conversation.name, private: 'privategroup', im: 'directmessage' };
  return {
    token: 'playground-verification',
    team_id: person.teamId,
    team_domain: workspace.team.domain,
    channel_id: conversation.id,
    channel_name: channelName[conversation.kind],
    user_id: person.id,
    user_name: person.handle,
    command,
    text: escapes ? encodeTyped(text.trim(), namesOf(workspace)) : escapeText(text.trim()),
    api_app_id: workspace.app.id,
    is_enterprise_install: 'false',
    response_url: responses.issue({ personId: person.id, channel: conversation.id }),
    trigger_id: triggers.issue(person.id),
  };
}

/** Shows a person a line from Slack itself, in a conversation, to them alone. */
export function postEphemeral(
  { messaging }: Platform,
  conversation: Conversation,
  { person, text, threadTs }: PrivateLine,
): void {
  messaging.post(conversation, {
    ...(threadTs !== undefined && { threadTs }),
    author: 'USLACKBOT',
    isFromApp: false,
    text: escapeText(text),
    blocks: [],
    onlyFor: person.id,
  });
}

/** A line for one person. */
export interface PrivateLine {
  readonly person: Member;
  readonly text: string;
  readonly threadTs?: string | undefined;
}
