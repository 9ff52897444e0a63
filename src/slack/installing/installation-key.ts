import { z } from 'zod';

const id = z.string().min(1);
const named = z.object({ id }).nullish().catch(undefined);
const flag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
  .optional()
  .catch(undefined);
const text = id.nullish().catch(undefined);

/** Where each kind of delivery says for which installation it is. What a kind does not have is undefined. */
const place = z.object({
  authorizations: z
    .array(z.object({ enterprise_id: text, team_id: text, is_enterprise_install: flag }))
    .optional()
    .catch(undefined),
  team_id: text,
  enterprise_id: text,
  is_enterprise_install: flag,
  team: named,
  enterprise: named,
  user: z.object({ team_id: text }).nullish().catch(undefined),
  view: z.object({ app_installed_team_id: text }).nullish().catch(undefined),
});

/**
 * For which installation Slack sends something: the organisation's where the app is installed for all of it, else the
 * workspace's. Undefined where it does not say.
 */
export function installationKeyOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const { authorizations, ...rest } = place.parse(body);
  const [authorization] = authorizations ?? [];
  // In a channel that organisations share, `team_id` is where it happened, which may be elsewhere.
  const isForOrganisation = authorization?.is_enterprise_install ?? rest.is_enterprise_install ?? false;
  const organisation = authorization?.enterprise_id ?? rest.enterprise_id ?? rest.enterprise?.id;
  const workspace =
    authorization?.team_id ??
    rest.view?.app_installed_team_id ??
    rest.team_id ??
    rest.team?.id ??
    rest.user?.team_id;
  return (isForOrganisation ? organisation : workspace) ?? undefined;
}
