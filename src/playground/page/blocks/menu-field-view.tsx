import { usePageState } from '../page-state-context.ts';
import type { FieldProps, MenuField } from './field.ts';
import { useForm } from './filled.ts';

/** Draws a menu with the browser's own control. */
export function MenuFieldView({ element, blockId, onChange, naming }: FieldProps<MenuField>) {
  const { filled } = useForm();
  const options = useOptions(element);
  const isMany = element.type === 'multi_static_select';
  const value = filled[blockId] ?? (isMany ? [] : presetOf(element));
  return (
    <select
      {...naming}
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
  const { people, conversations } = usePageState();
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
