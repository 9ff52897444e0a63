import { type ReactNode, useEffect, useState } from 'react';
import type { SeenConversation } from '../page-server/page-state.ts';
import { Composer } from './composer.tsx';
import { ExampleQuestions } from './example-questions.tsx';
import { MessageLog } from './message-log.tsx';
import { usePageState } from './page-state-context.ts';
import { nameOfConversation, type Route } from './route.ts';
import { Welcome } from './welcome.tsx';

interface ConversationPaneProps {
  readonly conversation: SeenConversation;
  readonly onGo: (route: Route) => void;
  readonly menu: ReactNode;
}

/** A channel or the direct messages: what was said, and the box to say something. */
export function ConversationPane({ conversation, onGo, menu }: ConversationPaneProps) {
  const [draft, setDraft] = useState('');
  const { app } = usePageState();
  const name = nameOfConversation(conversation);
  const isDirect = conversation.kind === 'im';
  const title = isDirect ? app.name : `#${conversation.name}`;
  const openThread = (ts: string) => onGo({ kind: 'conversation', name, thread: ts, isThreadFocused: true });
  useOwnReply(conversation, (ts) => onGo({ kind: 'conversation', name, thread: ts }));
  return (
    <main className="pane" aria-label={title}>
      <header className="pane-header">
        {menu}
        <h1>{title}</h1>
        <p>{isDirect ? 'Direct message' : `${conversation.memberCount} members`}</p>
      </header>
      <MessageLog
        label={`Messages in ${title}`}
        conversation={conversation}
        messages={conversation.messages}
        onOpenThread={openThread}
        isInline={isDirect}
      >
        {conversation.messages.length === 0 && <Welcome conversation={conversation} />}
      </MessageLog>
      <ExampleQuestions conversation={conversation} onFill={setDraft} />
      <Composer
        label={isDirect ? `Message ${app.name}` : `Message ${title}`}
        channel={conversation.id}
        draft={draft}
        onDraft={setDraft}
        closedBecause={closedBecause(conversation, app.mayBeWrittenTo)}
      />
    </main>
  );
}

function closedBecause({ isArchived, kind }: SeenConversation, mayBeWrittenTo: boolean): string | undefined {
  if (isArchived) return 'This channel is archived: nobody can write here.';
  return kind === 'im' && !mayBeWrittenTo ? 'This app does not take direct messages.' : undefined;
}

/** Opens the thread in which the app just answered this person's own mention, where there is room for it. */
function useOwnReply({ messages, kind }: SeenConversation, openThread: (ts: string) => void): void {
  const { me } = usePageState();
  const last = messages.findLast(({ authorId }) => authorId === me.id);
  const isAnswered = kind !== 'im' && last !== undefined && last.replyCount > 0;
  const [known, setKnown] = useState(isAnswered ? last.ts : undefined);
  useEffect(() => {
    if (!isAnswered || known === last.ts) return;
    setKnown(last.ts);
    if (matchMedia('(min-width: 62rem)').matches) openThread(last.ts);
  });
}
