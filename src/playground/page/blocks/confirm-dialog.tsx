import { useEffect, useRef } from 'react';
import type { BlockElement } from '../../blocks/block.ts';
import { TextView } from './text-view.tsx';

type Confirmation = NonNullable<Extract<BlockElement, { type: 'button' }>['confirm']>;

interface ConfirmDialogProps {
  readonly confirmation: Confirmation;
  readonly onAnswer: (isSure: boolean) => void;
}

/** Asks whether an action is meant. */
export function ConfirmDialog({ confirmation, onAnswer }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { title, text, confirm, deny, style = 'primary' } = confirmation;
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-label={title?.text ?? 'Are you sure?'}
      onCancel={() => onAnswer(false)}
    >
      <header>
        <h2>{title?.text ?? 'Are you sure?'}</h2>
      </header>
      <div className="scroll">
        <TextView text={text} />
      </div>
      <footer>
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {deny?.text ?? 'Cancel'}
        </button>
        <button type="button" className="button" data-style={style} onClick={() => onAnswer(true)}>
          {confirm?.text ?? 'Yes'}
        </button>
      </footer>
    </dialog>
  );
}
