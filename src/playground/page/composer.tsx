import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { usePageState } from './page-state-context.ts';
import { activeCommand } from './suggestion.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';
import { usePerform } from './use-user-actions.ts';

interface ComposerProps {
  readonly label: string;
  readonly channel: string;
  readonly thread?: string;
  /** The cursor is in the box from the start. */
  readonly isFocused?: boolean;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  /** Why nobody can write here; the box is not shown then. */
  readonly closedBecause: string | undefined;
}

/** The box to write in: Enter sends, Shift+Enter starts a new line, `/` and `@` offer what there is. */
export function Composer(props: ComposerProps) {
  if (props.closedBecause !== undefined) return <p className="closed">{props.closedBecause}</p>;
  return <OpenComposer {...props} />;
}

function OpenComposer({ label, channel, thread, isFocused = false, draft, onDraft }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const perform = usePerform();
  const suggestions = useSuggestions({ draft, isThread: thread !== undefined, onDraft });
  useFilledFromOutside(box, draft);
  useEffect(() => {
    if (isFocused) box.current?.focus();
  }, [isFocused]);
  const send = () => {
    if (draft.trim() === '') return;
    onDraft('');
    void perform({ kind: 'write', channel, text: draft, thread });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (suggestions.onKey(event.key)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SuggestionList id={id} suggestions={suggestions} />
      <div className="composer-box">
        <textarea
          ref={box}
          rows={1}
          value={draft}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={suggestions.offered.length > 0 ? `${id}-${suggestions.active}` : undefined}
          onChange={({ target }) => onDraft(target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" disabled={draft.trim() === ''} aria-label="Send">
          <span aria-hidden="true">↑</span>
        </button>
      </div>
      <Hint draft={draft} isThread={thread !== undefined} />
    </form>
  );
}

/** Under the box: what the command being typed expects, else how to send. */
function Hint({ draft, isThread }: { readonly draft: string; readonly isThread: boolean }) {
  const command = activeCommand(draft, usePageState().app.commands);
  return (
    <p className="hint">
      {command === undefined ? (
        <span className="keys">
          {!isThread && (
            <>
              <kbd>/</kbd> commands ·{' '}
            </>
          )}
          <kbd>@</kbd> people and apps · <kbd>Enter</kbd> sends
        </span>
      ) : (
        <>
          <code>
            {command.command} {command.hint}
          </code>{' '}
          {command.description}
        </>
      )}
    </p>
  );
}

/** Text put into the box by something else brings the cursor there, and the box grows with its text. */
function useFilledFromOutside(box: React.RefObject<HTMLTextAreaElement | null>, draft: string): void {
  useEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
    if (draft.length > 1 && document.activeElement !== area) area.focus();
  }, [box, draft]);
}
