import type { SeenConversation } from '../page-server/page-state.ts';
import { usePageState } from './page-state-context.ts';
import { usePerform } from './use-user-actions.ts';

const SHOWN = 4;

interface ExampleQuestionsProps {
  readonly conversation: SeenConversation;
  readonly onFill: (text: string) => void;
}

/**
 * Questions to start with. In a direct message the app's own suggestions come first and are sent at once;
 * the examples fill the box, so that one sees how a question is asked.
 */
export function ExampleQuestions({ conversation, onFill }: ExampleQuestionsProps) {
  const { examples, prompts, app } = usePageState();
  const perform = usePerform();
  const isDirect = conversation.kind === 'im';
  const suggested = isDirect ? prompts : [];
  const [command] = app.commands;
  const prefix = isDirect ? '' : `${command?.command ?? `@${app.handle}`} `;
  const shown = examples.slice(0, Math.max(0, SHOWN - suggested.length));
  if (conversation.isArchived || (shown.length === 0 && suggested.length === 0)) return null;
  return (
    <ul className="examples" data-quiet={conversation.messages.length > 0} aria-label="Questions to try">
      {suggested.map(({ title, message }) => (
        <li key={`suggested ${title}`}>
          <button
            type="button"
            data-suggested
            title={`Sends: ${message}`}
            onClick={() => void perform({ kind: 'write', channel: conversation.id, text: message })}
          >
            {title}
          </button>
        </li>
      ))}
      {shown.map((question) => (
        <li key={question}>
          <button
            type="button"
            title="Puts this question into the box"
            onClick={() => onFill(`${prefix}${question}`)}
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
