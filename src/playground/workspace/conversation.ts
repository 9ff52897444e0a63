/** A channel of the workspace, or the direct messages between one person and the app. */
export class Conversation {
  readonly id: string;
  /** Without the number sign; for direct messages the person's id. */
  readonly name: string;
  readonly kind: ConversationKind;
  readonly members = new Set<string>();
  isArchived = false;

  constructor(id: string, name: string, kind: ConversationKind) {
    this.id = id;
    this.name = name;
    this.kind = kind;
  }
}

/** `public` and `private` are channels; `im` is a direct message with the app. */
export type ConversationKind = 'public' | 'private' | 'im';

/** The letter Slack's ids of this kind begin with. */
export const CONVERSATION_PREFIX = { public: 'C', private: 'C', im: 'D' } as const;

/** The scope an app needs to be sent messages of, or to read, a conversation of this kind. */
export const HISTORY_SCOPE = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
} as const;

/** The event by which an app hears messages of a conversation of this kind. */
export const MESSAGE_EVENT = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
} as const;

/** What message events call the kind of conversation. */
export const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im' } as const;
