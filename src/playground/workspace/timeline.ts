import { blockWords } from '../blocks/block-words.ts';
import type { Message, MessageDraft } from './message.ts';
import type { Timestamps } from './timestamps.ts';

const NONE: readonly Message[] = [];

/** Every message of the workspace, in the order written. */
export class Timeline {
  readonly #timestamps: Timestamps;
  /** The messages of a channel, replies too; those of a thread, by channel and timestamp of its first. */
  readonly #lists = new Map<string, Message[]>();
  readonly #byTs = new Map<string, Message>();

  constructor(timestamps: Timestamps) {
    this.#timestamps = timestamps;
  }

  /** Adds a message and gives it back with its timestamp. */
  add(draft: MessageDraft): Message {
    const message = withWords({ ...draft, ts: this.#timestamps.next() });
    this.#byTs.set(`${message.channel} ${message.ts}`, message);
    for (const key of listsOf(message)) this.#list(key).push(message);
    return message;
  }

  /** Puts a newer state of a message in its place. */
  replace(changed: Omit<Message, 'words'>): void {
    const message = withWords(changed);
    this.#byTs.set(`${message.channel} ${message.ts}`, message);
    for (const key of listsOf(message)) {
      const list = this.#list(key);
      const at = list.findLastIndex(({ ts }) => ts === message.ts);
      if (at >= 0) list[at] = message;
    }
  }

  /** Takes a message out; its replies stay, as in Slack. */
  remove(message: Message): void {
    this.#byTs.delete(`${message.channel} ${message.ts}`);
    for (const key of listsOf(message)) {
      this.#lists.set(
        key,
        this.#list(key).filter(({ ts }) => ts !== message.ts),
      );
    }
  }

  /** The message of a channel with this timestamp. */
  find(channel: string, ts: string): Message | undefined {
    return this.#byTs.get(`${channel} ${ts}`);
  }

  /** The messages of a channel after a timestamp, or all, replies in threads too; oldest first. */
  channel(channel: string, after?: string): readonly Message[] {
    const list = this.#lists.get(channel) ?? NONE;
    return after === undefined ? [...list] : list.slice(list.findLastIndex(({ ts }) => ts <= after) + 1);
  }

  /** The replies in a thread, oldest first, without the message it hangs on. */
  replies(channel: string, threadTs: string): readonly Message[] {
    const thread = this.#lists.get(`${channel} ${threadTs}`);
    return thread === undefined ? NONE : [...thread];
  }

  #list(key: string): Message[] {
    const list = this.#lists.get(key) ?? [];
    this.#lists.set(key, list);
    return list;
  }
}

function listsOf({ channel, threadTs }: Pick<Message, 'channel' | 'threadTs'>): readonly string[] {
  return threadTs === undefined ? [channel] : [channel, `${channel} ${threadTs}`];
}

function withWords(said: Omit<Message, 'words'>): Message {
  return { ...said, words: said.blocks.length === 0 ? said.text : blockWords(said.blocks) };
}
