import { z } from 'zod';
import { type Fragment, firstThatSays } from './fragment.ts';
import { readBlocks, readTexts } from './read-blocks.ts';

const anything = z.unknown().optional();
const attachment = z.object({
  pretext: anything,
  title: anything,
  text: anything,
  fallback: anything,
  blocks: anything,
  fields: z.array(z.object({ title: anything, value: anything }).catch({})).catch([]),
  message_blocks: z
    .array(z.object({ message: z.object({ blocks: anything }).catch({}) }).catch({ message: {} }))
    .catch([]),
});

/** Reads what is attached to a message: another one that is forwarded, a card of an app, the preview of a page. */
export function readAttachment(payload: unknown): readonly Fragment[] {
  const { data } = attachment.safeParse(payload);
  if (data === undefined) return [];
  const { pretext, title, text, fallback, blocks, fields, message_blocks: forwarded } = data;
  return firstThatSays([
    forwarded.flatMap((each) => [...readBlocks(each.message.blocks)]),
    readBlocks(blocks),
    readTexts(pretext, title, text, ...fields.flatMap((field) => [field.title, field.value])),
    // For clients that show nothing else.
    readTexts(fallback),
  ]);
}
