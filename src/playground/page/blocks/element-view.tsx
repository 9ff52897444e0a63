import type { BlockElement } from '../../blocks/block.ts';
import { PopupMenu } from '../popup-menu.tsx';
import { Choices } from './choices.tsx';
import { isField } from './field.ts';
import { FieldView } from './field-view.tsx';
import { useForm } from './filled.ts';

interface ElementViewProps {
  readonly element: BlockElement;
  readonly blockId: string;
}

/** Draws something that acts as soon as it is pressed or chosen. */
export function ElementView({ element, blockId }: ElementViewProps) {
  const { act, fill } = useForm();
  const label = 'placeholder' in element ? (element.placeholder?.text ?? 'Choose') : 'Choose';
  const change = (value: string | string[]) => {
    fill(blockId, value);
    act(element, blockId, value);
  };
  switch (element.type) {
    case 'button':
    case 'icon_button':
    case 'workflow_button':
      return <PressButton element={element} blockId={blockId} />;
    case 'feedback_buttons':
      return <FeedbackButtons element={element} blockId={blockId} />;
    case 'overflow':
      return <Overflow element={element} blockId={blockId} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices element={element} blockId={blockId} legend={label} onChange={change} />;
    default:
      return isField(element) ? (
        <FieldView element={element} blockId={blockId} label={label} onChange={change} />
      ) : null;
  }
}

type ElementOf<Type extends BlockElement['type']> = Extract<BlockElement, { type: Type }>;

function PressButton({
  element,
  blockId,
}: {
  readonly element: ElementOf<'button'> | ElementOf<'icon_button'> | ElementOf<'workflow_button'>;
  readonly blockId: string;
}) {
  const { act } = useForm();
  const { text, accessibility_label } = element;
  const style = 'style' in element ? element.style : undefined;
  const url = element.type === 'button' ? element.url : undefined;
  const press = () => act(element, blockId);
  return url === undefined ? (
    <button
      type="button"
      className="button"
      data-style={style}
      aria-label={accessibility_label}
      onClick={press}
    >
      {text.text}
    </button>
  ) : (
    <a
      className="button"
      data-style={style}
      aria-label={accessibility_label}
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={press}
    >
      {text.text}
    </a>
  );
}

function FeedbackButtons({
  element,
  blockId,
}: {
  readonly element: ElementOf<'feedback_buttons'>;
  readonly blockId: string;
}) {
  const { act, filled, fill } = useForm();
  const chosen = filled[blockId];
  return [element.positive_button, element.negative_button].map(
    ({ text, value, accessibility_label }, index) => (
      <button
        key={value}
        type="button"
        className="button feedback"
        aria-label={accessibility_label}
        aria-pressed={chosen === value}
        onClick={() => {
          fill(blockId, value);
          act(element, blockId, value);
        }}
      >
        <span aria-hidden="true">{index === 0 ? '✓' : '✗'}</span> {text.text}
      </button>
    ),
  );
}

function Overflow({
  element,
  blockId,
}: {
  readonly element: ElementOf<'overflow'>;
  readonly blockId: string;
}) {
  const { act } = useForm();
  const items = element.options.map(({ text, description, value = '' }) => ({
    key: value,
    title: text.text,
    ...(description !== undefined && { detail: description.text }),
    choose: () => act(element, blockId, value),
  }));
  return (
    <PopupMenu label="More choices" className="button" items={items}>
      <span aria-hidden="true">⋯</span>
    </PopupMenu>
  );
}
