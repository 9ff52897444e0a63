import type { Block, BlockElement } from '../blocks/block.ts';
import { interactiveElements } from '../blocks/interactive.ts';
import { type JsonObject, toJson } from '../json.ts';

/** What a person put into elements: text, or the chosen value or values, by block id or by action id. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

type Given = string | readonly string[] | undefined;

/**
 * The state of one element as Slack reports it, from what the person put in or what the app preset.
 * @returns undefined for elements without a state: buttons and menus of actions.
 */
export function elementState(element: BlockElement, given: Given): JsonObject | undefined {
  const fields = stateFields(element, given);
  return fields === undefined ? undefined : toJson({ type: element.type, ...fields });
}

function stateFields(element: BlockElement, given: Given): object | undefined {
  const one = typeof given === 'string' ? given : given?.[0];
  const many = given === undefined ? undefined : [given].flat();
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: (one ?? element.initial_value ?? '') || null };
    case 'rich_text_input':
      return { rich_text_value: one === undefined ? (element.initial_value ?? null) : asRichText(one) };
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: optionOf(element, one) ?? element.initial_option ?? null };
    case 'external_select':
      return { selected_option: one === undefined ? (element.initial_option ?? null) : freeOption(one) };
    case 'checkboxes':
    case 'multi_static_select':
      return {
        selected_options: many?.map((value) => optionOf(element, value)) ?? element.initial_options ?? [],
      };
    case 'users_select':
      return { selected_user: one ?? element.initial_user ?? null };
    case 'conversations_select':
      return { selected_conversation: one ?? element.initial_conversation ?? null };
    case 'channels_select':
      return { selected_channel: one ?? element.initial_channel ?? null };
    case 'datepicker':
      return { selected_date: one ?? element.initial_date ?? null };
    case 'timepicker':
      return { selected_time: one ?? element.initial_time ?? null };
    case 'datetimepicker':
      return { selected_date_time: one === undefined ? (element.initial_date_time ?? null) : Number(one) };
    case 'file_input':
      return { files: [] };
    default:
      return undefined;
  }
}

/** The choices an element offers, grouped or not. */
function optionsOf(element: BlockElement) {
  if (!('options' in element)) return [];
  const groups = 'option_groups' in element ? (element.option_groups ?? []) : [];
  return [...(element.options ?? []), ...groups.flatMap(({ options }) => options)];
}

/** The choice with a value. @throws Error when something is chosen that is not on offer. */
export function optionOf(element: BlockElement, value: string | undefined) {
  if (value === undefined) return undefined;
  const offered = optionsOf(element);
  const found = offered.find((option) => option.value === value);
  if (found === undefined) {
    const values = offered.map((option) => option.value).join(', ');
    throw new Error(
      `"${value}" is not on offer in ${element.action_id ?? element.type}. On offer: ${values}.`,
    );
  }
  return found;
}

function freeOption(value: string) {
  return { text: { type: 'plain_text', text: value, emoji: true }, value };
}

function asRichText(text: string) {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  return { type: 'rich_text', elements };
}

/** `state.values`: the state of every element of some blocks, by block id and action id. */
export function stateValues(blocks: readonly Block[], filled: Filled): JsonObject {
  const values: Record<string, JsonObject> = {};
  for (const { blockId, element } of interactiveElements(blocks)) {
    const actionId = element.action_id ?? '';
    const state = elementState(element, filled[blockId] ?? filled[actionId]);
    if (state !== undefined) values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}
