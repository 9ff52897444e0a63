import { z } from 'zod';
import { LIMITS } from '../limits.ts';

/** Plain text of one to `max` characters. */
export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
}

/** Text with Slack's light markup, of one to `max` characters. */
export function markedText(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
}

/** Either kind of text. */
export function textObject(max: number) {
  return z.discriminatedUnion('type', [plainText(max), markedText(max)]);
}

/** An http(s) address; the stand-in keeps Slack's length limit and refuses other schemes. */
export const address = z
  .string()
  .max(LIMITS.element.url)
  .regex(/^(https?|mailto):/);

/** A picture, by address or by a file in Slack. */
export const imageElement = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().min(1).max(LIMITS.block.imageAlt),
  image_url: address.optional(),
  slack_file: z.record(z.string(), z.string()).optional(),
});

/** The question asked before an action is carried out. */
export const confirmation = z.strictObject({
  title: plainText(LIMITS.element.confirmTitle).optional(),
  text: textObject(LIMITS.element.confirmText),
  confirm: plainText(LIMITS.element.confirmButton).optional(),
  deny: plainText(LIMITS.element.confirmButton).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
