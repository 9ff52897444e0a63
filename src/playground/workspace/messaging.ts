import type { EventFeed } from '../delivery/event-feed.ts';
import { type JsonObject, toJson } from '../json.ts';
import { CHANNEL_TYPE, type Conversation, MESSAGE_EVENT } from './conversation.ts';
import type { Message, MessageDraft } from './message.ts';
import { describeMessage } from './message-payload.ts';
import type { Workspace } from './workspace.ts';

/** Writes, changes and removes messages, and tells the app what it subscribed to. */
export class Messaging {
  readonly #workspace: Workspace;
  readonly #feed: EventFeed;

  constructor(workspace: Workspace, feed: EventFeed) {
    this.#workspace = workspace;
    this.#feed = feed;
  }

  /** Writes a message. Ephemeral ones make no event, as in Slack. */
  post(conversation: Conversation, draft: Omit<MessageDraft, 'channel'>): Message {
    const message = this.#workspace.timeline.add({ ...draft, channel: conversation.id });
    this.#workspace.changes.announce();
    if (message.onlyFor === undefined) this.#publishPosted(conversation, message);
    return message;
  }

  /** Puts a newer state of a message in its place. */
  update(conversation: Conversation, message: Message): void {
    const before = this.#workspace.timeline.find(message.channel, message.ts);
    this.#workspace.timeline.replace(message);
    this.#workspace.changes.announce();
    if (message.onlyFor !== undefined || before === undefined) return;
    this.#publish(conversation, {
      subtype: 'message_changed',
      hidden: true,
      message: describeMessage(message, this.#workspace),
      previous_message: describeMessage(before, this.#workspace),
    });
  }

  /** Removes a message. */
  remove(conversation: Conversation, message: Message): void {
    this.#workspace.timeline.remove(message);
    this.#workspace.changes.announce();
    if (message.onlyFor !== undefined) return;
    this.#publish(conversation, {
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: message.ts,
      previous_message: describeMessage(message, this.#workspace),
    });
  }

  /** Sets the reactions of a message. */
  react(message: Message, reactions: readonly string[]): void {
    this.#workspace.timeline.replace({ ...message, reactions });
    this.#workspace.changes.announce();
  }

  #publishPosted(conversation: Conversation, message: Message): void {
    const { app } = this.#workspace;
    const description = describeMessage(message, this.#workspace);
    const isInside = conversation.members.has(app.botUserId);
    const mentionsApp = message.text.includes(`<@${app.botUserId}>`);
    if (mentionsApp && isInside && conversation.kind !== 'im' && !message.isFromApp) {
      this.#feed.publish('app_mention', {
        ...description,
        type: 'app_mention',
        channel: conversation.id,
        event_ts: message.ts,
      });
    }
    this.#publish(conversation, { ...description, event_ts: message.ts });
  }

  /** Slack sends messages only of conversations the bot is in. */
  #publish(conversation: Conversation, fields: JsonObject): void {
    if (!conversation.members.has(this.#workspace.app.botUserId)) return;
    const { kind, id } = conversation;
    const ts = this.#workspace.timestamps.next();
    const event = {
      type: 'message',
      channel: id,
      channel_type: CHANNEL_TYPE[kind],
      ts,
      event_ts: ts,
      ...fields,
    };
    this.#feed.publish(MESSAGE_EVENT[kind], toJson(event));
  }
}
