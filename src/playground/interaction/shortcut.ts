import type { Acknowledgement } from '../delivery/envelope.ts';
import type { Platform } from '../platform.ts';
import type { Member } from '../workspace/member.ts';
import type { Message } from '../workspace/message.ts';
import { describeMessage } from '../workspace/message-payload.ts';
import { describeChannel, interactionFields } from './interaction-payload.ts';
import { sendInteraction } from './send-interaction.ts';

/** A shortcut of the app, called on a message or from anywhere. */
export interface ShortcutCall {
  readonly person: Member;
  readonly callbackId: string;
  /** The message it is called on; without one the shortcut is a global one. */
  readonly message?: Message;
}

/**
 * Sends a shortcut to the app; a person whose shortcut failed is told so.
 * @throws Error when the manifest has no such shortcut.
 */
export async function callShortcut(call: ShortcutCall, platform: Platform): Promise<Acknowledgement> {
  const { person, callbackId, message } = call;
  const type = message === undefined ? 'global' : 'message';
  const offered = platform.workspace.manifest.features?.shortcuts ?? [];
  if (!offered.some((one) => one.type === type && one.callback_id === callbackId)) {
    throw new Error(`The manifest has no ${type} shortcut "${callbackId}".`);
  }
  const payload =
    message === undefined
      ? { ...interactionFields('shortcut', person, platform), callback_id: callbackId }
      : messageShortcut(callbackId, message, person, platform);
  return await sendInteraction(payload, person, platform);
}

function messageShortcut(callbackId: string, message: Message, person: Member, platform: Platform) {
  const { workspace, responses } = platform;
  const conversation = workspace.conversation(message.channel);
  return {
    ...interactionFields('message_action', person, platform),
    callback_id: callbackId,
    channel: conversation && describeChannel(conversation),
    message: describeMessage(message, workspace),
    message_ts: message.ts,
    response_url: responses.issue({ personId: person.id, channel: message.channel }),
  };
}
