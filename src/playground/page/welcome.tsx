import type { SeenConversation } from '../page-server/page-state.ts';
import { usePageState } from './page-state-context.ts';

/** What stands in a conversation nobody has written in yet: how to ask here. */
export function Welcome({ conversation }: { readonly conversation: SeenConversation }) {
  const { app } = usePageState();
  const [command] = app.commands;
  if (conversation.kind === 'im') {
    return (
      <section className="welcome">
        <h2>Between you and {app.name}</h2>
        <p>{app.description}</p>
        <p>Write a question below. Nobody else sees it.</p>
      </section>
    );
  }
  return (
    <section className="welcome">
      <h2>Ask in #{conversation.name}</h2>
      <p>{app.description}</p>
      <dl>
        {command !== undefined && (
          <div>
            <dt>
              <code>
                {command.command} {command.hint}
              </code>
            </dt>
            <dd>answers you alone</dd>
          </div>
        )}
        <div>
          <dt>
            <code>@{app.handle} your question</code>
          </dt>
          <dd>answers in a thread, for everybody here</dd>
        </div>
        {app.hasMessages && (
          <div>
            <dt>a direct message to {app.name}</dt>
            <dd>stays between the two of you</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
