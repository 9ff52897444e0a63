import type { Acknowledgement } from '../delivery/envelope.ts';
import { type JsonObject, toJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Member } from '../workspace/member.ts';
import type { Message } from '../workspace/message.ts';
import { describeMessage } from '../workspace/message-payload.ts';
import { describeAction, findElement } from './action-payload.ts';
import { type Filled, stateValues } from './element-value.ts';
import { describeChannel, interactionFields } from './interaction-payload.ts';
import { sendInteraction } from './send-interaction.ts';
import { describeView, type View } from './view.ts';

/** Where a person acts: on a message, or in a modal or Home tab. */
type ActionContainer =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'view'; readonly view: View };

/** One press or choice of a person. */
export interface BlockAction {
  readonly person: Member;
  readonly container: ActionContainer;
  readonly actionId: string;
  /** Needed where one action id stands in several blocks. */
  readonly blockId?: string | undefined;
  /** What was chosen or typed; for buttons nothing. */
  readonly value?: Filled[string] | undefined;
  /** What stands in the other inputs of the same container. */
  readonly filled?: Filled | undefined;
}

/** Sends a press or choice to the app; a person whose press failed is told so. */
export async function act(action: BlockAction, platform: Platform): Promise<Acknowledgement | undefined> {
  const { person, container } = action;
  const { blocks } = container.kind === 'message' ? container.message : container.view;
  const placed = findElement(blocks, action.actionId, action.blockId);
  if (platform.workspace.manifest.settings?.interactivity?.is_enabled !== true) {
    platform.notices.tell(person.id, 'This app is not configured to handle interactive responses.');
    return undefined;
  }
  const filled = { ...action.filled, ...(action.value !== undefined && { [placed.blockId]: action.value }) };
  const values = stateValues(blocks, filled);
  const payload = {
    ...interactionFields('block_actions', person, platform),
    ...(container.kind === 'message'
      ? { ...messageFields(container.message, person, platform), state: { values } }
      : viewFields(container.view, values, platform)),
    actions: [describeAction(placed, action.value, platform.workspace.timestamps.next())],
  };
  return await sendInteraction(payload, person, platform);
}

/** For an ephemeral message Slack sends no message body, only where it was. */
function messageFields(message: Message, person: Member, { workspace, responses }: Platform): JsonObject {
  const conversation = workspace.conversation(message.channel);
  const isEphemeral = message.onlyFor !== undefined;
  return toJson({
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      thread_ts: message.threadTs,
    },
    channel: conversation && describeChannel(conversation),
    ...(!isEphemeral && { message: describeMessage(message, workspace) }),
    response_url: responses.issue({ personId: person.id, channel: message.channel, original: message }),
  });
}

function viewFields(view: View, values: JsonObject, { workspace }: Platform): JsonObject {
  return { container: { type: 'view', view_id: view.id }, view: describeView(view, workspace, values) };
}
