import type { SuggestedPrompt } from '../interaction/assistant-threads.ts';
import type { Notice } from '../interaction/notices.ts';
import type { View } from '../interaction/view.ts';
import type { Platform } from '../platform.ts';
import type { WaitOptions } from '../workspace/changes.ts';
import type { Conversation } from '../workspace/conversation.ts';
import type { Member } from '../workspace/member.ts';
import { type SeenMessage, seeMessage, seeMessages } from './seen-message.ts';

/** The name of a person's own direct messages with the app, wherever a channel is asked for. */
export const DIRECT = 'dm';

/** Read access to the workspace as one person has it. */
export class Observer {
  protected readonly platform: Platform;
  protected readonly member: Member;

  constructor(platform: Platform, member: Member) {
    this.platform = platform;
    this.member = member;
  }

  /** Their user id. */
  get id(): string {
    return this.member.id;
  }

  /**
   * The messages of a channel this person sees, without replies in threads; `dm` for direct messages.
   * With `after` only those later than that timestamp, which is quick however long the channel is.
   */
  messages(channel: string, { after }: { readonly after?: string } = {}): readonly SeenMessage[] {
    const { workspace } = this.platform;
    const top = workspace.timeline
      .channel(this.conversation(channel).id, after)
      .filter(({ threadTs }) => threadTs === undefined);
    return seeMessages(top, this.id, workspace);
  }

  /** One message as they see it. @throws Error when it is not there, or not for them */
  message({ channel, ts }: { readonly channel: string; readonly ts: string }): SeenMessage {
    const { workspace } = this.platform;
    const found = workspace.timeline.find(this.conversation(channel).id, ts);
    const seen = found && seeMessage(found, this.id, workspace);
    if (seen === undefined) throw new Error(`${this.member.handle} sees no message ${ts} there.`);
    return seen;
  }

  /** The replies in a thread this person sees, without the message it hangs on. */
  thread(channel: string, threadTs: string): readonly SeenMessage[] {
    const { workspace } = this.platform;
    const replies = workspace.timeline.replies(this.conversation(channel).id, threadTs);
    return seeMessages(replies, this.id, workspace);
  }

  /** The modal before them. */
  modal(): View | undefined {
    return this.platform.views.modal(this.id);
  }

  /** The app's Home tab as published for them. */
  home(): View | undefined {
    return this.platform.views.home(this.id);
  }

  /** What Slack itself told them about actions that failed. */
  notices(): readonly Notice[] {
    return this.platform.notices.of(this.id);
  }

  /** What the app says it is doing, by thread. */
  statuses(channel: string): Readonly<Record<string, string>> {
    return this.platform.assistant.statuses(this.conversation(channel).id);
  }

  /** The questions suggested in their direct messages. */
  prompts(): readonly SuggestedPrompt[] {
    return this.platform.assistant.prompts(this.conversation(DIRECT).id);
  }

  /**
   * Waits until `look` gives something; it is tried at once and after every change in the workspace.
   * @throws Error when nothing came in time (10 s unless told).
   */
  until<Found>(look: () => Found | undefined | false, options?: WaitOptions): Promise<Found> {
    return this.platform.workspace.changes.until(look, options);
  }

  /**
   * Waits for the app's answer to a message: the first of its messages in the thread under it, or, in direct
   * messages, after it.
   */
  reply(to: SeenMessage, options?: WaitOptions): Promise<SeenMessage> {
    const isDirect = to.channel === this.conversation(DIRECT).id;
    const look = () => {
      const inThread = this.thread(to.channel, to.threadTs ?? to.ts);
      const candidates = isDirect ? [...inThread, ...this.messages(DIRECT, { after: to.ts })] : inThread;
      return candidates.find(({ isFromApp, ts }) => isFromApp && ts > to.ts);
    };
    return this.until(look, { describe: () => `No reply to: ${to.text}`, ...options });
  }

  /** A conversation they are in. @throws Error when they are in none of that name */
  protected conversation(channel: string): Conversation {
    const { workspace } = this.platform;
    if (channel === DIRECT) return workspace.directMessages(this.id);
    const found = workspace.conversation(channel);
    if (found?.members.has(this.id) !== true) {
      throw new Error(`${this.member.handle} is in no conversation called ${channel}.`);
    }
    return found;
  }
}
