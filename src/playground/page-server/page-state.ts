import type { Block } from '../blocks/block.ts';
import type { SuggestedPrompt } from '../interaction/assistant-threads.ts';
import type { Notice } from '../interaction/notices.ts';
import type { SeenMessage } from '../person/seen-message.ts';

/** Everything the page renders for one person. */
export interface PageState {
  readonly workspaceName: string;
  readonly me: Colleague;
  readonly people: readonly Colleague[];
  readonly app: SeenApp;
  readonly conversations: readonly SeenConversation[];
  readonly home: SeenView | null;
  readonly modal: SeenModal | null;
  /** Questions the app suggests in its direct messages. */
  readonly prompts: readonly SuggestedPrompt[];
  /** Questions the page offers everywhere. */
  readonly examples: readonly string[];
  readonly notices: readonly Notice[];
}

/** A person as others see them. */
export interface Colleague {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly role: string;
}

/** The app as its manifest presents it. */
export interface SeenApp {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly description: string;
  readonly isConnected: boolean;
  readonly hasHome: boolean;
  readonly hasMessages: boolean;
  readonly mayBeWrittenTo: boolean;
  readonly commands: readonly SeenCommand[];
  readonly shortcuts: readonly SeenShortcut[];
}

/** A slash command of the app. */
export interface SeenCommand {
  readonly command: string;
  readonly description: string;
  readonly hint: string;
}

/** A shortcut of the app. */
interface SeenShortcut {
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'message' | 'global';
}

/** A channel or the direct messages, with what is in it. */
export interface SeenConversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly isArchived: boolean;
  readonly hasApp: boolean;
  readonly memberCount: number;
  readonly messages: readonly SeenMessage[];
  /** Replies by the timestamp of the message they hang on. */
  readonly threads: Readonly<Record<string, readonly SeenMessage[]>>;
  /** What the app says it is doing, by thread. */
  readonly statuses: Readonly<Record<string, string>>;
}

/** A modal or the Home tab. */
interface SeenView {
  readonly id: string;
  readonly blocks: readonly Block[];
  /** Changes whenever the app changes the view. */
  readonly hash: string;
}

/** The modal on top. */
export interface SeenModal extends SeenView {
  readonly title: string;
  readonly submit: string | null;
  readonly close: string;
  readonly errors: Readonly<Record<string, string>>;
}
