import type { Acknowledgement } from '../delivery/envelope.ts';
import { act } from '../interaction/block-action.ts';
import type { Filled } from '../interaction/element-value.ts';
import { closeModal, submitModal } from '../interaction/modal-submission.ts';
import { callShortcut } from '../interaction/shortcut.ts';
import { postEphemeral, runSlashCommand } from '../interaction/slash-command.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Message } from '../workspace/message.ts';
import { namesOf } from '../workspace/names.ts';
import { encodeTyped } from '../workspace/written-text.ts';
import { inviteApp, openAppTab } from './app-visit.ts';
import { DIRECT, Observer } from './observer.ts';
import type { SeenMessage } from './seen-message.ts';

/** Where a press goes. */
export type PressContainer = SeenMessage | 'modal' | 'home';

/** More about a press. */
export interface PressOptions {
  readonly blockId?: string;
  /** The choice made, by its value. */
  readonly value?: string | readonly string[];
  /** What stands in the other inputs of the same container. */
  readonly filled?: Filled;
}

/** Where in a conversation something is written: in a thread when one is named. */
export interface WriteOptions {
  readonly thread?: string | undefined;
}

/** Somebody in the workspace: what they do, and what they see. Tests and the page both drive this. */
export class Person extends Observer {
  /** Sends a slash command, such as `/fact`, and waits until the app acknowledged it or failed to. */
  command(
    channel: string,
    command: string,
    text = '',
    { thread }: WriteOptions = {},
  ): Promise<Acknowledgement | undefined> {
    const conversation = this.conversation(channel);
    const sent = { person: this.member, conversation, command, text, threadTs: thread };
    return runSlashCommand(sent, this.platform);
  }

  /** Writes in a channel or thread. `@handle` and `<@ID>` mention, everything else is taken as typed. */
  say(channel: string, text: string, { thread }: WriteOptions = {}): SeenMessage {
    const conversation = this.conversation(channel);
    if (conversation.isArchived)
      throw new Error(`#${conversation.name} is archived: nobody can write there.`);
    const message = this.platform.messaging.post(conversation, {
      author: this.id,
      isFromApp: false,
      text: this.#typed(text),
      blocks: [],
      ...(thread !== undefined && { threadTs: thread }),
    });
    this.#warnOfAbsentApp(conversation, message);
    return this.message(message);
  }

  /** Writes to the app in a direct message. */
  directMessage(text: string, options: WriteOptions = {}): SeenMessage {
    return this.say(DIRECT, text, options);
  }

  /** Changes the words of a message of theirs. */
  edit(own: SeenMessage, text: string): void {
    const editedTs = this.platform.workspace.timestamps.next();
    const changed = { ...this.#stored(own), text: this.#typed(text), editedTs };
    this.platform.messaging.update(this.conversation(own.channel), changed);
  }

  /** Takes a message of theirs back. */
  withdraw(own: SeenMessage): void {
    this.platform.messaging.remove(this.conversation(own.channel), this.#stored(own));
  }

  /** Presses a button or makes a choice on a message, in the modal on top or on the Home tab. */
  press(
    container: PressContainer,
    actionId: string,
    { blockId, value, filled }: PressOptions = {},
  ): Promise<Acknowledgement | undefined> {
    const where =
      typeof container === 'string'
        ? this.#viewContainer(container)
        : ({ kind: 'message', message: this.#stored(container) } as const);
    return act({ person: this.member, container: where, actionId, blockId, value, filled }, this.platform);
  }

  /** Submits the modal on top with these values, by block id or action id. */
  submit(filled: Filled = {}): Promise<Acknowledgement | undefined> {
    return submitModal(this.member, filled, this.platform);
  }

  /** Closes the modal on top. */
  closeModal(): Promise<void> {
    return closeModal(this.member, this.platform);
  }

  /** Opens the app's Home tab. */
  openHome(): void {
    openAppTab(this.member, 'home', this.platform);
  }

  /** Opens the direct messages with the app. */
  openMessages(): void {
    openAppTab(this.member, 'messages', this.platform);
  }

  /** Calls a shortcut: on a message when one is given, else a global one. */
  callShortcut(callbackId: string, on?: SeenMessage): Promise<Acknowledgement> {
    const call = { person: this.member, callbackId };
    return callShortcut(on === undefined ? call : { ...call, message: this.#stored(on) }, this.platform);
  }

  /** Brings the app into a channel. */
  invite(channel: string): void {
    inviteApp(this.member, this.conversation(channel), this.platform);
  }

  #typed(text: string): string {
    return encodeTyped(text, namesOf(this.platform.workspace));
  }

  /** Slack tells a person whose mention the app cannot have seen. */
  #warnOfAbsentApp(conversation: Conversation, { text, threadTs }: Message): void {
    const { app } = this.platform.workspace;
    if (conversation.members.has(app.botUserId) || !text.includes(`<@${app.botUserId}>`)) return;
    postEphemeral(this.platform, conversation, {
      person: this.member,
      text: `${app.name} is not in #${conversation.name}, so it did not see this. /invite @${app.handle} brings it in.`,
      threadTs,
    });
  }

  #viewContainer(container: 'modal' | 'home') {
    const view = container === 'modal' ? this.modal() : this.home();
    if (view === undefined) throw new Error(`${this.member.handle} has no ${container} before them.`);
    return { kind: 'view', view } as const;
  }

  /** The message behind what they see. */
  #stored({ channel, ts, words }: SeenMessage): Message {
    const message = this.platform.workspace.timeline.find(channel, ts);
    if (message === undefined) throw new Error(`This message is no longer there: ${words}`);
    return message;
  }
}
