import { randomBytes } from 'node:crypto';
import type { Grant } from '../../src/installations/index.ts';

/** A key as `openssl rand -base64 32` makes it. */
export const newKey = () => randomBytes(32).toString('base64');

/** What a workspace granted. */
export function grantOf(changes: Partial<Grant> = {}): Grant {
  return {
    ...{ teamId: 'T0AAA', enterpriseId: null, isForOrganisation: false, name: 'Daily News', appId: 'A1' },
    ...{ botUserId: 'UBOT', scopes: ['commands'], token: 'xoxb-secret', refreshToken: null, expiresAt: null },
    ...changes,
  };
}
