import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { displayBlocks, tableBlocks } from './display-block.ts';
import { button, choosers, feedbackButtons, iconButton, overflow, workflowButton } from './element.ts';
import { richText } from './rich-text.ts';
import { richTextInput, textInputs } from './text-input.ts';
import { imageElement, plainText, textObject } from './text-object.ts';

const limits = LIMITS.block;
const block_id = z.string().min(1).max(limits.id).optional();

const section = z.strictObject({
  type: z.literal('section'),
  block_id,
  text: textObject(limits.sectionText).optional(),
  fields: z.array(textObject(limits.sectionFieldText)).min(1).max(limits.sectionFields).optional(),
  accessory: z
    .discriminatedUnion('type', [button, imageElement, overflow, workflowButton, ...choosers])
    .optional(),
  expand: z.boolean().optional(),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id,
  elements: z
    .array(z.discriminatedUnion('type', [button, overflow, workflowButton, richTextInput, ...choosers]))
    .min(1)
    .max(limits.actionsElements),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(limits.contextActionsElements),
});

const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plainText(limits.inputLabel),
  hint: plainText(limits.inputLabel).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [richTextInput, ...textInputs, ...choosers]),
});

const [divider, header, image, context, video] = displayBlocks;

const container = z.strictObject({
  type: z.literal('container'),
  block_id,
  title: plainText(limits.containerTitle).optional(),
  rich_text_title: richText.optional(),
  subtitle: textObject(limits.containerTitle).optional(),
  child_blocks: z
    .array(
      z.discriminatedUnion('type', [
        section,
        actions,
        input,
        richText,
        divider,
        header,
        image,
        context,
        video,
      ]),
    )
    .min(1)
    .max(limits.containerBlocks),
  width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
  icon: imageElement.optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
});

/** Every block an app may send. */
export const block = z.discriminatedUnion('type', [
  section,
  actions,
  contextActions,
  input,
  container,
  richText,
  ...displayBlocks,
  ...tableBlocks,
]);

/** One block of a message, a modal or a Home tab, as it was accepted. */
export type Block = z.infer<typeof block>;

/** A block of one type. */
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** Anything inside a block that a person can press, choose or fill in. */
export type BlockElement =
  | BlockOf<'actions'>['elements'][number]
  | BlockOf<'context_actions'>['elements'][number]
  | BlockOf<'input'>['element']
  | Exclude<NonNullable<BlockOf<'section'>['accessory']>, { type: 'image' }>;
