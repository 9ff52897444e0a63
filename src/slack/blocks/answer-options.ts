/** What the reply says beside the answer. */
export interface AnswerOptions {
  /** The question in the ledger, for the buttons. @default no buttons */
  readonly questionId?: string;
  /** Repeat the question: where the asker no longer sees it, as after a slash command. @default false */
  readonly withQuestion?: boolean;
  /** Offer to share: where the asker alone sees the reply, and others could. @default false */
  readonly canShare?: boolean;
  /** Ask whether the reply helped: in the agent pane. @default false */
  readonly withFeedback?: boolean;
  /** More is searched in direct messages than where it was asked. @default false */
  readonly canAskWider?: boolean;
}
