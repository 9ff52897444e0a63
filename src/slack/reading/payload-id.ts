import { z } from 'zod';

/** What a payload names something by: a person, a channel, the time of a message, an address to reply to. */
export const id = z.string().min(1);

/** The same where a payload may name nothing: null then, and for what makes no sense. */
export const maybeId = id
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
