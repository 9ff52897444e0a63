import { z } from 'zod';
import { maybeId } from './payload-id.ts';

const isMarked = z.boolean().catch(false);
const place = z.object({ id: maybeId, enterprise_id: maybeId }).nullish().catch(null);

/** What an event says of the person who wrote; one of an edited message says it of the message. */
const written = {
  user_team: maybeId,
  user: maybeId,
  user_profile: z
    .object({ team: maybeId, is_restricted: isMarked, is_ultra_restricted: isMarked })
    .nullish()
    .catch(null),
  source_team: maybeId,
  team: maybeId,
};

const body = z.object({
  team_id: maybeId,
  enterprise_id: maybeId,
  context_team_id: maybeId,
  event: z
    .object({ ...written, message: z.object(written).nullish().catch(null) })
    .nullish()
    .catch(null),
  user: z.object({ id: maybeId, team_id: maybeId }).nullish().catch(null),
  user_id: maybeId,
  team: place,
  enterprise: z.object({ id: maybeId }).nullish().catch(null),
  view: z.object({ team_id: maybeId }).nullish().catch(null),
});

/**
 * Ids of the workspace or organisation that whoever sent a payload belongs to; empty when the payload names none.
 *
 * A channel may be shared with other organisations, so the workspace an event happened in is not always that of the
 * person. What a payload says of the person counts; only where it says nothing, that of the place is taken.
 */
export function homesOf(payload: unknown): readonly string[] {
  const { data } = body.safeParse(payload);
  if (data === undefined) return [];
  const { event, user, view } = data;
  const writer = event?.message ?? event;
  const ofPerson =
    user?.team_id ?? writer?.user_team ?? writer?.user_profile?.team ?? writer?.source_team ?? writer?.team;
  if (ofPerson) return [ofPerson];
  const ofPlace = data.team?.id ?? view?.team_id ?? data.team_id ?? data.context_team_id;
  const organisation = data.team?.enterprise_id ?? data.enterprise?.id ?? data.enterprise_id;
  return [ofPlace, organisation].filter((id) => typeof id === 'string');
}

/** Who sent a payload: their id, null when it names nobody, and whether it says that they are a guest somewhere. */
export function senderOf(payload: unknown): { readonly id: string | null; readonly isMarkedGuest: boolean } {
  const { data } = body.safeParse(payload);
  const writer = data?.event?.message ?? data?.event;
  const { is_restricted = false, is_ultra_restricted = false } = writer?.user_profile ?? {};
  return {
    id: data?.user?.id ?? data?.user_id ?? writer?.user ?? null,
    isMarkedGuest: is_restricted || is_ultra_restricted,
  };
}
