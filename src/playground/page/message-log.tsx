import { Fragment, type ReactNode } from 'react';
import type { SeenConversation } from '../page-server/page-state.ts';
import type { SeenMessage } from '../person/seen-message.ts';
import { dayOf, describeDay } from './day.ts';
import { MessageItem } from './message-item.tsx';
import { usePageState } from './page-state-context.ts';
import { useStickToBottom } from './use-stick-to-bottom.ts';

/** Messages this close together, by one author, are drawn as one turn. */
const SAME_TURN_SECONDS = 300;

interface MessageLogProps {
  readonly label: string;
  readonly conversation: SeenConversation;
  readonly messages: readonly SeenMessage[];
  /** Absent inside a thread, where there is none to open. */
  readonly onOpenThread?: (ts: string) => void;
  /** In direct messages replies stand right under what they answer. */
  readonly isInline?: boolean;
  readonly children?: ReactNode;
}

/** What was said, oldest first, with a line between days; new messages are read out. */
export function MessageLog(props: MessageLogProps) {
  const { label, conversation, messages, onOpenThread, isInline = false, children } = props;
  const box = useStickToBottom();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div ref={box} className="scroll" role="log" aria-label={label} aria-live="polite" tabIndex={0}>
      <div className="messages">
        {children}
        {messages.map((message, index) => (
          <Fragment key={message.ts}>
            {dayOf(message.ts) !== dayOf(messages[index - 1]?.ts) && <DayDivider ts={message.ts} />}
            <MessageItem
              message={message}
              isContinued={continues(message, messages[index - 1])}
              {...(onOpenThread !== undefined && { onOpenThread })}
              isInline={isInline}
            />
            {isInline && <InlineReplies conversation={conversation} ts={message.ts} />}
            <Status text={conversation.statuses[message.ts]} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function continues(message: SeenMessage, before: SeenMessage | undefined): boolean {
  if (before?.authorId !== message.authorId || before.isPrivate || message.isPrivate) return false;
  const isSoon = Number(message.ts) - Number(before.ts) < SAME_TURN_SECONDS;
  return isSoon && before.replyCount === 0 && dayOf(before.ts) === dayOf(message.ts);
}

function InlineReplies({
  conversation,
  ts,
}: {
  readonly conversation: SeenConversation;
  readonly ts: string;
}) {
  return (conversation.threads[ts] ?? []).map((reply) => (
    <MessageItem key={reply.ts} message={reply} isContinued={false} isInline />
  ));
}

function DayDivider({ ts }: { readonly ts: string }) {
  return (
    <div className="day">
      <span>{describeDay(ts)}</span>
    </div>
  );
}

/** What the app says it is doing, while it does it. */
function Status({ text }: { readonly text: string | undefined }) {
  const { app } = usePageState();
  return text === undefined ? null : (
    <p className="status" role="status">
      {app.name} {text}
    </p>
  );
}
