import { useId } from 'react';
import type { BlockOf } from '../../blocks/block.ts';
import { Choices } from './choices.tsx';
import { isField } from './field.ts';
import { FieldView } from './field-view.tsx';
import { useForm } from './filled.ts';

/** Draws an input with its label, its hint and what is wrong with it. */
export function InputView({ block }: { readonly block: BlockOf<'input'> }) {
  const { block_id: blockId = '', label, hint, optional = false, element, dispatch_action = false } = block;
  const { errors, fill, filled, act } = useForm();
  const id = useId();
  const error = errors[blockId];
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const send = () => act(element, blockId, filled[blockId]);
  const isChoice = element.type === 'checkboxes' || element.type === 'radio_buttons';
  return (
    <div className="input" data-wrong={error !== undefined}>
      {isChoice ? (
        <Choices
          element={element}
          blockId={blockId}
          legend={label.text}
          onChange={(value) => fill(blockId, value)}
        />
      ) : (
        <>
          <label htmlFor={id}>
            {label.text}
            {optional && <small> (optional)</small>}
          </label>
          {isField(element) ? (
            <FieldView
              element={element}
              blockId={blockId}
              label={label.text}
              id={id}
              describedBy={notes}
              isWrong={error !== undefined}
              onChange={(value) => fill(blockId, value)}
              {...(dispatch_action && { onEnter: send })}
            />
          ) : (
            <p className="empty-note">The playground does not take files.</p>
          )}
        </>
      )}
      {hint !== undefined && (
        <small id={`${id}-hint`} className="input-hint">
          {hint.text}
        </small>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
