import { z } from 'zod';
import type { Acknowledgement } from '../delivery/envelope.ts';
import { type JsonObject, jsonObject, toJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import { Refusal } from '../refusal.ts';
import type { Member } from '../workspace/member.ts';
import { type Filled, stateValues } from './element-value.ts';
import { interactionFields } from './interaction-payload.ts';
import { readView } from './read-view.ts';
import { missingValues } from './required-values.ts';
import { describeView, type View } from './view.ts';

/** Shown above the fields when the app did not answer, or not with anything Slack understands. */
const TROUBLE = 'We had some trouble connecting. Try again?';

/** The key under which a problem of the whole modal stands among its errors. */
const WHOLE_VIEW = '';

const answer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: jsonObject }),
  z.object({ response_action: z.literal('push'), view: jsonObject }),
  z.object({ response_action: z.literal('clear') }),
]);

/**
 * Sends the modal on top to the app and does what it answers.
 * @returns what became of the envelope; undefined when Slack itself found the values wanting.
 */
export async function submitModal(
  person: Member,
  filled: Filled,
  platform: Platform,
): Promise<Acknowledgement | undefined> {
  const view = openModal(person, platform);
  const missing = missingValues(view, filled);
  if (Object.keys(missing).length > 0) {
    platform.views.showErrors(view, missing);
    return undefined;
  }
  const values = stateValues(view.blocks, filled);
  const payload = {
    ...interactionFields('view_submission', person, platform),
    view: describeView(view, platform.workspace, values),
    response_urls: responseUrls(view, values, platform),
  };
  const outcome = await platform.outbox.send('interactive', payload);
  if (outcome.kind === 'unacknowledged') platform.views.showErrors(view, { [WHOLE_VIEW]: TROUBLE });
  else performUserAction(outcome.payload, view, platform);
  return outcome;
}

/** Closes the modal on top, or all of them, and tells the app when it asked to be told. */
export async function closeModal(person: Member, platform: Platform): Promise<void> {
  const view = openModal(person, platform);
  if (view.clearOnClose) platform.views.clear(person.id);
  else platform.views.pop(person.id);
  if (!view.notifyOnClose) return;
  const { trigger_id: _, ...fields } = interactionFields('view_closed', person, platform);
  const description = describeView(view, platform.workspace);
  await platform.outbox.send('interactive', {
    ...fields,
    view: description,
    is_cleared: view.clearOnClose,
  });
}

/** The modal a person has before them. @throws Error when there is none. */
function openModal(person: Member, { views }: Platform): View {
  const view = views.modal(person.id);
  if (view === undefined) throw new Error(`${person.handle} has no modal open.`);
  return view;
}

function performUserAction(payload: JsonObject, view: View, platform: Platform): void {
  const { views } = platform;
  const { data } = answer.safeParse(payload);
  if (Object.keys(payload).length === 0) views.pop(view.personId);
  else if (data === undefined) views.showErrors(view, { [WHOLE_VIEW]: TROUBLE });
  else {
    try {
      respond(data, view, platform);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      views.showErrors(view, { [WHOLE_VIEW]: `${TROUBLE} (${cause.message})` });
    }
  }
}

function respond(given: z.infer<typeof answer>, view: View, { views, workspace }: Platform): void {
  switch (given.response_action) {
    case 'errors':
      views.showErrors(view, given.errors);
      break;
    case 'clear':
      views.clear(view.personId);
      break;
    case 'update':
      views.update({ viewId: view.id }, readView(given.view, 'modal', workspace));
      break;
    case 'push':
      views.push(view.personId, readView(given.view, 'modal', workspace));
      break;
    default:
      given satisfies never;
  }
}

/** A reply address for each conversation chosen in a menu that asks for one. */
function responseUrls(view: View, values: JsonObject, { responses }: Platform): JsonObject[] {
  return view.blocks.flatMap((block) => {
    if (block.type !== 'input' || !('response_url_enabled' in block.element)) return [];
    const { element, block_id = '' } = block;
    const channel = chosenConversation(values, block_id, element.action_id ?? '');
    if (channel === undefined) return [];
    const response_url = responses.issue({ personId: view.personId, channel });
    return [toJson({ block_id, action_id: element.action_id, channel_id: channel, response_url })];
  });
}

const choice = z.object({
  selected_conversation: z.string().nullish(),
  selected_channel: z.string().nullish(),
});

function chosenConversation(values: JsonObject, blockId: string, actionId: string): string | undefined {
  const { data: block } = jsonObject.safeParse(values[blockId]);
  const { data } = choice.safeParse(block?.[actionId]);
  return data?.selected_conversation ?? data?.selected_channel ?? undefined;
}
