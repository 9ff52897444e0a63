import { z } from 'zod';
import { BackupError, type Manifest, readMembers } from '../../backup/index.ts';
import type { LedgerRow } from '../../ledger/index.ts';

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
/** Where the rows of a table stand in a back-up. */
const ROWS = /^ledger\/([a-z_]+)\/\d+\.jsonl$/;

/** The rows of a back-up, table after table. Rejects with `BackupError`. */
export async function* restoredRows(
  file: string,
  manifest: Manifest,
): AsyncGenerator<{ readonly table: string; readonly rows: readonly LedgerRow[] }> {
  for await (const { name, kind, bytes } of readMembers(file, manifest)) {
    if (kind !== 'rows') continue;
    const table = ROWS.exec(name)?.[1];
    if (table === undefined)
      throw new BackupError(`"${name}" in ${file} is no place of rows. Nothing was changed.`);
    yield { table, rows: readRows(name, bytes) };
  }
}

function readRows(name: string, bytes: Uint8Array): readonly LedgerRow[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  try {
    return lines.filter((line) => line !== '').map((line) => row.parse(JSON.parse(line)));
  } catch (cause) {
    throw new BackupError(`"${name}" in the back-up holds no rows. Nothing was changed.`, { cause });
  }
}
