import { useState } from 'react';
import { Composer } from './composer.tsx';
import { MessageLog } from './message-log.tsx';
import type { ResolvedRoute } from './route.ts';

interface ThreadPaneProps {
  readonly route: ResolvedRoute;
  /** The cursor goes into the box at once. */
  readonly isAsked: boolean;
  readonly onClose: () => void;
}

/** A thread beside its conversation; on a phone's width in front of it. */
export function ThreadPane({ route, isAsked, onClose }: ThreadPaneProps) {
  const [draft, setDraft] = useState('');
  if (route.kind === 'home' || route.thread === undefined) return null;
  const { conversation, thread } = route;
  const replies = conversation.threads[thread.ts] ?? [];
  return (
    <aside
      className="pane thread"
      aria-label="Thread"
      onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && onClose()}
    >
      <header className="pane-header">
        <h2>Thread</h2>
        <p>{conversation.kind === 'im' ? 'Direct message' : `#${conversation.name}`}</p>
        <button type="button" className="close" aria-label="Close the thread" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <MessageLog
        label="Messages in the thread"
        conversation={{
          ...conversation,
          statuses: statusOfThread(conversation.statuses, thread.ts, replies.at(-1)?.ts),
        }}
        messages={[{ ...thread, replyCount: 0 }, ...replies]}
      />
      <Composer
        label="Reply in the thread"
        channel={conversation.id}
        thread={thread.ts}
        isFocused={isAsked}
        draft={draft}
        onDraft={setDraft}
        closedBecause={
          conversation.isArchived ? 'This channel is archived: nobody can write here.' : undefined
        }
      />
    </aside>
  );
}

/** The thread's status belongs under its last message. */
function statusOfThread(statuses: Readonly<Record<string, string>>, threadTs: string, lastTs = threadTs) {
  const status = statuses[threadTs];
  return status === undefined ? {} : { [lastTs]: status };
}
