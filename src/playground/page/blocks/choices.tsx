import { useId } from 'react';
import type { BlockElement } from '../../blocks/block.ts';
import { useForm } from './filled.ts';
import { MarkedText } from './marked-text.tsx';

type ChoiceElement = Extract<BlockElement, { type: 'checkboxes' | 'radio_buttons' }>;

interface ChoicesProps {
  readonly element: ChoiceElement;
  readonly blockId: string;
  readonly legend: string;
  readonly onChange: (value: string | string[]) => void;
}

/** Radio buttons, or boxes to tick. */
export function Choices({ element, blockId, legend, onChange }: ChoicesProps) {
  const { filled } = useForm();
  const name = useId();
  const isMany = element.type === 'checkboxes';
  const chosen = [filled[blockId] ?? presetOf(element)].flat();
  const toggle = (value: string, isOn: boolean) => {
    if (!isMany) return onChange(value);
    return onChange(isOn ? [...chosen, value] : chosen.filter((one) => one !== value));
  };
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {element.options.map(({ text, value = '', description }) => (
        <label key={value}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(value)}
            onChange={({ target }) => toggle(value, target.checked)}
          />
          <span>
            {text.type === 'plain_text' ? text.text : <MarkedText text={text.text} />}
            {description !== undefined && <small>{description.text}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function presetOf(element: ChoiceElement): string[] {
  const preset = element.type === 'checkboxes' ? (element.initial_options ?? []) : [element.initial_option];
  return preset.flatMap((option) => option?.value ?? []);
}
