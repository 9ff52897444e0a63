import type { Kysely } from 'kysely';
import { hashOf } from '../stored-text.ts';
import type { Tables } from '../tables.ts';

/** Whoever takes longer to press Allow begins again. */
const STATE_MS = 10 * 60_000;

/** The words that tell who has begun an installation from who was lured into finishing one. */
export interface InstallStates {
  /** Keeps one for ten minutes, by its hash. */
  keepInstallState(state: string): Promise<void>;
  /** True once, within that time: it is gone as soon as it is asked for. */
  takeInstallState(state: string): Promise<boolean>;
}

/** The states of one database. */
export function createInstallStates(database: Kysely<Tables>, now: () => Date): InstallStates {
  return {
    async keepInstallState(state) {
      const at = now();
      // Whoever begins and never comes back leaves nothing behind for long.
      await database.deleteFrom('install_states').where('expires_at', '<', at.toISOString()).execute();
      const expires_at = new Date(at.getTime() + STATE_MS).toISOString();
      await database
        .insertInto('install_states')
        .values({ state: hashOf(state), expires_at })
        .onConflict((conflict) => conflict.column('state').doNothing())
        .execute();
    },
    async takeInstallState(state) {
      const taken = await database
        .deleteFrom('install_states')
        .where('state', '=', hashOf(state))
        .returning('expires_at')
        .executeTakeFirst();
      return taken !== undefined && taken.expires_at >= now().toISOString();
    },
  };
}
