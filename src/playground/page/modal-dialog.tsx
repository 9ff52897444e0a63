import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SeenModal } from '../page-server/page-state.ts';
import { BlockList } from './blocks/block-list.tsx';
import type { FilledValues } from './blocks/filled.ts';
import { usePerform } from './use-user-actions.ts';

/** The modal on top. The browser keeps the focus inside; Escape closes. */
export function ModalDialog({ modal }: { readonly modal: SeenModal }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const perform = usePerform();
  const [filled, setFilled] = useState<FilledValues>({});
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    opened?.querySelector<HTMLElement>('.scroll :is(input, textarea, select)')?.focus();
    return () => opened?.close();
  }, []);
  const close = useClosing();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await perform({ kind: 'submit', filled });
    setBusy(false);
  };
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => void submit(event)}
        onKeyDown={({ key, ctrlKey, metaKey, currentTarget }) => {
          if (key === 'Enter' && (ctrlKey || metaKey)) currentTarget.requestSubmit();
        }}
      >
        <header>
          <h2 id="modal-title">{modal.title}</h2>
          <button type="button" className="close" aria-label="Close" onClick={close}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <div className="scroll">
          {modal.errors[''] !== undefined && (
            <p className="error" role="alert">
              {modal.errors['']}
            </p>
          )}
          <BlockList
            blocks={modal.blocks}
            container="modal"
            filling={{ filled, setFilled }}
            errors={modal.errors}
          />
        </div>
        <footer>
          <button type="button" className="button" onClick={close}>
            {modal.close}
          </button>
          {modal.submit !== null && (
            <button type="submit" className="button" data-style="primary" disabled={isBusy}>
              {modal.submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** Closes this modal once: two quick presses of Escape are not meant for the one below. */
function useClosing(): () => void {
  const perform = usePerform();
  const isClosing = useRef(false);
  const close = async () => {
    if (isClosing.current) return;
    isClosing.current = true;
    isClosing.current = await perform({ kind: 'close-modal' });
  };
  return () => void close();
}
