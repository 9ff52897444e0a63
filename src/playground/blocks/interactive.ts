import type { Block, BlockElement } from './block.ts';

/** An element a person can act on, and the block it stands in. */
export interface PlacedElement {
  readonly blockId: string;
  readonly element: BlockElement;
  /** Where it stands, as a JSON pointer's parts below `blocks`. */
  readonly path: readonly PropertyKey[];
}

/** Every element of some blocks that can be pressed, chosen or filled in, in reading order. */
export function interactiveElements(
  blocks: readonly Block[],
  path: readonly PropertyKey[] = [],
): readonly PlacedElement[] {
  return blocks.flatMap((block, index) => inBlock(block, [...path, index]));
}

function inBlock(block: Block, path: readonly PropertyKey[]): readonly PlacedElement[] {
  const blockId = block.block_id ?? '';
  const place = (element: BlockElement, ...rest: PropertyKey[]) => ({
    blockId,
    element,
    path: [...path, ...rest],
  });
  switch (block.type) {
    case 'actions':
      return block.elements.map((element, index) => place(element, 'elements', index));
    case 'context_actions':
      return block.elements.map((element, index) => place(element, 'elements', index));
    case 'input':
      return [place(block.element, 'element')];
    case 'section':
      return block.accessory === undefined || block.accessory.type === 'image'
        ? []
        : [place(block.accessory, 'accessory')];
    case 'card':
      return (block.actions ?? []).map((element, index) => place(element, 'actions', index));
    case 'carousel':
      return interactiveElements(block.elements, [...path, 'elements']);
    case 'container':
      return interactiveElements(block.child_blocks, [...path, 'child_blocks']);
    default:
      return [];
  }
}
