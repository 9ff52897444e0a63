import { readFile } from 'node:fs/promises';
import { BackupError, type Member } from '../../backup/index.ts';
import type { Config } from '../../config.ts';
import { listDeskFiles, readDeskFile } from '../../corpus/index.ts';
import type { LedgerSnapshot } from '../../ledger/index.ts';

/** Where the channel settings stand in a back-up. */
export const SETTINGS_MEMBER = 'settings/channels.yml';
/** What the names of rows and sheets in a back-up begin with. */
export const ROWS_FOLDER = 'ledger/';
export const SHEETS_FOLDER = 'sheets/';

/** What was backed up. */
export interface Amounts {
  rows: number;
  sheets: number;
  settings: number;
}

/**
 * All that a back-up holds, counted while it goes by. The sheets come after the rows: a fact that the desk signed
 * meanwhile is then at least in one of them, and is not written twice.
 */
export async function* backupMembers(
  { facts, channels }: Pick<Config, 'facts' | 'channels'>,
  snapshot: LedgerSnapshot | undefined,
  amounts: Amounts,
): AsyncGenerator<Member> {
  if (snapshot !== undefined) yield* rowMembers(snapshot, amounts);
  for (const name of listDeskFiles(facts)) {
    const bytes = await readDeskFile(facts, name);
    if (bytes === undefined) continue;
    amounts.sheets += 1;
    yield { name: `${SHEETS_FOLDER}${name}`, kind: 'sheet', bytes };
  }
  if (channels === undefined) return;
  amounts.settings += 1;
  yield { name: SETTINGS_MEMBER, kind: 'settings', bytes: await readSettings(channels) };
}

async function* rowMembers(snapshot: LedgerSnapshot, amounts: Amounts): AsyncGenerator<Member> {
  let part = 0;
  for await (const { table, rows } of snapshot.rows()) {
    part += 1;
    amounts.rows += rows.length;
    const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    yield { name: `${ROWS_FOLDER}${table}/${String(part).padStart(6, '0')}.jsonl`, kind: 'rows', bytes };
  }
}

async function readSettings(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new BackupError(`${file} cannot be read. Check FACTDESK_CHANNELS. Nothing was backed up.`, {
      cause,
    });
  }
}
