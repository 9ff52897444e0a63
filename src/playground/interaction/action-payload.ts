import type { Block, BlockElement } from '../blocks/block.ts';
import { interactiveElements, type PlacedElement } from '../blocks/interactive.ts';
import { type JsonObject, toJson } from '../json.ts';
import { elementState, type Filled, optionOf } from './element-value.ts';

/**
 * Finds the element a person acts on.
 * @throws Error that names the actions there are.
 */
export function findElement(blocks: readonly Block[], actionId: string, blockId?: string): PlacedElement {
  const placed = interactiveElements(blocks);
  const found = placed.find(
    (one) => one.element.action_id === actionId && (blockId === undefined || one.blockId === blockId),
  );
  if (found !== undefined) return found;
  const there = placed.map(({ element }) => element.action_id).join(', ') || 'none';
  throw new Error(`There is nothing here with the action id "${actionId}". Action ids here: ${there}.`);
}

/** The entry of `actions` for one act: which element, and what it says now. */
export function describeAction(
  { element, blockId }: PlacedElement,
  value: Filled[string] | undefined,
  actionTs: string,
): JsonObject {
  return toJson({
    type: element.type,
    action_id: element.action_id ?? '',
    block_id: blockId,
    action_ts: actionTs,
    ...actionFields(element, value),
  });
}

function actionFields(element: BlockElement, value: Filled[string] | undefined): object {
  switch (element.type) {
    case 'button':
    case 'icon_button':
      return { text: element.text, ...(element.value !== undefined && { value: element.value }) };
    case 'workflow_button':
      return { text: element.text };
    case 'feedback_buttons': {
      const chosen =
        value === element.negative_button.value ? element.negative_button : element.positive_button;
      return { text: chosen.text, value: chosen.value };
    }
    case 'overflow':
      return { selected_option: optionOf(element, [value ?? ''].flat()[0]) };
    default:
      return elementState(element, value) ?? {};
  }
}
