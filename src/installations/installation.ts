import { z } from 'zod';

const grant = z.object({
  teamId: z.string().nullable(),
  enterpriseId: z.string().nullable(),
  isForOrganisation: z.boolean(),
  name: z.string(),
  appId: z.string().nullable(),
  botUserId: z.string(),
  scopes: z.array(z.string()),
  token: z.string(),
  refreshToken: z.string().nullable(),
  expiresAt: z.number().nullable(),
});

/** What a workspace or an organisation granted. Who installed it is not kept. */
export interface Grant {
  /** Null where the app is installed for an organisation. */
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  readonly isForOrganisation: boolean;
  /** Name of the workspace, or of the organisation. */
  readonly name: string;
  readonly appId: string | null;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  /** What lets the bot call Slack. */
  readonly token: string;
  /** What gets the next token; null where tokens do not rotate. */
  readonly refreshToken: string | null;
  /** Until when the token is good, in seconds since 1970; null for one that does not expire. */
  readonly expiresAt: number | null;
}

/** One installation of the app. */
export interface Installation {
  /** Id of the organisation where the app is installed for all of it, else of the workspace. */
  readonly key: string;
  readonly grant: Grant;
  /** Another one after every change. */
  readonly version: string;
  readonly installedAt: Date;
}

/** Ids as Slack gives them, which may be names of folders and schemas. */
const KEY = /^[TE][A-Z0-9]{1,40}$/;

/** Whether it can be the key of an installation. */
export const isInstallationKey = (text: string): boolean => KEY.test(text);

/** Under which key an installation is kept. @throws TypeError for what Slack never gives */
export function keyOf({ isForOrganisation, enterpriseId, teamId }: Grant): string {
  const key = (isForOrganisation ? enterpriseId : teamId) ?? '';
  if (isInstallationKey(key)) return key;
  throw new TypeError('Slack gave an installation that names neither workspace nor organisation.');
}

/** Reads what was kept; undefined for what this version does not know. */
export function readGrant(text: string): Grant | undefined {
  return grant.safeParse(JSON.parse(text)).data;
}
