import type { FieldProps, TextField } from './field.ts';
import { useForm } from './filled.ts';

/** Draws a field one types into. */
export function TextFieldView({ element, blockId, onChange, onEnter, naming }: FieldProps<TextField>) {
  const { filled } = useForm();
  const preset = element.type === 'rich_text_input' ? '' : (element.initial_value ?? '');
  const common = {
    ...naming,
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
