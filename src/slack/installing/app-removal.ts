import { z } from 'zod';

/** That the app may do nothing more in a workspace. */
export interface Removal {
  readonly by: 'app_uninstalled' | 'tokens_revoked';
  /** When it happened, to the second. */
  readonly at: Date;
}

const removal = z.object({
  type: z.literal('event_callback'),
  event_time: z.number(),
  event: z.union([
    z.object({ type: z.literal('app_uninstalled') }),
    // Tokens of people are no token of the bot's.
    z.object({
      type: z.literal('tokens_revoked'),
      tokens: z.object({ bot: z.array(z.string()).min(1) }),
    }),
  ]),
});

/** The removal that a delivery tells of; undefined where it tells of none. */
export function removalIn(body: Readonly<Record<string, unknown>>): Removal | undefined {
  const read = removal.safeParse(body).data;
  return read && { by: read.event.type, at: new Date(read.event_time * 1_000) };
}
