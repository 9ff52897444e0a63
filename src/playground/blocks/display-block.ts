import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { button } from './element.ts';
import { richText } from './rich-text.ts';
import { address, imageElement, markedText, plainText, textObject } from './text-object.ts';

const limits = LIMITS.block;
const block_id = z.string().min(1).max(limits.id).optional();

/** Blocks that only show something. */
export const displayBlocks = [
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({
    type: z.literal('header'),
    block_id,
    text: plainText(limits.headerText),
    level: z.number().int().min(1).max(4).optional(),
  }),
  z.strictObject({
    type: z.literal('image'),
    block_id,
    alt_text: z.string().min(1).max(limits.imageAlt),
    title: plainText(limits.imageTitle).optional(),
    image_url: address.optional(),
    slack_file: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [imageElement, ...textObject(LIMITS.block.sectionText).options]))
      .min(1)
      .max(limits.contextElements),
  }),
  z.strictObject({
    type: z.literal('video'),
    block_id,
    title: plainText(limits.videoTitle),
    description: plainText(limits.videoTitle).optional(),
    author_name: z.string().max(limits.videoAuthor).optional(),
    alt_text: z.string().min(1),
    video_url: address,
    thumbnail_url: address,
    title_url: address.optional(),
    provider_name: z.string().optional(),
    provider_icon_url: address.optional(),
  }),
  z.strictObject({
    type: z.literal('markdown'),
    block_id,
    text: z.string().min(1).max(LIMITS.message.markdownText),
  }),
  z.strictObject({
    type: z.literal('alert'),
    block_id,
    text: textObject(limits.alertText),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
] as const;

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richText,
]);
const row = z.array(cell).min(1).max(limits.tableCells);

const card = z.strictObject({
  type: z.literal('card'),
  block_id,
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  title: markedText(limits.cardTitle).optional(),
  subtitle: markedText(limits.cardTitle).optional(),
  body: markedText(limits.cardBody).optional(),
  actions: z.array(button).max(limits.cardActions).optional(),
});

const task = z.strictObject({
  type: z.literal('task_card'),
  block_id,
  task_id: z.string().min(1),
  title: z.string().min(1),
  details: richText.optional(),
  output: richText.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal('url'), url: address, text: z.string().min(1) }))
    .optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

/** Blocks that arrange other things: tables, cards and plans. */
export const tableBlocks = [
  z.strictObject({
    type: z.literal('table'),
    block_id,
    rows: z.array(row).min(1).max(limits.tableRows),
    column_settings: z.array(z.looseObject({})).optional(),
  }),
  z.strictObject({
    type: z.literal('data_table'),
    block_id,
    caption: z.string().min(1),
    rows: z.array(row).min(2).max(limits.dataTableRows),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().optional(),
  }),
  card,
  z.strictObject({
    type: z.literal('carousel'),
    block_id,
    elements: z.array(card).min(1).max(limits.carouselCards),
  }),
  z.strictObject({
    type: z.literal('plan'),
    block_id,
    title: z.string().min(1),
    tasks: z.array(task).optional(),
  }),
  task,
] as const;
