import type { BlockElement } from '../../blocks/block.ts';
import { useSeen } from '../sight-context.ts';
import { useForm } from './filled.ts';

type TextField = Extract<
  BlockElement,
  { type: 'plain_text_input' | 'email_text_input' | 'url_text_input' | 'number_input' | 'rich_text_input' }
>;
type MomentField = Extract<BlockElement, { type: 'datepicker' | 'timepicker' | 'datetimepicker' }>;
type MenuField = Extract<
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
type Field = TextField | MomentField | MenuField;

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

/** Whether an element is a single field: text, a date or time, or a menu. */
export function isField(element: BlockElement): element is Field {
  return !OTHERS.has(element.type);
}

interface FieldViewProps {
  readonly element: Field;
  readonly blockId: string;
  readonly label: string;
  /** The id of the field, when a label elsewhere names it. */
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly onChange: (value: string | string[]) => void;
  /** Enter in a single line of text. */
  readonly onEnter?: () => void;
}

/** Draws one field with the browser's own controls. */
export function FieldView(props: FieldViewProps) {
  const { element, label, id, describedBy } = props;
  const named = id === undefined ? { 'aria-label': label } : { id };
  const shared = { ...named, 'aria-describedby': describedBy, 'aria-invalid': describedBy !== undefined };
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextFieldView {...props} element={element} shared={shared} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentFieldView {...props} element={element} shared={shared} />;
    default:
      return <MenuFieldView {...props} element={element} shared={shared} />;
  }
}

type Shared = Readonly<Record<string, string | boolean | undefined>>;
type Drawn<Kind extends Field> = FieldViewProps & { readonly element: Kind; readonly shared: Shared };

function TextFieldView({ element, blockId, onChange, onEnter, shared }: Drawn<TextField>) {
  const { filled } = useForm();
  const preset = element.type === 'rich_text_input' ? '' : (element.initial_value ?? '');
  const common = {
    ...shared,
    value: String(filled[blockId] ?? preset),
    placeholder: element.placeholder?.text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange(target.value),
  };
  if (element.type === 'rich_text_input') return <textarea rows={4} {...common} />;
  if (element.type === 'plain_text_input' && element.multiline === true)
    return <textarea rows={4} {...common} />;
  const type = {
    plain_text_input: 'text',
    email_text_input: 'email',
    url_text_input: 'url',
    number_input: 'number',
  };
  return (
    <input
      type={type[element.type]}
      {...common}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || onEnter === undefined) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}

function MomentFieldView({ element, blockId, onChange, shared }: Drawn<MomentField>) {
  const { filled } = useForm();
  const types = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' };
  const preset =
    'initial_date' in element ? element.initial_date : 'initial_time' in element ? element.initial_time : '';
  const isMoment = element.type === 'datetimepicker';
  return (
    <input
      type={types[element.type]}
      {...shared}
      {...(isMoment ? {} : { value: String(filled[blockId] ?? preset ?? '') })}
      onChange={({ target: { value } }) =>
        onChange(isMoment ? String(Math.floor(new Date(value).getTime() / 1_000)) : value)
      }
    />
  );
}

function MenuFieldView({ element, blockId, onChange, shared }: Drawn<MenuField>) {
  const { filled } = useForm();
  const options = useOptions(element);
  const isMany = element.type === 'multi_static_select';
  const value = filled[blockId] ?? (isMany ? [] : presetOf(element));
  return (
    <select
      {...shared}
      multiple={isMany}
      value={value}
      onChange={({ target }) =>
        onChange(isMany ? [...target.selectedOptions].map((option) => option.value) : target.value)
      }
    >
      {!isMany && (
        <option value="" disabled>
          {element.placeholder?.text ?? 'Choose…'}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function useOptions(element: MenuField): readonly { readonly value: string; readonly text: string }[] {
  const { people, conversations } = useSeen();
  switch (element.type) {
    case 'users_select':
      return people.map(({ id, name }) => ({ value: id, text: name }));
    case 'conversations_select':
    case 'channels_select':
      return conversations
        .filter(({ kind }) => kind !== 'im')
        .map(({ id, name }) => ({ value: id, text: `#${name}` }));
    case 'external_select':
      return [];
    default: {
      const groups = element.option_groups?.flatMap(({ options }) => options) ?? [];
      return [...(element.options ?? []), ...groups].map(({ text, value = '' }) => ({
        value,
        text: text.text,
      }));
    }
  }
}

function presetOf(element: MenuField): string {
  switch (element.type) {
    case 'users_select':
      return element.initial_user ?? '';
    case 'conversations_select':
      return element.initial_conversation ?? '';
    case 'channels_select':
      return element.initial_channel ?? '';
    case 'static_select':
    case 'external_select':
      return element.initial_option?.value ?? '';
    default:
      return '';
  }
}
