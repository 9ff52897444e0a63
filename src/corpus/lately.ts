/** A bot that is started again knows of what was released while it was away for so long, in milliseconds. */
export const LATELY_MS = 14 * 24 * 60 * 60 * 1_000;
