import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { richText } from './rich-text.ts';
import { plainText } from './text-object.ts';

const { element } = LIMITS;
const typed = {
  action_id: z.string().min(1).max(element.actionId).optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(element.placeholder).optional(),
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])) })
    .optional(),
};
const lines = z.number().int().min(1).max(100).optional();
const inputLength = z.number().int().min(0).max(element.inputLength).optional();
const initial_value = z.string().max(element.inputLength).optional();

/** A field for formatted text. */
export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richText.optional(),
  min_lines: lines,
  max_lines: lines,
});

/** Fields one types into, and the one for files. */
export const textInputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value,
    multiline: z.boolean().optional(),
    min_length: inputLength,
    max_length: inputLength,
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    initial_value,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: typed.action_id,
    filetypes: z.array(z.string()).optional(),
    max_files: z.number().int().min(1).max(element.files).optional(),
  }),
] as const;
