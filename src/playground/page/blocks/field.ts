import type { BlockElement } from '../../blocks/block.ts';

/** A field one types into. */
export type TextField = Extract<
  BlockElement,
  { type: 'plain_text_input' | 'email_text_input' | 'url_text_input' | 'number_input' | 'rich_text_input' }
>;
/** A field for a date, a time or both. */
export type MomentField = Extract<BlockElement, { type: 'datepicker' | 'timepicker' | 'datetimepicker' }>;
/** A menu. */
export type MenuField = Extract<
  BlockElement,
  {
    type:
      | 'static_select'
      | 'multi_static_select'
      | 'external_select'
      | 'users_select'
      | 'conversations_select'
      | 'channels_select';
  }
>;

/** A single field: text, a date or time, or a menu. */
export type Field = TextField | MomentField | MenuField;

const OTHERS: ReadonlySet<BlockElement['type']> = new Set([
  'button',
  'icon_button',
  'workflow_button',
  'feedback_buttons',
  'overflow',
  'checkboxes',
  'radio_buttons',
  'file_input',
]);

/** Whether an element is a single field. */
export function isField(element: BlockElement): element is Field {
  return !OTHERS.has(element.type);
}

/** What drawing a field takes, whatever its kind. */
export interface FieldProps<Kind extends Field> {
  readonly element: Kind;
  readonly blockId: string;
  readonly onChange: (value: string | string[]) => void;
  /** Enter in a single line of text. */
  readonly onEnter?: () => void;
  /** The attributes that name and describe the field to those who do not see it. */
  readonly naming: Readonly<Record<string, string | boolean | undefined>>;
}
