import type { Field, FieldProps } from './field.ts';
import { MenuFieldView } from './menu-field-view.tsx';
import { MomentFieldView } from './moment-field-view.tsx';
import { TextFieldView } from './text-field-view.tsx';

interface FieldViewProps extends Omit<FieldProps<Field>, 'naming'> {
  readonly label: string;
  /** The id of the field, when a label elsewhere names it. */
  readonly id?: string;
  /** The ids of what explains the field. */
  readonly describedBy?: string | undefined;
  readonly isWrong?: boolean;
}

/** Draws one field with the browser's own controls. */
export function FieldView({ label, id, describedBy, isWrong = false, element, ...rest }: FieldViewProps) {
  const named = id === undefined ? { 'aria-label': label } : { id };
  const naming = { ...named, 'aria-describedby': describedBy, 'aria-invalid': isWrong };
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextFieldView {...rest} element={element} naming={naming} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentFieldView {...rest} element={element} naming={naming} />;
    default:
      return <MenuFieldView {...rest} element={element} naming={naming} />;
  }
}
