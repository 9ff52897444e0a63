import type { SeenMessage } from '../person/seen-message.ts';
import { Avatar } from './avatar.tsx';
import { BlockList } from './blocks/block-list.tsx';
import { MarkedText } from './blocks/marked-text.tsx';
import { describeTime, momentOf } from './day.ts';
import { FileCard } from './file-card.tsx';
import { usePageState } from './page-state-context.ts';
import { PopupMenu } from './popup-menu.tsx';
import { usePerform } from './use-user-actions.ts';

interface MessageItemProps {
  readonly message: SeenMessage;
  /** The author spoke just before, so name and picture are not repeated. */
  readonly isContinued: boolean;
  readonly isInline?: boolean;
  readonly onOpenThread?: (ts: string) => void;
}

/** One message. */
export function MessageItem({ message, isContinued, isInline = false, onOpenThread }: MessageItemProps) {
  const { ts, authorName, isFromApp, isPrivate, blocks, text, isEdited, reactions } = message;
  return (
    <article
      className="message"
      data-private={isPrivate}
      data-continued={isContinued}
      aria-label={authorName}
    >
      {isContinued ? <span className="avatar-gap" /> : <Avatar name={authorName} isApp={isFromApp} />}
      <div className="message-body">
        {isPrivate && <PrivateMark />}
        {!isContinued && (
          <header>
            <strong>{authorName}</strong>
            {isFromApp && <span className="badge">App</span>}
            <time dateTime={momentOf(ts).toISOString()}>{describeTime(ts)}</time>
          </header>
        )}
        {blocks.length > 0 ? (
          <BlockList blocks={blocks} container={{ channel: message.channel, ts }} />
        ) : (
          <p className="text">
            <MarkedText text={text} />
          </p>
        )}
        {message.files.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
        {isEdited && <small className="edited">(edited)</small>}
        {reactions.length > 0 && (
          <p className="reactions">{reactions.map((name) => `:${name}:`).join(' ')}</p>
        )}
        {!isInline && <ReplyCount message={message} onOpenThread={onOpenThread} />}
      </div>
      <MessageActions message={message} onOpenThread={onOpenThread} />
    </article>
  );
}

function PrivateMark() {
  return (
    <p className="private-mark">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1 8s2.5-4.5 7-4.5S15 8 15 8s-2.5 4.5-7 4.5S1 8 1 8z" />
        <circle cx="8" cy="8" r="2" />
      </svg>
      Only visible to you
    </p>
  );
}

type WithThread = Pick<MessageItemProps, 'message'> & {
  readonly onOpenThread: MessageItemProps['onOpenThread'];
};

function ReplyCount({ message, onOpenThread }: WithThread) {
  const { replyCount, ts } = message;
  if (replyCount === 0 || onOpenThread === undefined) return null;
  return (
    <button type="button" className="reply-count" onClick={() => onOpenThread(ts)}>
      {replyCount} {replyCount === 1 ? 'reply' : 'replies'}
    </button>
  );
}

/** What can be done with a message: reply in its thread, or call one of the app's message shortcuts. */
function MessageActions({ message, onOpenThread }: WithThread) {
  const { app } = usePageState();
  const perform = usePerform();
  if (message.isPrivate) return null;
  const on = { channel: message.channel, ts: message.ts };
  const items = app.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ callbackId, name, description }) => ({
      key: callbackId,
      title: name,
      detail: description,
      choose: () => void perform({ kind: 'shortcut', callbackId, on }),
    }));
  return (
    <div className="message-actions">
      {onOpenThread !== undefined && (
        <button
          type="button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => onOpenThread(message.ts)}
        >
          <span aria-hidden="true">↩</span>
        </button>
      )}
      {items.length > 0 && (
        <PopupMenu label="More actions" className="more" items={items}>
          <span aria-hidden="true">⋯</span>
        </PopupMenu>
      )}
    </div>
  );
}
