/** How Slack reaches the bot. */
export const WAYS = ['socket', 'http'] as const;

/** By a socket that the bot opens, or by signed requests. */
export type Way = (typeof WAYS)[number];
