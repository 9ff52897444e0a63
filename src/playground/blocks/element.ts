import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { address, confirmation, plainText, textObject } from './text-object.ts';

const { element } = LIMITS;
const actionId = z.string().min(1).max(element.actionId).optional();
const placeholder = plainText(element.placeholder).optional();
const style = z.enum(['primary', 'danger']).optional();
const label = z.string().max(element.buttonText).optional();
const focus = { focus_on_load: z.boolean().optional() };
const base = { action_id: actionId, confirm: confirmation.optional() };
const picker = { ...base, ...focus, placeholder };

/** One choice of a menu, of radio buttons or of checkboxes. */
const option = z.strictObject({
  text: textObject(element.optionText),
  value: z.string().max(element.optionValue).optional(),
  description: textObject(element.optionText).optional(),
  url: address.optional(),
});
const options = z.array(option).min(1).max(element.options);
const groups = z
  .array(z.strictObject({ label: plainText(element.optionText), options }))
  .min(1)
  .max(element.options);
const few = z.array(option).min(1).max(element.choices);
const most = z.number().int().min(1).optional();
const menu = { ...picker, options: options.optional(), option_groups: groups.optional() };

/** A button; one with an address still tells the app that it was pressed. */
export const button = z.strictObject({
  type: z.literal('button'),
  ...base,
  text: plainText(element.buttonText),
  value: z.string().max(element.value).optional(),
  url: address.optional(),
  style,
  accessibility_label: label,
});

const verdict = z.strictObject({
  text: plainText(element.buttonText),
  value: z.string().max(element.value),
  accessibility_label: label,
});

/** A pair of buttons: was this helpful? */
export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: verdict,
  negative_button: verdict,
});

/** A button drawn as an icon. */
export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...base,
  icon: z.literal('trash'),
  text: plainText(element.buttonText),
  value: z.string().max(element.value).optional(),
  accessibility_label: label,
  visible_to_user_ids: z.array(z.string()).max(element.visibleTo).optional(),
});

/** Everything by which one chooses: boxes, radio buttons, menus, dates and times. */
export const choosers = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...base,
    ...focus,
    options: few,
    initial_options: few.optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...base,
    ...focus,
    options: few,
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal('static_select'), ...menu, initial_option: option.optional() }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    initial_options: options.optional(),
    max_selected_items: most,
  }),
  z.strictObject({
    type: z.literal('external_select'),
    ...picker,
    initial_option: option.optional(),
    min_query_length: z.number().int().optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...picker, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...picker,
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    filter: z.looseObject({}).optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...picker,
    initial_channel: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    ...picker,
    initial_date: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...picker,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...base,
    ...focus,
    initial_date_time: z.number().int().optional(),
  }),
] as const;

/** A menu behind three dots. */
export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...base,
  options: z.array(option).min(1).max(element.overflowOptions),
});

/** A button that starts a workflow. */
export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...base,
  text: plainText(element.buttonText),
  workflow: z.looseObject({ trigger: z.looseObject({ url: address }) }),
  style,
  accessibility_label: label,
});
