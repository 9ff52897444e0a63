/**
 * The sizes Slack refuses to go beyond. Where public sources differ, the smaller figure stands here: a bot
 * that passes a stricter stand-in also passes Slack.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    /**
     * Top-level text beside blocks: cut at 40,000 by Slack, refused here so that a test sees it. Text without
     * blocks is split into several messages above about 4,040, which would tear a quote apart: refused too.
     */
    textBesideBlocks: 40_000,
    textAlone: 4_000,
    /** `chat.update` counts bytes and refuses text alone above about 4,000 of them. */
    updatedTextBytes: 4_000,
    /** Undocumented; refusals were seen from 11,341 characters of block text in one message. */
    blockText: 11_000,
    markdownText: 12_000,
    tableText: 10_000,
  },
  view: {
    blocks: 100,
    bytes: 250_000,
    title: 24,
    callbackId: 255,
    externalId: 255,
    privateMetadata: 3_000,
    stack: 3,
  },
  block: {
    id: 255,
    actionsElements: 25,
    alertText: 200,
    cardTitle: 150,
    cardBody: 200,
    cardActions: 3,
    carouselCards: 10,
    containerBlocks: 10,
    containerTitle: 150,
    contextElements: 10,
    contextActionsElements: 5,
    headerText: 150,
    imageAlt: 2_000,
    imageTitle: 2_000,
    inputLabel: 2_000,
    sectionText: 3_000,
    sectionFields: 10,
    sectionFieldText: 2_000,
    tableRows: 100,
    tableCells: 20,
    dataTableRows: 101,
    videoTitle: 199,
    videoAuthor: 49,
  },
  element: {
    actionId: 255,
    placeholder: 150,
    buttonText: 75,
    value: 2_000,
    url: 3_000,
    choices: 10,
    options: 100,
    optionText: 75,
    optionValue: 75,
    overflowOptions: 5,
    inputLength: 3_000,
    files: 10,
    visibleTo: 10,
    confirmTitle: 100,
    confirmText: 300,
    confirmButton: 30,
  },
  /** A file as an app shares it; Slack takes far larger ones. */
  fileBytes: 20_000_000,
  prompts: 4,
  loadingMessages: 10,
  /** A trigger id opens one view, within three seconds of the press that made it. */
  triggerMs: 3_000,
  /** A reply address takes five replies within half an hour. */
  responseUses: 5,
  responseMs: 30 * 60_000,
  /** An app may hold ten sockets at once. */
  sockets: 10,
  /** What an app sends through its socket are acknowledgements, with a view at most. */
  frameBytes: 1_000_000,
} as const;
