import packageJson from '../../../package.json' with { type: 'json' };
import { writeBackup } from '../../backup/index.ts';
import type { Config } from '../../config.ts';
import { openSnapshot } from '../../ledger/index.ts';
import { type Amounts, backupMembers } from './backup-members.ts';

/** What a back-up is made of. */
export type BackedUp = Pick<Config, 'facts' | 'channels' | 'data' | 'databaseUrl'>;

/** The ledger that the settings name. */
export function placeOfLedger({ data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>) {
  return { directory: data, ...(databaseUrl !== undefined && { databaseUrl }) };
}

/**
 * Backs up the ledger, the sheets and the channel settings into one file, while the bot goes on. Rejects with errors
 * for people.
 */
export async function makeBackup(file: string, config: BackedUp, now: Date): Promise<Readonly<Amounts>> {
  const amounts = { rows: 0, sheets: 0, settings: 0 };
  const snapshot = await openSnapshot(placeOfLedger(config));
  try {
    const ledger = snapshot === undefined ? null : { kind: snapshot.kind, schema: snapshot.schema };
    const about = { factdesk: packageJson.version, madeAt: now.toISOString(), ledger };
    await writeBackup(file, about, backupMembers(config, snapshot, amounts));
    return amounts;
  } finally {
    await snapshot?.close();
  }
}
