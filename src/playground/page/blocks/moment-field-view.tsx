import type { FieldProps, MomentField } from './field.ts';
import { useForm } from './filled.ts';

/** Draws a field for a date, a time or both. */
export function MomentFieldView({ element, blockId, onChange, naming }: FieldProps<MomentField>) {
  const { filled } = useForm();
  const types = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' };
  const preset =
    'initial_date' in element ? element.initial_date : 'initial_time' in element ? element.initial_time : '';
  const isMoment = element.type === 'datetimepicker';
  return (
    <input
      type={types[element.type]}
      {...naming}
      {...(isMoment ? {} : { value: String(filled[blockId] ?? preset ?? '') })}
      onChange={({ target: { value } }) =>
        onChange(isMoment ? String(Math.floor(new Date(value).getTime() / 1_000)) : value)
      }
    />
  );
}
