import type { Message, MessageDraft } from './message.ts';
import type { Timestamps } from './timestamps.ts';

/** Every message of the workspace, in the order written. */
export class Timeline {
  readonly #timestamps: Timestamps;
  readonly #byChannel = new Map<string, Map<string, Message>>();
  readonly #byThread = new Map<string, Map<string, Message>>();

  constructor(timestamps: Timestamps) {
    this.#timestamps = timestamps;
  }

  /** Adds a message and gives it back with its timestamp. */
  add(draft: MessageDraft): Message {
    const message = { ...draft, ts: this.#timestamps.next() };
    this.#put(message);
    return message;
  }

  /** Puts a newer state of a message in its place. */
  replace(message: Message): void {
    this.#put(message);
  }

  /** Takes a message out; its replies stay, as in Slack. */
  remove(message: Message): void {
    this.#byChannel.get(message.channel)?.delete(message.ts);
    if (message.threadTs !== undefined) this.#thread(message.channel, message.threadTs).delete(message.ts);
  }

  /** The message of a channel with this timestamp. */
  find(channel: string, ts: string): Message | undefined {
    return this.#byChannel.get(channel)?.get(ts);
  }

  /** Every message of a channel, replies in threads too, oldest first. */
  channel(channel: string): readonly Message[] {
    return [...(this.#byChannel.get(channel)?.values() ?? [])];
  }

  /** The replies in a thread, oldest first, without the message it hangs on. */
  replies(channel: string, threadTs: string): readonly Message[] {
    return [...(this.#byThread.get(`${channel} ${threadTs}`)?.values() ?? [])];
  }

  #put(message: Message): void {
    const messages = this.#byChannel.get(message.channel) ?? new Map<string, Message>();
    this.#byChannel.set(message.channel, messages.set(message.ts, message));
    if (message.threadTs !== undefined) {
      this.#thread(message.channel, message.threadTs).set(message.ts, message);
    }
  }

  #thread(channel: string, threadTs: string): Map<string, Message> {
    const key = `${channel} ${threadTs}`;
    const thread = this.#byThread.get(key) ?? new Map<string, Message>();
    this.#byThread.set(key, thread);
    return thread;
  }
}
