/**
 * What one message or view may hold. Where Slack's pages and the behaviour people have measured differ, the smaller
 * figure stands here, so that a message is refused by us before Slack refuses it.
 */
export const limits = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  /**
   * Characters of text in all blocks of one message. Not documented: Slack answered `msg_blocks_too_long` from
   * 11,341 characters on, so this leaves a margin for the containers around the text.
   */
  textPerMessage: 8_000,
  /** Characters of text in one rich_text block: the figure Slack documents for the older section block. */
  textPerRichText: 3_000,
  /** Characters of the fallback `text`, after escaping: longer ones have been seen split into several messages. */
  fallbackText: 4_000,
  headerText: 150,
  buttonText: 75,
  buttonValue: 2_000,
  confirmText: 300,
  modalTitle: 24,
  suggestedPrompts: 4,
  /** Characters of a link's address. Slack takes 3,000; a shorter one leaves the fallback text room for words. */
  linkAddress: 1_000,
  /** How often one `response_url` may be used, within 30 minutes. */
  responseUrlUses: 5,
} as const;
