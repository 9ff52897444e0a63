import type { SuggestedPrompt } from '../interaction/assistant-threads.ts';
import { act } from '../interaction/block-action.ts';
import type { Filled } from '../interaction/element-value.ts';
import { closeModal, submitModal } from '../interaction/modal-submission.ts';
import type { Notice } from '../interaction/notices.ts';
import { callShortcut } from '../interaction/shortcut.ts';
import { runSlashCommand, tellPrivately } from '../interaction/slash-command.ts';
import type { View } from '../interaction/view.ts';
import type { Platform } from '../platform.ts';
import type { Acknowledgement } from '../socket/acknowledgement.ts';
import type { WaitOptions } from '../workspace/changes.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Member } from '../workspace/member.ts';
import type { Message } from '../workspace/message.ts';
import { namesOf } from '../workspace/names.ts';
import { encodeTyped } from '../workspace/written-text.ts';
import { inviteApp, openAppTab } from './app-visit.ts';
import { type SeenMessage, seeMessage, seeMessages } from './seen-message.ts';

/** The name of a person's own direct messages with the app, wherever a channel is asked for. */
export const DIRECT = 'dm';

/** Where a press goes. */
export type PressPlace = SeenMessage | 'modal' | 'home';

/** More about a press. */
export interface PressOptions {
  readonly blockId?: string;
  /** The choice made, by its value. */
  readonly value?: string | readonly string[];
  /** What stands in the other inputs of the same place. */
  readonly filled?: Filled;
}

/** Somebody in the workspace: what they do, and what they see. Tests and the page both drive this. */
export class Person {
  readonly #platform: Platform;
  readonly #member: Member;

  constructor(platform: Platform, member: Member) {
    this.#platform = platform;
    this.#member = member;
  }

  /** Their user id. */
  get id(): string {
    return this.#member.id;
  }

  /** Sends a slash command, such as `/fact`, and waits until the app acknowledged it or failed to. */
  command(
    channel: string,
    command: string,
    text = '',
    { thread }: { readonly thread?: string | undefined } = {},
  ): Promise<Acknowledgement | undefined> {
    const conversation = this.#conversation(channel);
    const sent = { person: this.#member, conversation, command, text, threadTs: thread };
    return runSlashCommand(sent, this.#platform);
  }

  /** Writes in a channel or thread. `@handle` and `<@ID>` mention, everything else is taken as typed. */
  say(channel: string, text: string, { thread }: { readonly thread?: string | undefined } = {}): SeenMessage {
    const { workspace, messaging } = this.#platform;
    const conversation = this.#conversation(channel);
    if (conversation.isArchived)
      throw new Error(`#${conversation.name} is archived: nobody can write there.`);
    const message = messaging.post(conversation, {
      author: this.id,
      isFromApp: false,
      text: encodeTyped(text, namesOf(workspace)),
      blocks: [],
      ...(thread !== undefined && { threadTs: thread }),
    });
    this.#mindAbsentApp(conversation, message);
    return this.#mustSee(message);
  }

  /** Writes to the app in a direct message. */
  directMessage(text: string, options: { readonly thread?: string | undefined } = {}): SeenMessage {
    return this.say(DIRECT, text, options);
  }

  /** Presses a button or makes a choice on a message, in the modal on top or on the Home tab. */
  press(
    place: PressPlace,
    actionId: string,
    { blockId, value, filled }: PressOptions = {},
  ): Promise<Acknowledgement | undefined> {
    const where = typeof place === 'string' ? this.#viewPlace(place) : this.#messagePlace(place);
    return act({ person: this.#member, place: where, actionId, blockId, value, filled }, this.#platform);
  }

  /** Submits the modal on top with these values, by block id or action id. */
  submit(filled: Filled = {}): Promise<Acknowledgement | undefined> {
    return submitModal(this.#member, filled, this.#platform);
  }

  /** Closes the modal on top. */
  closeModal(): Promise<void> {
    return closeModal(this.#member, this.#platform);
  }

  /** Opens the app's Home tab. */
  openHome(): void {
    openAppTab(this.#member, 'home', this.#platform);
  }

  /** Opens the direct messages with the app. */
  openMessages(): void {
    openAppTab(this.#member, 'messages', this.#platform);
  }

  /** Calls a shortcut: on a message when one is given, else a global one. */
  callShortcut(callbackId: string, on?: SeenMessage): Promise<Acknowledgement> {
    const call = { person: this.#member, callbackId };
    const message = on && this.#messagePlace(on).message;
    return callShortcut(message === undefined ? call : { ...call, message }, this.#platform);
  }

  /** Brings the app into a channel. */
  invite(channel: string): void {
    inviteApp(this.#member, this.#conversation(channel), this.#platform);
  }

  /**
   * The messages of a channel this person sees, without replies in threads; `dm` for direct messages.
   * With `after` only those later than that timestamp, which is quick however long the channel is.
   */
  messages(channel: string, { after }: { readonly after?: string } = {}): readonly SeenMessage[] {
    const { timeline } = this.#platform.workspace;
    const top = timeline
      .channel(this.#conversation(channel).id, after)
      .filter(({ threadTs }) => threadTs === undefined);
    return seeMessages(top, this.id, this.#platform.workspace);
  }

  /** One message as they see it. @throws Error when it is not there, or not for them */
  message({ channel, ts }: { readonly channel: string; readonly ts: string }): SeenMessage {
    const found = this.#platform.workspace.timeline.find(this.#conversation(channel).id, ts);
    if (found === undefined) throw new Error('This message is no longer there.');
    return this.#mustSee(found);
  }

  /** The replies in a thread this person sees, without the message it hangs on. */
  thread(channel: string, threadTs: string): readonly SeenMessage[] {
    const { workspace } = this.#platform;
    return seeMessages(
      workspace.timeline.replies(this.#conversation(channel).id, threadTs),
      this.id,
      workspace,
    );
  }

  /** The modal before them. */
  modal(): View | undefined {
    return this.#platform.views.modal(this.id);
  }

  /** The app's Home tab as published for them. */
  home(): View | undefined {
    return this.#platform.views.home(this.id);
  }

  /** What Slack itself told them about actions that failed. */
  notices(): readonly Notice[] {
    return this.#platform.notices.of(this.id);
  }

  /** What the app says it is doing, by thread. */
  statuses(channel: string): Readonly<Record<string, string>> {
    return this.#platform.assistant.statuses(this.#conversation(channel).id);
  }

  /** The questions suggested in their direct messages. */
  prompts(): readonly SuggestedPrompt[] {
    return this.#platform.assistant.prompts(this.#conversation(DIRECT).id);
  }

  /**
   * Waits until `look` gives something; it is tried at once and after every change in the workspace.
   * @throws Error when nothing came in time (10 s unless told).
   */
  until<Found>(look: () => Found | undefined | false, options?: WaitOptions): Promise<Found> {
    return this.#platform.workspace.changes.until(look, options);
  }

  /**
   * Waits for the app's answer to a message: the first of its messages in the thread under it, or, in direct
   * messages, after it.
   */
  reply(to: SeenMessage, options?: WaitOptions): Promise<SeenMessage> {
    const isDirect = to.channel === this.#conversation(DIRECT).id;
    const look = () => {
      const inThread = this.thread(to.channel, to.threadTs ?? to.ts);
      const candidates = isDirect ? [...inThread, ...this.messages(DIRECT, { after: to.ts })] : inThread;
      return candidates.find(({ isFromApp, ts }) => isFromApp && ts > to.ts);
    };
    return this.until(look, { describe: () => `No reply to: ${to.text}`, ...options });
  }

  #conversation(channel: string): Conversation {
    const { workspace } = this.#platform;
    if (channel === DIRECT) return workspace.directMessages(this.id);
    const found = workspace.conversation(channel);
    if (found?.members.has(this.id) !== true) {
      throw new Error(`${this.#member.handle} is in no conversation called ${channel}.`);
    }
    return found;
  }

  #mindAbsentApp(conversation: Conversation, { text, threadTs }: Message): void {
    const { app } = this.#platform.workspace;
    if (conversation.members.has(app.botUserId) || !text.includes(`<@${app.botUserId}>`)) return;
    tellPrivately(this.#platform, conversation, {
      person: this.#member,
      text: `${app.name} is not in #${conversation.name}, so it did not see this. /invite @${app.handle} brings it in.`,
      threadTs,
    });
  }

  #viewPlace(place: 'modal' | 'home') {
    const view = place === 'modal' ? this.modal() : this.home();
    if (view === undefined) throw new Error(`${this.#member.handle} has no ${place} before them.`);
    return { kind: 'view', view } as const;
  }

  #messagePlace({ channel, ts, words }: SeenMessage) {
    const message = this.#platform.workspace.timeline.find(channel, ts);
    if (message === undefined) throw new Error(`This message is no longer there: ${words}`);
    return { kind: 'message', message } as const;
  }

  #mustSee(message: Message): SeenMessage {
    const seen = seeMessage(message, this.id, this.#platform.workspace);
    if (seen === undefined) throw new Error(`${this.#member.handle} cannot see message ${message.ts}.`);
    return seen;
  }
}
