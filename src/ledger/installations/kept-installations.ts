import type { Kysely } from 'kysely';
import { newCallId } from '../call-id.ts';
import type { Tables } from '../tables.ts';
import { createInstallStates, type InstallStates } from './install-states.ts';
import type { InstallationRow } from './installation-row.ts';

/** A refresh is one call to Slack, which is given up after ten seconds: whoever takes longer was cut short. */
const REFRESH_MS = 30_000;

/** Something encrypted, and the id of the key that opens it. */
export interface Sealed {
  readonly text: string;
  readonly keyId: string;
}

/** What is kept of one installation. */
export interface KeptInstallation {
  /** Id of the organisation where the app is installed for all of it, else of the workspace. */
  readonly key: string;
  readonly sealed: Sealed;
  /** Another one after every change. */
  readonly version: string;
  readonly installedAt: Date;
}

/** Where the app is installed. What is in the rows is encrypted by whoever keeps them. */
export interface KeptInstallations {
  /** Every installation, the oldest first. */
  installations(): Promise<readonly KeptInstallation[]>;
  installation(key: string): Promise<KeptInstallation | undefined>;
  /** Keeps a new installation in place of an older one, and of what a refresh of that is about to write. */
  keepInstallation(key: string, sealed: Sealed): Promise<void>;
  /** Encrypts one anew. False when it has changed meanwhile, and was left as it is. */
  resealInstallation(kept: Pick<KeptInstallation, 'key' | 'version'>, sealed: Sealed): Promise<boolean>;
  /**
   * The right to refresh the token of this version: undefined while another has it, or when it has changed meanwhile.
   * It lapses after 30 seconds.
   */
  claimRefresh(kept: Pick<KeptInstallation, 'key' | 'version'>): Promise<string | undefined>;
  /** Keeps what a refresh brought; nothing where the claim is held no more. */
  finishRefresh(key: string, claim: string, sealed: Sealed): Promise<void>;
  /** Removes one, unless it was installed after that moment, to the second. False when nothing was removed. */
  removeInstallation(key: string, options: { readonly asOf: Date }): Promise<boolean>;
}

/** The installations of one database, and those that were begun. */
export function createKeptInstallations(
  database: Kysely<Tables>,
  now: () => Date,
): KeptInstallations & InstallStates {
  return {
    ...createInstallStates(database, now),
    async installations() {
      const rows = await database
        .selectFrom('installations')
        .selectAll()
        .orderBy('installed_at')
        .orderBy('key')
        .execute();
      return rows.map(toKept);
    },
    async installation(key) {
      const query = database.selectFrom('installations').selectAll().where('key', '=', key);
      const row = await query.executeTakeFirst();
      return row && toKept(row);
    },
    keepInstallation: (key, sealed) => keep(database, key, { ...columnsOf(sealed), ...freshAt(now()) }),
    async resealInstallation({ key, version }, sealed) {
      const changed = await database
        .updateTable('installations')
        .set({ ...columnsOf(sealed), version: newCallId() })
        .where('key', '=', key)
        .where('version', '=', version)
        .returning('key')
        .executeTakeFirst();
      return changed !== undefined;
    },
    claimRefresh: (kept) => claim(database, kept, now()),
    async finishRefresh(key, held, sealed) {
      await database
        .updateTable('installations')
        .set({ ...columnsOf(sealed), version: newCallId(), refresh_claim: null, refresh_claimed_at: null })
        .where('key', '=', key)
        .where('refresh_claim', '=', held)
        .execute();
    },
    async removeInstallation(key, { asOf }) {
      const end = new Date((Math.floor(asOf.getTime() / 1_000) + 1) * 1_000).toISOString();
      const removed = await database
        .deleteFrom('installations')
        .where('key', '=', key)
        .where('installed_at', '<', end)
        .executeTakeFirst();
      return Number(removed.numDeletedRows) > 0;
    },
  };
}

const columnsOf = ({ text, keyId }: Sealed) => ({ sealed: text, key_id: keyId });

const freshAt = (at: Date) => ({
  ...{ version: newCallId(), installed_at: at.toISOString() },
  ...{ refresh_claim: null, refresh_claimed_at: null },
});

async function keep(
  database: Kysely<Tables>,
  key: string,
  columns: Omit<InstallationRow, 'key'>,
): Promise<void> {
  await database
    .insertInto('installations')
    .values({ key, ...columns })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
    .execute();
}

async function claim(
  database: Kysely<Tables>,
  { key, version }: Pick<KeptInstallation, 'key' | 'version'>,
  at: Date,
): Promise<string | undefined> {
  const id = newCallId();
  const lapsed = new Date(at.getTime() - REFRESH_MS).toISOString();
  const taken = await database
    .updateTable('installations')
    .set({ refresh_claim: id, refresh_claimed_at: at.toISOString() })
    .where('key', '=', key)
    .where('version', '=', version)
    .where((where) =>
      where.or([
        where('refresh_claim', 'is', null),
        // This very call, when it is repeated because its connection was lost.
        where('refresh_claim', '=', id),
        where('refresh_claimed_at', '<=', lapsed),
      ]),
    )
    .returning('key')
    .executeTakeFirst();
  return taken && id;
}

function toKept({ key, sealed, key_id, version, installed_at }: InstallationRow): KeptInstallation {
  return { key, sealed: { text: sealed, keyId: key_id }, version, installedAt: new Date(installed_at) };
}
